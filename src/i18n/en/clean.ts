// English: the Clean place, from the rules to the words.
import type { Rule, Split } from '../../core/types';
import { formatOf } from '../format';

const { number, percent, bytes, plural } = formatOf('en');
const rows = (n: number) => `${number(n)} ${plural(n, 'row', 'rows')}`;
const SPLIT: Record<Split, string> = { train: 'train', test: 'test' };

const help = {
  rules:
    'Each rule mends one kind of blemish, in the order shown, and the examples are rows of your own with what goes struck out and what comes set in green. A rule that is off is counted as if it were on, so you can see what it would do.',
  kept: 'Empty rows and repeated rows leave the training part only, because they teach nothing new or would be counted twice. Test rows are mended but never dropped, so the number of rows that a result stands on stays the same.',
  agencies:
    'News agencies write about some subjects more than others, so their names alone give away part of the answer. Whether that is knowledge or a short cut depends on the texts you will classify later, so try both.',
  settings:
    'A text is cut into units, and neighbouring units are joined into n-grams, because “not good” says something that “not” and “good” do not. Everything that is counted here is counted in the training rows alone, so nothing of the test leaks in.',
  vocabulary:
    'The vocabulary is the list of words and n-grams the model knows, each with a row of numbers of its own. The table takes four bytes a number, and beside it stand two more numbers for each row: how well it tells the classes apart, and how far training has moved it.',
  follow:
    'This is the whole way of one text from the file to the numbers that the model sees. Each word is replaced by its number in the vocabulary; a word that is not in it is unknown, and what stands behind the longest length is cut.',
  search:
    'Search the words and n-grams that were kept, the most frequent first. The count says how often each one stands in the training rows.',
};

const rules: Record<Rule, { name: string; does: string }> = {
  missing: {
    name: 'Missing title or text',
    does: 'Rows in which one field is empty. Off: the rest of the row is kept.',
  },
  join: {
    name: 'Title apart from text',
    does: 'Title and text become one; a row without a title keeps its text and is never dropped.',
  },
  entities: {
    name: 'Broken entities',
    does: 'Leftovers such as “ #39;” and “&amp;” become the character they stand for.',
  },
  tags: { name: 'HTML tags', does: 'Tags go; the words between them stay.' },
  backslashes: {
    name: 'Backslashes for line ends',
    does: 'A backslash where two lines were joined becomes a space.',
  },
  width: {
    name: 'Full and half width',
    does: 'Characters of full or half width get their usual form: “ＡＢＣ１２３” becomes “ABC123”.',
  },
  links: { name: 'Web addresses', does: 'Addresses go, with the brackets around them.' },
  emails: {
    name: 'E-mail addresses',
    does: 'Each address becomes the one word “emailaddress”: “ann@example.org” → “emailaddress”.',
  },
  phones: {
    name: 'Phone numbers',
    does: 'Each number in a phone’s form becomes the one word “phonenumber”: “+44 20 7946 0958” → “phonenumber”. Years, prices, scores and dates stay.',
  },
  mentions: {
    name: 'User names',
    does: 'Each name behind an “@” becomes the one word “usermention”: “@ann” → “usermention”.',
  },
  hashtags: {
    name: 'Hashtags',
    does: 'Hashtags become the words they are made of: “#BigNews” → “Big News”.',
  },
  agencies: {
    name: 'Agency tags',
    does: 'Tags with the names of news agencies go, wherever they stand: “(Reuters)”, “AP - ”. In a sentence a name stays.',
  },
  unicode: {
    name: 'Odd characters',
    does: 'The same letter gets the same form (NFC); invisible characters and odd spaces become plain.',
  },
  emoji: {
    name: 'Emoji',
    does: 'Emoji go: “Great 😀” → “Great”. Leave the rule off to learn from them: where punctuation counts, each is a word of its own.',
  },
  repeats: {
    name: 'Repeated characters',
    does: 'Letters stand at most twice in a row, marks once: “sooooo good!!!!” → “soo good!”. Digits stay.',
  },
  spaces: { name: 'Odd spaces', does: 'Each run of white space becomes one space.' },
  empty: { name: 'Empty rows', does: 'Rows without any text leave the training part.' },
  duplicates: {
    name: 'Duplicates',
    does: 'The second and later of equal texts leave the training part.',
  },
  leaks: {
    name: 'Also in the test part',
    does: 'A training row that equals a test row leaves the training part, or the test would ask what was learned by heart.',
  },
};

/** Words of the Clean place. */
export const clean = {
  help,
  rules,
  waits: {
    title: 'Nothing to clean yet',
    standfirst: 'Bring a dataset first; then this page shows what is wrong with it.',
    go: 'Go to Data',
  },
  reading: {
    title: 'Reading with a red pencil',
    standfirst: 'Every row is looked at once; the counts come as soon as it is done.',
    again: 'Count again',
  },
  found: {
    title: (name: string, share: number) =>
      `${name} in ${percent(share, share < 0.095 ? 1 : 0)} of the rows`,
    none: 'Nothing to mend here',
    kept: (kept: number, read: number) =>
      kept === read
        ? `Training keeps all ${rows(read)}.`
        : `Training keeps ${number(kept)} of ${rows(read)}.`,
    test: (n: number) => `All ${number(n)} test rows stay.`,
  },
  groups: {
    mend: 'What is mended',
    drop: 'What leaves the training part',
    changed: 'changed',
    matched: 'found',
  },
  on: 'on',
  off: 'off',
  counts: (train: number, test: number) => `${number(train)} train · ${number(test)} test`,
  countsOff: (train: number, test: number) =>
    `would be ${number(train)} train · ${number(test)} test`,
  dropped: (train: number, test: number) =>
    test === 0
      ? `${number(train)} left out of train`
      : `${number(train)} left out of train · ${number(test)} in test, all kept`,
  none: 'none here',
  examples: (n: number) => `${number(n)} more ${plural(n, 'example', 'examples')}`,
  where: (split: Split, row: number) => `${SPLIT[split]} row ${number(row)}`,
  noText: 'no text',
  deleted: 'struck out: goes',
  inserted: 'green: comes',
  recounting: 'Counting again …',
  counted: 'The counts are up to date.',
  outdated: 'The counts are out of date: the last change was not counted.',
  uncounted: 'Nothing was counted.',
  reset: 'Reset to defaults',
  kept: {
    title: 'What is kept',
    part: 'Part',
    read: 'Read',
    left: 'Left out',
    kept: 'Kept',
    values: (read: number, left: number, kept: number) =>
      `train: ${number(read)} − ${number(left)} = ${number(kept)}`,
  },
  agencies: {
    title: 'Why agency tags stay',
    why: (withTags: number, without: number) =>
      `They decide accuracy: on AG News a linear classifier (TF-IDF, LinearSVC) has ${percent(withTags)} with them and ${percent(without)} with them taken out. So they stay until you say otherwise.`,
    own: 'Here, on your own data',
    column: 'Accuracy',
    with: 'with agency tags',
    without: 'without them',
    run: (n: number) => `run ${number(n)}`,
    judged: (part: 'test' | 'validation', n: number) => `On ${number(n)} ${part} rows.`,
    difference: (points: number) =>
      `They are worth ${number(Math.abs(points), 1)} ${plural(Math.abs(points), 'point', 'points')} ${points < 0 ? 'less than nothing' : 'here'}.`,
    chance: 'On so few rows that may be chance.',
    nothing: 'They make no difference here.',
    wait: 'Train once with this rule off and once with it on, all else alike: the two results then stand here.',
    names: 'Names looked for',
    namesHelp: 'One a line, spelt as in the texts.',
  },
  words: {
    title: 'Words',
    standfirst: 'Then each text is cut into units, and each unit gets a number.',
    settings: 'How texts are cut',
    browser:
      'Which words come out depends on this browser: another one, or a later version, may cut differently. A model trained this way works best where it was trained.',
    unspaced: 'This language writes without spaces: characters and their pairs are counted.',
    spaced: 'This language writes with spaces: words are counted.',
    groups: {
      cut: 'Units',
      forms: 'Forms of words',
      vocabulary: 'Vocabulary',
      length: 'Length',
      structure: 'Structure',
      split: 'Division',
    },
    pairs: 'Counting pairs needs a longest n-gram of at least 2.',
    most: (tableRows: number, width: number, size: number) =>
      `With these limits the table has at most ${number(tableRows)} rows of ${number(width)} numbers: ${bytes(size)}.`,
    tooLarge: (size: number) =>
      `That is more than the ${bytes(size)} that every GPU takes in one piece; lower a limit or the width.`,
  },
  vocabulary: {
    title: 'Vocabulary',
    count: 'Count the words',
    wait: 'Not counted yet with these settings; training does it too.',
    finding: (words: number, ngrams: number) =>
      `${number(words)} words and ${number(ngrams)} n-grams are kept`,
    seen: (all: number, kept: number) =>
      `${number(all)} different words were seen; ${number(all - kept)} were too rare or too many.`,
    unknown: (share: number) =>
      `Of the words in rows kept aside, ${percent(share)} are unknown to it.`,
    tags: (n: number) =>
      `Beside them ${number(n)} ${plural(n, 'part of speech or pair of them is', 'parts of speech and pairs of them are')} counted.`,
    lengths: (mean: number, p95: number, longest: number) =>
      `A text has ${number(mean, 1)} units on average; 95 % have at most ${number(p95)}, the longest ${number(longest)}.`,
    cut: (n: number) => `${rows(n)} ${plural(n, 'is', 'are')} cut at the longest length.`,
    rows: (train: number, validation: number, test: number) =>
      `${number(train)} rows to learn from, ${number(validation)} to check on, ${number(test)} to test.`,
    values: (tableRows: number, width: number, size: number) =>
      `${number(tableRows)} × ${number(width)} × 4 bytes = ${bytes(size)}`,
  },
  follow: {
    title: 'Follow a row',
    split: 'Part',
    row: 'Row',
    go: 'Follow',
    range: (n: number) => `1 to ${number(n)}`,
    showing: (split: Split, row: number) => `Following ${SPLIT[split]} row ${number(row)}`,
    original: 'As in the file',
    cleaned: 'Cleaned',
    unchanged: 'Cleaning left it as it was.',
    tokens: 'Units and their numbers',
    ngrams: 'N-grams it is known by',
    noNgrams: 'None of its n-grams was seen often enough.',
    padded: 'Padded to one length',
    paddedHelp: (length: number) =>
      `${number(length)} numbers, as a model of fixed length gets them.`,
    fill: (n: number) => `then ${number(n)} times 0`,
    dropped: (rule: string) => `Training leaves this row out (${rule}).`,
    legend: {
      known: 'known',
      unknown: 'unknown: not in the vocabulary',
      cut: 'cut: behind the longest length',
    },
    state: { known: 'known', unknown: 'unknown', cut: 'cut' },
    counts: (units: number, unknown: number, cut: number) =>
      `${number(units)} units, ${number(unknown)} unknown, ${number(cut)} cut.`,
  },
  search: {
    title: 'Look a word up',
    label: 'Word or part of one',
    text: 'Text',
    id: 'Number',
    count: 'Count',
    kind: 'Kind',
    kinds: { word: 'word', ngram: 'n-gram', tag: 'part of speech' },
    first: (n: number) => `The ${number(n)} most frequent.`,
    found: (n: number, isAll: boolean) =>
      isAll ? `${number(n)} found.` : `The ${number(n)} most frequent that match.`,
    nothing: 'Nothing kept matches; it may have been too rare.',
    wait: 'Count the words first.',
  },
};
