// English: the place where a model is judged on the test part.
import { formatOf } from '../format';

/** How a share is said in words: near an end, close to so many in ten, or between two of them. */
export type RoughShare =
  | { kind: 'every' }
  | { kind: 'all' } // but a few in a thousand
  | { kind: 'hundred'; wrong: number } // so many in a hundred are wrong
  | { kind: 'ten'; right: number }
  | { kind: 'between'; least: number }; // between `least` and one more in ten

/** The names of two classes that are taken for each other, and how often. */
export interface BlurredPair {
  a: string;
  b: string;
  rows: number; // both ways
}

const { number, percent, plural } = formatOf('en');

const COUNT_WORDS = 'No One Two Three Four Five Six Seven Eight Nine Ten'.split(' ');
const rows = (n: number) => `${number(n)} ${plural(n, 'row', 'rows')}`;

function sayShare(share: RoughShare): string {
  switch (share.kind) {
    case 'every':
      return 'Every row right';
    case 'all':
      return 'Nearly all right';
    case 'hundred':
      return `Only ${COUNT_WORDS[share.wrong].toLowerCase()} in a hundred wrong`;
    case 'ten':
      return share.right === 0 ? 'Hardly any right' : `${COUNT_WORDS[share.right]} in ten right`;
    case 'between':
      return share.least === 0
        ? 'Fewer than one in ten right'
        : `Between ${COUNT_WORDS[share.least].toLowerCase()} and ${COUNT_WORDS[share.least + 1].toLowerCase()} in ten right`;
  }
}

/** Words of the place Evaluate. */
export const evaluate = {
  waiting: {
    title: 'Nothing to judge yet',
    text: 'First a model has to learn; then it is judged here, on rows it never saw.',
    link: 'Go to Train',
  },
  headline: {
    finding: (share: RoughShare, pair: BlurredPair | null) =>
      pair ? `${sayShare(share)}; ${pair.a} and ${pair.b} blur` : sayShare(share),
    noBetter: (label: string) => `No better than always answering “${label}”`,
    sealed: 'Learned, but not yet tested',
    untestable: 'Learned, with nothing to test it on',
  },
  standfirst: {
    on: (n: number, isHeldOut: boolean) =>
      isHeldOut
        ? `Judged on ${rows(n)} held out from the training file, for want of a test part.`
        : `Judged on the ${rows(n)} of the test part, which training never saw.`,
    mistakes: (wrong: number, pair: BlurredPair | null) =>
      pair
        ? `Of ${number(wrong)} ${plural(wrong, 'mistake', 'mistakes')}, ${number(pair.rows)} ${plural(pair.rows, 'lies', 'lie')} between ${pair.a} and ${pair.b}.`
        : wrong === 0
          ? 'Not one was mistaken.'
          : `Its ${number(wrong)} ${plural(wrong, 'mistake is', 'mistakes are')} spread: no two classes stand out.`,
    sealed: (n: number, accuracy: string) =>
      `On validation it has ${accuracy} right. Its ${rows(n)} for testing are still sealed.`,
    none: 'There are no rows to test it on.',
  },
  relabelled: (changes: number, isJudgedBefore: boolean) =>
    `Labels were changed ${changes === 1 ? 'once' : `${number(changes)} times`} since this run learned.${
      isJudgedBefore
        ? ' Its test rows come from the same file, so its figures belong to the labels as they were.'
        : ''
    } Train again to take the changes in.`,
  run: 'Run',
  runName: (n: number, dataset: string) => `run ${number(n)}, ${dataset}`,
  test: 'Open the test part',
  testAgain: 'Test again',
  testing: 'Testing …',
  rowsGone: 'The dataset was deleted, and its test rows with it; the figures stay.',
  busy: 'A training is under way; it can be tested afterwards.',
  accuracy: 'Test accuracy',
  macroF1: 'Macro-F1',
  interval: (least: number, most: number) => `95 %: ${percent(least)} to ${percent(most)}`,
  always: (label: string) => `always “${label}”`,
  onRows: (n: number) => `n = ${number(n)}`,
  refitted: 'The weights come from a second training that included the validation rows.',
  figuresValues: (share: number, n: number, least: number, most: number) =>
    `p = ${percent(share, 2)}, n = ${number(n)}, z = 1.96: ${percent(least, 2)} to ${percent(most, 2)}.`,
  looks: {
    title: 'Looks at the test part',
    none: 'Still sealed: nobody has looked.',
    first: 'This was the first look at this test part.',
    later: (look: string) =>
      `This was the ${look} look at this test part. Each further look makes the figure a little too good.`,
    all: (n: number) => `${number(n)} ${plural(n, 'look', 'looks')} in all.`,
    ordinal: (n: number) =>
      ['', 'first', 'second', 'third', 'fourth', 'fifth'][n] ?? `${number(n)}th`,
  },
  classes: {
    title: 'Class by class',
    label: 'Class',
    precision: 'precision',
    recall: 'recall',
    f1: 'F1',
    support: 'rows',
    mean: 'mean (macro)',
    values: (label: string, hits: number, answered: number, support: number) =>
      `${label}: ${number(hits)} right of ${number(answered)} answered so (precision ${percent(answered ? hits / answered : 0)}) and of ${number(support)} that are so (recall ${percent(support ? hits / support : 0)}).`,
  },
  confusion: {
    title: 'What is taken for what',
    caption:
      'Rows are the given label, columns the model’s answer. Press a number to read the rows behind it; arrow keys move between them.',
    given: 'given',
    answered: 'answered',
    cell: (given: string, answered: string, n: number) =>
      `given ${given}, answered ${answered}: ${rows(n)}`,
    part: (shown: number, all: number) =>
      `Of ${number(all)} classes, the ${number(shown)} with most of the mistakes.`,
    values: (right: number, all: number) =>
      `On the diagonal: ${number(right)} of ${number(all)} = ${percent(all ? right / all : 0)}.`,
  },
  cell: {
    title: (given: string, answered: string) =>
      given === answered ? `Rightly answered ${answered}` : `Given ${given}, answered ${answered}`,
    shown: (shown: number, all: number) =>
      shown < all ? `The surest ${number(shown)} of ${rows(all)}.` : `${rows(all)}.`,
    reading: 'Reading …',
    none: 'No row is here.',
    row: (n: number) => `row ${number(n)}`,
    probability: (answered: string, share: number) => `${answered}, ${percent(share)} sure`,
    given: (label: string) => `given: ${label}`,
    more: (n: number) => `${number(n)} more`,
    close: 'Close',
  },
  help: {
    looks:
      'A test is honest once: whoever changes something after looking, and looks again, begins to fit the test part as well. So every look is counted, from the first one on.',
    classes:
      'Precision asks how many of the rows answered with a class belong there, recall how many of the rows that belong there were found. F1 is high only when both are.',
    confusion:
      'Each test row is counted once, in the row of its given label and the column of the model’s answer, so the diagonal holds what is right. The colour shows the share within the given label: blue for right, red for wrong.',
    figures:
      'Accuracy is the share of rows answered right, and the interval is where it would lie, 95 times in 100, had other rows of the same kind been drawn. Macro-F1 is the mean of the classes’ F1, so a small class counts as much as a large one.',
  },
};
