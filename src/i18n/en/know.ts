// English: the survey of a dataset, and the search through its rows.
import type { Finding, GroupCount, GroupKind, ScriptName } from '../../core/survey';
import type { LengthHistogram, Split } from '../../core/types';
import { formatOf } from '../format';

const { number, percent, plural, list } = formatOf('en');
const rows = (n: number) => `${number(n)} ${plural(n, 'row', 'rows')}`;
const texts = (n: number) => `${number(n)} ${plural(n, 'text', 'texts')}`;
const sum = (split: Record<Split, number>) => split.train + split.test;
type Unit = LengthHistogram['unit'];
const UNIT = { words: 'words', characters: 'characters' } as const;
const ONE: Record<Unit, string> = { words: 'word', characters: 'character' };
const PAIRS: Record<Unit, string> = {
  words: 'word pairs',
  characters: 'pairs of neighbouring characters',
};
const languages = new Intl.DisplayNames('en', { type: 'language' });

const GROUPS: Record<GroupKind, { name: string; why: (unit: Unit) => string }> = {
  equal: {
    name: 'Equal texts',
    why: () =>
      'After cleaning they are the same, letter by letter. A text that stands twice counts twice.',
  },
  equalAcross: {
    name: 'Equal texts in train and test',
    why: () => 'A test on a text that was learned by heart proves nothing.',
  },
  conflict: {
    name: 'Equal texts with different labels',
    why: () => 'One of the labels must be wrong, or the classes overlap.',
  },
  near: {
    name: 'Nearly the same',
    why: (unit) =>
      `At least half of their ${PAIRS[unit]} are shared: reprints, updates, copies with a word changed.`,
  },
  nearAcross: {
    name: 'Nearly the same, in train and test',
    why: () =>
      'Groups in which each is like some other: the test is easier than new texts will be.',
  },
  nearConflict: {
    name: 'Nearly the same, with different labels',
    why: () => 'The best place to look for wrong labels.',
  },
};

const SCRIPT: Record<ScriptName, string> = {
  latin: 'Latin',
  han: 'Chinese characters',
  kana: 'Japanese kana',
  hangul: 'Korean hangul',
  cyrillic: 'Cyrillic',
  greek: 'Greek',
  arabic: 'Arabic',
  hebrew: 'Hebrew',
  devanagari: 'Devanagari',
  thai: 'Thai',
  other: 'other scripts',
};

const language = (code: string) => (code === '' ? 'not recognised' : (languages.of(code) ?? code));

const help = {
  survey:
    'Every row is looked at once, as the cleaning rules leave it, and compared with all others by its pairs of neighbouring words, or of characters where no spaces part words. Press any number to see the very rows behind it.',
  telling:
    'A word is telling when it stands in the texts of one class far more often than in the others, measured in standard deviations (z) so that rare words cannot shout; below 1.96, where chance alone could do it, none is listed (Monroe, Colaresi and Quinn 2008). The words are counted in the labelled training rows, those of scripts without spaces as the browser’s dictionary parts them, and pressing one finds its rows.',
  leaking:
    'Some words say less about a subject than about where a text came from, such as the name of a news agency, and a classifier that learns them will fail on texts from elsewhere. Look at the top of this list, and strike such words out in Clean where they are a short cut; names of known agencies are always listed, if they occur.',
  search:
    'Each found row is shown with the words around the first place at which it was found. Row numbers lead to the row in the table below.',
};

/** Words of the survey and of the search. */
export const know = {
  help,
  title: 'Know the data',
  wait: 'Repeats, near-copies, leaks between the parts, contradicting labels, telling words: one look at every row.',
  make: 'Look at every row',
  again: 'Look again',
  stale: 'Labels or cleaning rules have changed since.',
  headline: (equal: GroupCount, across: GroupCount, near: GroupCount) => {
    if (equal.groups === 0 && near.groups === 0) return 'No text stands twice';
    const alike = `${rows(sum(near.rows))} ${plural(sum(near.rows), 'is', 'are')} nearly the same as another`;
    if (equal.groups === 0) return `No text stands twice, but ${alike}`;
    const twice = `${texts(equal.groups)} ${plural(equal.groups, 'stands', 'stand')} twice or more`;
    if (across.groups > 0) return `${twice}, ${number(across.groups)} of them in both parts`;
    return near.groups === 0 ? twice : `${twice}, and ${alike}`;
  },
  testCopies: (n: number, all: number) =>
    `${number(n)} of ${number(all)} test rows (${percent(n / all)}) have a copy or a near-copy in train.`,
  conflicts: (n: number) => `${texts(n)} ${plural(n, 'carries', 'carry')} more than one label.`,
  leak: (word: string, accuracy: number, majority: number) =>
    `“${word}” alone answers ${percent(accuracy)} rightly, where guessing the largest class gets ${percent(majority)}.`,
  figure: 'Finding',
  count: 'Rows',
  groups: GROUPS,
  inGroups: (n: number) => `in ${number(n)} ${plural(n, 'group', 'groups')}`,
  copies: {
    name: 'Test rows with a copy in train',
    why: (unit: Unit) =>
      `Each is equal to a train row, or at least half of the ${PAIRS[unit]} of the two are shared.`,
  },
  missing: { name: (field: string) => `Without ${field}`, why: 'The field is empty, or blank.' },
  empty: { name: 'Nothing left', why: 'Cleaning takes everything.' },
  unlabelled: {
    name: 'Without a label',
    why: 'They can be searched and labelled, not learned from.',
  },
  smallest: {
    name: (name: string) => `Smallest class: ${name}`,
    why: (share: number) => `${percent(share)} of the labelled rows.`,
  },
  largest: {
    name: (name: string) => `Largest class: ${name}`,
    why: (share: number) => `${percent(share)} of the labelled rows: what always guessing it gets.`,
  },
  lengths: {
    shortest: 'Shortest first',
    longest: 'Longest first',
    spread: (least: number, median: number, p95: number, unit: Unit) =>
      `From ${number(least)} ${least === 1 ? ONE[unit] : UNIT[unit]}, as in the files; half have at most ${number(median)}, 95 % at most ${number(p95)}.`,
    most: (longest: number, unit: Unit, isBoth: boolean) =>
      `The longest ${isBoth ? 'of train and test ' : ''}has ${number(longest)} ${UNIT[unit]}.`,
  },
  scripts: {
    title: 'Scripts',
    name: SCRIPT,
    note: 'Rows by the script of most of their letters.',
  },
  languages: {
    title: 'Languages',
    name: language,
    note: (asked: number, all: number) =>
      asked < all
        ? `Guessed for ${number(asked)} rows, evenly spread; short texts are often mistaken.`
        : 'Guessed row by row; short texts are often mistaken.',
  },
  open: (what: string, n: number) => `${what}: show ${rows(n)}`,
  more: 'Show all',
  telling: {
    title: 'Words that tell a class',
    none: 'No word tells it.',
    class: 'Class',
    words: 'Most telling first, with z',
    find: (word: string, z: number, count: number, all: number) =>
      `Find “${word}”: z = ${number(z, 1)}, ${number(count)} of ${number(all)} times in this class`,
  },
  leaking: {
    title: 'Words that give the label away',
    word: 'Word',
    rows: 'Rows',
    classes: 'Classes of these rows',
    bits: 'Bits',
    alone: 'Alone right',
    source: 'a source, not a subject',
    find: (word: string) => `Find “${word}”`,
    share: (name: string, share: number) => `${name} ${percent(share, 0)}`,
    majority: (share: number) => `Guessing the largest class: ${percent(share)}.`,
    counted: (n: number, all: number) => `Counted in ${number(n)} of ${rows(all)}, evenly spread.`,
  },
  found: {
    title: (finding: Finding, fields: readonly string[], classes: readonly string[]) => {
      switch (finding.kind) {
        case 'missing':
          return `Rows without ${fields[finding.field] ?? ''}`;
        case 'empty':
          return 'Rows of which nothing is left';
        case 'copies':
          return 'Test rows that have a copy or a near-copy in train';
        case 'unlabelled':
          return 'Rows without a label';
        case 'class':
          return `Rows of ${classes[finding.label] ?? ''}`;
        case 'shortest':
          return 'All rows, the shortest first';
        case 'longest':
          return 'All rows, the longest first';
        case 'script':
          return `Rows mostly in ${SCRIPT[finding.script]}`;
        case 'language':
          return `Rows whose language is ${language(finding.code)}`;
        case 'equal':
        case 'equalAcross':
        case 'conflict':
        case 'near':
        case 'nearAcross':
        case 'nearConflict':
          return GROUPS[finding.kind].name;
        default:
          return finding satisfies never;
      }
    },
    list: (n: number) => `The ${rows(n)} behind the figure`,
    close: 'Close',
    group: (n: number, size: number) => `Group ${number(n)} · ${rows(size)}`,
    sameText: 'the same text',
    likeness: (share: number, unit: Unit) =>
      share === 1 ? `the same ${PAIRS[unit]}` : `${percent(share, 0)} alike`,
    empty: 'no text',
    toTable: (row: string, ofClass: string) =>
      `${row}${ofClass && `, ${ofClass}`}: show it in the table`,
    loading: 'reading …',
  },
  search: {
    title: 'Search the rows',
    query: 'Word, phrase or any stretch of text',
    go: 'Search',
    whole: 'Whole words',
    exact: 'Capitals matter',
    where: 'Search in',
    raw: 'texts as in the files',
    cleaned: 'cleaned texts',
    nothing: (query: string) =>
      `“${query}” stands in no row. Try a part of it, or fewer conditions.`,
    found: (train: number, test: number, hits: number) =>
      `${rows(train + test)}, ${number(hits)} ${plural(hits, 'place', 'places')}: ${list([`${number(train)} in train`, `${number(test)} in test`])}.`,
    seen: (seen: number, all: number) => `${number(seen)} of ${rows(all)} searched …`,
    list: (query: string, n: number) => `“${query}” in ${rows(n)}`,
    share: 'By class',
    unlabelled: (n: number) => `${rows(n)} of them without a label.`,
    times: (n: number) => `${number(n)} times in this row`,
  },
};
