// English: the place where a model learns.
import { LEAST_JUDGES } from '../../core/run';
import type { LossName, RunSettings, SplitSettings } from '../../core/settings';
import { formatOf } from '../format';
import { models, type Asked } from './models';

const { number, percent, duration, plural, list } = formatOf('en');

const COUNT_WORDS = 'no one two three four five six seven eight nine ten eleven twelve'.split(' ');
const TIMES = ['', 'once', 'twice', 'three times', 'four times', 'five times', 'six times'];

const count = (n: number) => COUNT_WORDS[n] ?? number(n);
const times = (n: number) => TIMES[n] ?? `${number(n)} times`;
const rows = (n: number) => `${number(n)} ${plural(n, 'row', 'rows')}`;
const points = (share: number) => `${number(Math.abs(share) * 100, 1)} points`;

/** How many rows a training learned from, checked on and is tested on. */
export interface RowCounts {
  train: number;
  validation: number;
  test: number;
  testIsHeldOut: boolean;
}

const sealed = ({ test, testIsHeldOut }: RowCounts) => {
  if (test === 0) return 'There is no test part to judge it on.';
  return testIsHeldOut
    ? `${rows(test)} held out from the training file stay sealed until the test.`
    : `The ${rows(test)} of the test part stay sealed until the test.`;
};

/** Rows before they are divided. */
export interface RowsAtHand {
  train: number;
  given: number; // of them, which the files keep for validation and the settings use so
  test: number;
}

const aside = ({ by, validationShare, validationRows }: SplitSettings, given: number) => {
  if (given > 0) return `less the ${number(given)} that the files keep to check on`;
  return by === 'rows'
    ? `less ${rows(validationRows)} kept aside to check on`
    : `less the ${percent(validationShare, 0)} kept aside to check on`;
};
const heldOut = ({ by, testShare, testRows }: SplitSettings) => {
  if (by === 'rows') return `${rows(testRows)} ${plural(testRows, 'is', 'are')}`;
  return testShare === 0.1 ? 'a tenth is' : `${percent(testShare, 0)} are`;
};

/** Words of the place Train. */
export const train = {
  sentences: (all: string[]) => all.join(' '),
  waiting: {
    title: 'Nothing to learn from yet',
    text: 'Training needs texts with labels: your own, or one of the two samples.',
    link: 'Load some in Data',
  },
  headline: {
    ready: ({ kind, names }: Asked) => {
      if (kind === 'one') return `Ready to tell ${names[0]} from the rest`;
      if (kind === 'two') return `Ready to tell ${names[0]} from ${names[1]}`;
      return `Ready to learn ${count(names.length)} classes`;
    },
    noTrain: 'A test part alone teaches nothing',
    preparing: 'Getting the text ready',
    learning: ({ kind, names }: Asked) => {
      if (kind === 'one') return `Learning to tell ${names[0]} from the rest`;
      if (names.length === 2) return `Learning the difference between ${names[0]} and ${names[1]}`;
      if (names.length <= 4) return `Learning to tell ${list(names)} apart`;
      return `Learning to tell ${count(names.length)} classes apart`;
    },
    paused: 'Paused; nothing is lost',
    refitting: 'Learning once more, from all the rows',
    testing: 'Learned; now judged on rows it never saw',
    tested: (share: number) => `${percent(share)} right on rows it had never seen`,
    validated: (share: number) => `${percent(share)} right on the rows kept aside`,
    noBetter: (label: string) => `No better than always answering “${label}”`,
    stopped: (share: number) => `Stopped early, and kept: ${percent(share)} right`,
    unjudged: 'Learned, with nothing to judge it on',
    failed: 'The training broke off',
    broken: 'The page was closed in mid-training',
    elsewhere: 'Training in another tab',
  },
  standfirst: {
    ready: (settings: RunSettings, dataset: string, { train, given, test }: RowsAtHand) =>
      `${models.phrase(settings)} will read ${rows(train)} of “${dataset}” ${times(settings.train.epochs)} over, ${aside(settings.split, given)}. ` +
      (test > 0
        ? `${rows(test)} stay sealed for the test.`
        : `As there is no test part, ${heldOut(settings.split)} held out and sealed for the test.`),
    noTrain: (dataset: string, test: number) =>
      `“${dataset}” has ${rows(test)} to test on and none to learn from: add train.csv in Data.`,
    preparing: (dataset: string) =>
      `Cleaning “${dataset}”, counting its words and turning them into numbers. This is done once and kept.`,
    learning: (settings: RunSettings, counts: RowCounts) =>
      `${models.phrase(settings)} is reading ${rows(counts.train)}, ${times(settings.train.epochs)} over. ` +
      (counts.validation > 0
        ? `It checks itself on ${number(counts.validation)} it does not learn from. `
        : 'They are too few to keep any aside to check on. ') +
      sealed(counts),
    learningTwo: (settings: RunSettings, names: string[]) =>
      `${models.phrase(settings)} is reading the rows of ${list(names)}, ${times(settings.train.epochs)} over, less those kept aside to check on.`,
    finished: (seconds: number, counts: RowCounts, epoch: number) =>
      counts.validation < LEAST_JUDGES
        ? `Learned from ${rows(counts.train)} in ${duration(seconds)}.`
        : `Learned from ${rows(counts.train)} in ${duration(seconds)}; its ${epoch === 1 ? 'first' : `${number(epoch)}${ordinal(epoch)}`} epoch did best on ${number(counts.validation)} rows kept aside.`,
    tested: (counts: RowCounts) =>
      counts.testIsHeldOut
        ? `Then it was judged on ${rows(counts.test)} held out from the training file, for want of a test part.`
        : `Then it was judged on the ${rows(counts.test)} of the test part.`,
    untested: (counts: RowCounts) => sealed(counts),
    stopped: 'It was stopped before its end.',
    stoppedEarly: (patience: number) =>
      `It ended by itself after ${number(patience)} ${plural(patience, 'epoch', 'epochs')} without a better one.`,
    refitted: 'Its weights come from a second training that included the rows kept aside.',
    refitStopped: 'The second training was stopped, so the weights are those from before it.',
    noBetter: (share: number) =>
      `It has ${percent(share)} right, which the commonest class alone would give. Try more epochs, another learning rate, or look at the labels.`,
    keptEpoch: (epoch: number) =>
      `What it knew after its ${number(epoch)}${ordinal(epoch)} epoch can be tested and used.`,
    nothingKept: 'No epoch was finished, so there is nothing to keep.',
    elsewhere: 'Its figures are here as soon as it has ended.',
  },
  start: 'Train',
  again: 'Train again',
  pause: 'Pause',
  resume: 'Resume',
  stop: 'Stop and keep',
  evaluate: 'See where it errs',
  use: 'Try it on a text',
  kicker: (model: string) => `Under way · ${model}`,
  runKicker: (n: number, model: string) => `Run ${number(n)} · ${model}`,
  phase: {
    loading: 'loading the model',
    training: 'training',
    paused: 'paused',
    validating: 'checking on validation',
    refitting: 'training again on everything',
    testing: 'testing',
  },
  rowRate: (rate: number) => `${number(Math.round(rate))} rows a second`,
  loss: {
    title: 'Loss',
    label: (first: number, last: number, validation: number | null) =>
      `Training loss went from ${number(first, 3)} to ${number(last, 3)}` +
      (validation === null ? '' : `; validation loss is ${number(validation, 3)}`),
    waiting: 'The curve begins with the first steps.',
    training: 'training',
    validation: 'validation',
    measure: {
      softmax: 'Mean cross-entropy',
      sigmoid: 'Mean binary cross-entropy, added up over the classes',
      hinge: 'Mean squared hinge, added up over the classes',
    } satisfies Record<LossName, string>,
    binary: {
      softmax: 'Mean cross-entropy',
      sigmoid: 'Mean binary cross-entropy',
      hinge: 'Mean squared hinge',
    } satisfies Record<LossName, string>,
    caption: (measure: string, best: number | null) =>
      `${measure}, lower is better; the faint line is every reading, the dark one their trend. ` +
      (best === null
        ? 'After each epoch the model is checked on validation.'
        : `Epoch ${number(best)} is the best on validation; it is kept.`),
    unchecked: (measure: string) =>
      `${measure}, lower is better; the faint line is every reading, the dark one their trend. No rows were kept aside, so the last epoch is kept.`,
    apart:
      'The validation line is the mean cross-entropy of the answers: another measure, so compare each line with itself only.',
    epoch: (n: number) => (n === 0 ? '0' : `epoch ${number(n)}`),
    values: {
      softmax: (loss: number, classes: number) =>
        `Guessing among ${number(classes)} classes costs ln ${number(classes)} = ${number(Math.log(classes), 3)}; now it is ${number(loss, 3)}, so the right class gets about ${percent(Math.exp(-loss), 0)}.`,
      sigmoid: (loss: number, outputs: number) =>
        `Saying “perhaps” to everything costs ${outputs === 1 ? '' : `${number(outputs)} × `}ln 2 = ${number(outputs * Math.log(2), 3)}; now it is ${number(loss, 3)}.`,
      hinge: (loss: number, outputs: number) =>
        `Scores of 0 for everything cost ${number(outputs)}; now it is ${number(loss, 3)}.`,
    } satisfies Record<LossName, (loss: number, n: number) => string>,
  },
  accuracy: {
    title: 'Accuracy on validation',
    label: (first: number, last: number) =>
      `Accuracy on validation went from ${percent(first)} to ${percent(last)}`,
    line: 'validation',
    values: (share: number, n: number) =>
      `p = ${number(Math.round(share * n))} / ${number(n)} = ${percent(share)}.`,
  },
  epochs: {
    title: 'Epoch by epoch',
    epoch: 'Epoch',
    trainLoss: 'training loss',
    validationLoss: 'validation loss',
    accuracy: 'accuracy',
    seconds: 'after',
    best: 'best',
  },
  good: {
    title: 'How good is that?',
    on: 'On validation',
    accuracy: 'accuracy',
    time: 'time',
    always: (label: string) => `always “${label}”`,
    now: 'this run, so far',
    this: (n: number) => `run ${number(n)}, this one`,
    run: (n: number, model: string) => `run ${number(n)}, ${model}`,
    rows: (n: number) => `Judged on ${rows(n)} that were not learned from.`,
    none: 'The first check comes after the first epoch.',
    unchecked: 'The rows are too few to keep any aside, so nothing is known of how good it is.',
    noBetter: (label: string) =>
      `So far this is no better than always answering “${label}”: on so few rows the difference may be chance.`,
    chance: (other: number, difference: number, n: number) =>
      `The difference to run ${number(other)} (${points(difference)}) is within chance on ${rows(n)}.`,
    real: (other: number, difference: number, n: number) =>
      `The difference to run ${number(other)} (${points(difference)}) is more than chance on ${rows(n)}.`,
    sealed: 'The test part stays sealed until the end.',
    values: (share: number, n: number, least: number, most: number) =>
      `p = ${percent(share)}, n = ${number(n)}: between ${percent(least)} and ${percent(most)}.`,
  },
  runs: {
    title: 'Runs',
    none: 'None yet.',
    run: 'Run',
    accuracy: 'validation',
    seconds: 'time',
    open: (name: string) => `Show run ${name}`,
    remove: 'Delete',
    removeRun: (n: number) => `Delete run ${number(n)}`,
    sure: (n: number) => `Delete run ${number(n)} with its model?`,
    confirm: 'Delete for good',
    keep: 'Keep',
    status: {
      running: 'not finished',
      finished: 'finished',
      stopped: 'stopped early',
      failed: 'broke off',
    },
    tier: { webgpu: 'GPU', wasm: 'processor' },
    values: (n: number) => `${number(n)} ${plural(n, 'run', 'runs')} kept here.`,
  },
  settings: {
    title: 'Details:',
    next: 'The next run',
    change: 'Train another one',
    summary: (settings: RunSettings) => {
      const { epochs, batchSize, fullBatch, seed } = settings.train;
      const batches = fullBatch ? 'all rows in every step' : `batches of ${number(batchSize)}`;
      return `${number(epochs)} ${plural(epochs, 'epoch', 'epochs')}, ${batches}, ${models.size(settings)}, seed ${seed}`;
    },
    locked: 'These are for the next run; the one under way keeps its own.',
    groups: {
      task: 'Task',
      text: 'Text',
      split: 'Division',
      model: 'Model',
      train: 'Training',
      augment: 'Augmentation',
      device: 'Device',
    },
    and: ', ',
    reset: 'Back to the defaults',
    tier: 'Where to compute',
    tiers: {
      auto: 'chosen for this machine',
      webgpu: 'GPU (WebGPU)',
      wasm: 'processor (WebAssembly)',
    },
    tierHelp: {
      auto: 'The GPU where there is a real one, else the processor.',
      webgpu: 'Always the GPU, even one that is only emulated and therefore slow.',
      wasm: 'Always the processor: works everywhere, with the same model and nearly the same figures.',
    },
  },
  help: {
    accuracy:
      'After each epoch the model answers the rows kept aside, and this is the share it gets right. The epoch with the highest share is kept, so the figure is a little flattering: the test part is there to correct that.',
    epochs:
      'One line for each time that all training rows were read. Training loss is taken while parts of each row are hidden, so it may lie above the validation loss.',
    loss: {
      softmax:
        'The loss is how surprised the model is by the right answer, averaged over rows: 0 would be certainty, and the dearest mistakes are the confident ones. When the training line keeps falling while the validation line rises, the model has begun to learn its rows by heart.',
      sigmoid:
        'Each class is asked about on its own, yes or no, and the loss is how surprised the model is by the right answers, averaged over rows. When the training line keeps falling while the validation line rises, the model has begun to learn its rows by heart.',
      hinge:
        'A row costs nothing once its own class scores 1 or more and every other −1 or less; what is missing counts squared. It is the loss of a support vector machine, which asks for a clear side and for no probability.',
    } satisfies Record<LossName, string>,
    good: 'A figure means something only next to what needs no model: always giving the commonest class. An accuracy counted on limited rows could have come out a little otherwise by chance, and the 95 % interval says by how much.',
    runs: 'A run is one training with its settings, its curve and its weights, kept in this browser. Runs on the same dataset may be compared with each other, but only on validation: the test part is for the one you choose.',
  },
  reasons: {
    refused: 'A setting below is outside its limits.',
    importing: 'The data are still being read.',
    noTrain: 'This dataset has no training part yet; add train.csv in Data.',
    noDataset: 'There is no dataset to train on; bring one in Data.',
    trying: 'The device is busy with a trial.',
  },
};

function ordinal(n: number): string {
  const rule = new Intl.PluralRules('en', { type: 'ordinal' }).select(n);
  return { one: 'st', two: 'nd', few: 'rd', many: 'th', other: 'th', zero: 'th' }[rule];
}
