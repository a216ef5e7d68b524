// English: the Data place.
import type { LengthHistogram, Split } from '../../core/types';
import { formatOf } from '../format';

const { number, percent, bytes, plural, list } = formatOf('en');
const SMALL = 'no one two three four five six seven eight nine ten eleven twelve'.split(' ');
const spell = (n: number) => SMALL[n] ?? number(n);
const UNIT = { words: 'words', characters: 'characters' } as const;
const texts = (n: number) => `${number(n)} ${plural(n, 'text', 'texts')}`;

const help = {
  bring:
    'A labelled dataset is a list of texts that somebody has already sorted into classes; from it a classifier learns to sort new ones. The files are read here, in this browser, and stored here only.',
  balance:
    'Each bar is the share of the training texts that carry one label. A classifier that always answers with the largest class is right that often, so this is the figure to beat.',
  lengths:
    'Each column counts the texts of about the same length, as they stand in the file: words are what blanks part, and in scripts without spaces every character counts. Very short texts carry little to learn from, and the end of a very long one may be cut.',
  rows: 'These are the texts as they stand in the file, before any cleaning. The train part is what the classifier learns from, and the test part is kept to judge it on texts it has never seen.',
  files:
    'Every file that went into this dataset, with the rows that could be used. Rows with a missing field, an unknown label or no text are left out and listed with their line.',
  kept: 'Datasets and trained models stay in this browser until you delete them, also after the page is closed. Protected storage means that the browser will not clear them by itself when the disk runs low.',
};

/** Words of the Data place. */
export const data = {
  help,
  none: {
    title: 'Bring something to read',
    standfirst: 'Drop a labelled dataset, or start with a small one written for this page.',
  },
  reading: {
    title: 'Reading',
    standfirst: 'Row by row, on this computer; cancel at any moment and nothing is left behind.',
  },
  found: {
    title: (rows: number, classes: number) =>
      classes === 0
        ? `${texts(rows)} without labels`
        : `${texts(rows)} in ${spell(classes)} ${plural(classes, 'class', 'classes')}`,
    even: 'The classes are about the same size.',
    largest: (name: string, share: number) =>
      `“${name}” is the largest class, with ${percent(share, 0)} of them.`,
    uneven: (least: number, most: number) =>
      `The smallest class has ${texts(least)}, the largest ${number(most)}.`,
    length: (mean: number, unit: LengthHistogram['unit']) =>
      `A text has ${number(mean)} ${UNIT[unit]} on average.`,
    test: (n: number) => `${number(n)} of them are set apart as a test.`,
    noTest: 'There is no test part, so some of the rows will be set apart as one.',
    noTrain: 'There is no training part yet: add train.csv.',
    validation: (n: number) => `${number(n)} are kept by the files themselves for validation.`,
    bad: (n: number) =>
      `${number(n)} ${plural(n, 'row', 'rows')} could not be used and ${plural(n, 'is', 'are')} listed below.`,
  },
  untitled: 'Untitled dataset',
  byClasses: (first: string[], classes: number) => {
    const more = classes - first.length;
    return list(more > 0 ? [...first, `${number(more)} more`] : first);
  },
  numbered: (title: string, n: string) => `${title} (${n})`,
  train: 'Train',
  trainWith: (classes: number) =>
    `With the settings as they are; you get a tested classifier for ${spell(classes)} ${plural(classes, 'class', 'classes')}.`,
  trainBusy: 'A training is under way.',
  seeTraining: 'See it',
  label: {
    link: 'Label by hand',
    left: (n: number) => `${texts(n)} ${plural(n, 'has', 'have')} no label yet.`,
    needTwo: 'Two classes need a label before a model can learn.',
    none: 'Correct a label, or follow a model’s doubts.',
  },
  drop: {
    title: 'Drop train.csv, test.csv and classes.txt, or their folder',
    more: 'Add files, or bring another dataset',
    kinds:
      'CSV, TSV, JSON, Parquet, lines with labels, a folder of texts or web pages per class; also in zip, tar or gzip · it never leaves this computer',
    over: 'Let go to read',
    choose: 'Choose files',
    folder: 'Choose a folder',
    ask: 'Let me choose the columns first',
    unreadable: 'What was dropped could not be opened. Choose the files with the button instead.',
  },
  ways: {
    title: 'No file at hand?',
    paste: 'Paste text',
    address: 'Fetch from an address',
    nothing: 'Start from nothing',
  },
  samples: {
    title: 'Or start with a sample',
    hint: 'Written for this page, blemishes included.',
    english: 'English news',
    englishHint: 'about 1,000 items, four classes',
    chinese: 'Chinese news',
    chineseHint: 'about 800 items, ten classes',
  },
  source: {
    title: 'Where to get AG News',
    text: 'The news corpus of Zhang, Zhao and LeCun (2015): 120,000 training and 7,600 test items in four classes. Its terms allow research and non-commercial use, so it does not ship with this page; download it from one of these and drop the files here.',
    kaggle: 'Kaggle: train.csv and test.csv with a header',
    github: 'GitHub: train.csv, test.csv and classes.txt as first published',
  },
  insecure: {
    title: 'This page came over plain HTTP',
    text: 'So the browser withholds the GPU, offline use and protected storage. Reading, training on the processor and everything else work as they are; opened over HTTPS or from localhost, the page would have those too.',
  },
  split: { train: 'Train', test: 'Test' } satisfies Record<Split, string>,
  balance: {
    title: 'Classes',
    class: 'Class',
    summary: (classes: number) => `Texts in each of ${classes} classes`,
    rest: (classes: number) => `${number(classes)} more classes, each with fewer`,
    values: (name: string, count: number, all: number) =>
      `“${name}”: ${number(count)} / ${number(all)} = ${percent(all === 0 ? 0 : count / all)}`,
  },
  lengths: {
    title: 'Lengths',
    x: (unit: LengthHistogram['unit']) => `${UNIT[unit]} in a text`,
    y: 'texts',
    mean: (mean: number) => `mean ${number(mean, 1)}`,
    bin: (from: number, to: number | null, count: number) =>
      to === null
        ? `${number(from)} or more: ${texts(count)}`
        : to - from === 1
          ? `${number(from)}: ${texts(count)}`
          : `${number(from)} to ${number(to - 1)}: ${texts(count)}`,
    andMore: '+',
    summary: (unit: LengthHistogram['unit'], mean: number, longest: number) =>
      `How long the texts are: ${number(mean, 1)} ${UNIT[unit]} on average, the longest ${number(longest)}.`,
    values: (n: number, mean: number, unit: LengthHistogram['unit']) =>
      `n = ${number(n)} texts, mean = ${number(mean, 1)} ${UNIT[unit]}`,
  },
  rows: {
    title: 'Rows',
    number: 'Row',
    label: 'Class',
    text: 'Text',
    table: (split: Split, n: number) => `${number(n)} rows of the ${split} part`,
    part: 'Part',
    goTo: 'Go to row',
    go: 'Go',
    sheet: (from: number, to: number, all: number) =>
      `Rows ${number(from)} to ${number(to)} of ${number(all)}`,
    before: 'Earlier rows',
    after: 'Later rows',
    loading: 'reading …',
    noTitle: 'no title',
    noLabel: 'no label',
    follow: (row: number) => `Follow row ${number(row)} through cleaning and tokenizing`,
    hint: 'Press a row’s number to follow it through every stage.',
  },
  files: {
    title: 'Files read',
    name: 'File',
    rows: 'Rows',
    size: 'Size',
    leftOut: (n: number) => `${number(n)} ${plural(n, 'file', 'files')} left out`,
  },
  bad: {
    title: (n: number) => `${number(n)} ${plural(n, 'row', 'rows')} left out`,
    file: 'File',
    reason: 'Reason',
    first: (shown: number, all: number) => `The first ${number(shown)} of ${number(all)}.`,
  },
  kept: {
    title: 'In this browser',
    open: (name: string) => `Open “${name}”`,
    isOpen: 'open',
    facts: (rows: number, classes: number, size: string) =>
      `${number(rows)} ${plural(rows, 'row', 'rows')}, ${classes} classes, ${size}`,
    rename: 'Rename',
    renameOf: (name: string) => `Rename “${name}”`,
    newName: 'New name',
    save: 'Save',
    remove: 'Delete',
    removeOf: (name: string) => `Delete “${name}”`,
    removeAsk: (name: string, size: string) =>
      `Delete “${name}” and everything made from it (${size})? Its trained models stay.`,
    removeYes: 'Delete it',
    keep: 'Keep it',
    use: (used: number, models: number) =>
      models === 0
        ? `${bytes(used)} in use.`
        : `${bytes(used)} in use, ${bytes(models)} of it for trained models.`,
    quota: (free: number) => `The browser allows ${bytes(free)} more.`,
    protected: 'Protected: the browser will not clear it by itself.',
    unprotected: 'Not protected: the browser may clear it when the disk runs low.',
    noProtection: 'This browser offers no protected storage here.',
    protect: 'Ask for protection',
    refused:
      'The browser did not agree. Most grant it to pages that are installed, bookmarked or often visited.',
  },
};
