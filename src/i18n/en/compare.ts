// English: runs beside each other, the TF-IDF line, and settings as a link.
import type { Comparison } from '../../core/run';
import { formatOf } from '../format';

const { number, plural, list } = formatOf('en');

const points = (share: number) => number(Math.abs(share) * 100, 1);
const signed = (share: number) => {
  const written = points(share);
  if (Number(written) === 0) return written;
  return `${share < 0 ? '−' : '+'}${written}`;
};

/** Why a part of a link is refused; `found` is its value. */
const refusals: Record<
  'version' | 'unknown' | 'value' | 'twice' | 'long',
  (part: string, found: string) => string
> = {
  version: (_, found) => `it was made by another version of this page (${found}).`,
  unknown: (part) => `“${part}” is no setting of this model.`,
  value: (part, found) => `“${found}” is no possible value of ${part}.`,
  twice: (part) => `“${part}” stands in it twice.`,
  long: () => 'it is too long.',
};

/** Words of comparing runs. */
export const compare = {
  title: 'Runs side by side',
  single:
    'There is only one run on this dataset. Train another one with other settings, and both stand here side by side.',
  scope: 'Runs',
  scopes: { dataset: 'on this dataset', all: 'on all datasets' },
  sortBy: 'Sort by',
  columns: {
    number: 'run',
    validation: 'validation',
    test: 'test',
    line: 'against the line',
    seconds: 'time',
    parameters: 'numbers',
    date: 'where and when',
  },
  more: (n: number) => `Show all ${number(n)} runs`,
  less: 'Show fewer',
  interval: (least: number, most: number) =>
    `${number(least * 100, 1)} to ${number(most * 100, 1)}`,
  differenceOf: (share: number) => signed(share),
  differenceInterval: (least: number, most: number) => `${signed(least)} to ${signed(most)}`,
  sealed: 'not tested',
  isLine: 'is the line',
  noLine: 'no line yet',
  picture: 'In the picture',
  inPicture: (n: number) => `Show run ${number(n)} in the picture`,
  mostInPicture: (n: number) => `At most ${number(n)} at once.`,
  open: (n: number, model: string) => `Open run ${number(n)}, ${model}`,
  use: 'Use these settings',
  useOf: (n: number) => `Use these settings, of run ${number(n)}`,
  used: (n: number) => `The settings of run ${number(n)} are in the form.`,
  copy: 'Copy link',
  copyOf: (n: number) => `Copy link, with the settings of run ${number(n)}`,
  copied: (n: number) => `The link with the settings of run ${number(n)} is copied.`,
  copyByHand: 'This browser does not let the page copy. Here is the link:',
  linkLong: (most: number) =>
    `The settings are too long for a link (${number(most)} characters). Save the recipe in the place Clean instead, and send that.`,
  startStays: 'The run that it started from stays in this browser and is not part of the link.',
  differs: {
    on: 'on',
    off: 'off',
    agencies: (n: number) => `${number(n)} agency ${plural(n, 'name', 'names')}`,
    own: (n: number) => `${number(n)} ${plural(n, 'rule', 'rules')} of one’s own`,
    target: {
      all: 'all classes',
      one: (a: string) => `${a} or not`,
      two: (a: string, b: string) => `${a} or ${b}`,
    },
    start: (n: number | null) =>
      n === null ? 'went on from a deleted run' : `went on from run ${number(n)}`,
    fresh: 'fresh weights',
    more: (n: number) => `and ${number(n)} more`,
  },
  curves: {
    title: 'Their curves',
    measure: 'Show',
    measures: { loss: 'loss', accuracy: 'accuracy on validation' },
    over: 'over',
    axes: { epochs: 'epochs', seconds: 'seconds', rows: 'rows read' },
    tag: (n: number) => `run ${number(n)}`,
    none: 'Choose runs in the table below.',
    empty: 'The chosen runs have no such curve.',
    loss: 'Thin: the trend of the training loss. With dots: the loss on validation after each epoch. Lower is better.',
    accuracy: 'The share right on validation after each epoch. Higher is better.',
    otherLoss:
      'These runs were trained on different losses, which are no common measure: compare their accuracy.',
    seconds: (n: number) => `${number(n, n % 1 === 0 ? 0 : 1)} s`,
    rows: (n: number) => {
      if (n >= 1e6) return `${number(n / 1e6, n % 1e6 === 0 ? 0 : 1)} M`;
      return n >= 1000 ? `${number(n / 1000, n % 1000 === 0 ? 0 : 1)} k` : number(n);
    },
    epochs: (n: number) => (n === 0 ? '0' : `epoch ${number(n)}`),
    label: (runs: number[], ends: string[]) =>
      `The curves of ${runs.length === 1 ? 'run' : 'runs'} ${list(runs.map((n) => number(n)))} over each other. At the end: ${list(ends)}.`,
  },
  line: {
    title: 'Against the TF-IDF line',
    better: ({ difference, interval: [least, most] }: Comparison) =>
      `${points(difference)} points better than the TF-IDF line on the test part (95 %: ${signed(least)} to ${signed(most)}).`,
    worse: ({ difference, interval: [least, most] }: Comparison) =>
      `${points(difference)} points worse than the TF-IDF line on the test part (95 %: ${signed(least)} to ${signed(most)}).`,
    same: ({ difference, interval: [least, most] }: Comparison) =>
      `No clear difference to the TF-IDF line on the test part: ${signed(difference)} points (95 %: ${signed(least)} to ${signed(most)}).`,
    rows: ({ rows, onlyA, onlyB }: Comparison) =>
      `Of the ${number(rows)} test rows that both answered, this run alone has ${number(onlyA)} right and the line alone ${number(onlyB)}.`,
    isLine: 'This run is the TF-IDF line that the others are held against.',
    untested: (n: number) =>
      `The TF-IDF line is run ${number(n)}; they are compared row by row once both are tested.`,
    train: 'Train the TF-IDF line (a few seconds)',
    why: 'A linear model over TF-IDF is what a larger one must beat.',
  },
  link: {
    taken: (settings: string) => `The settings of the link are in the form: ${settings}.`,
    undo: 'Back to the settings before',
    dismiss: 'Dismiss',
    refused: 'The link was not followed, and nothing was changed:',
    why: refusals,
  },
  help: {
    compare:
      'Only what differs between the runs is named; everything else is the same in all of them. Choose by validation, and look at the test part last, since a choice made by the test flatters itself.',
    line: 'Both models answered the same test rows, so only the rows count on which they disagree, and that tells small differences from chance far better than two separate intervals. The interval is Newcombe’s for paired shares (1998, method 10).',
  },
};
