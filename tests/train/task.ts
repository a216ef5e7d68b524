// A training on random examples, for tests that look at how it runs.
import { Bag } from '../../src/models/bag';
import { DEFAULT_BAG } from '../../src/models/config';
import { mostIds, type Examples } from '../../src/nn/examples';
import type { Backend } from '../../src/nn/op';
import { batchRowsOf } from '../../src/train/batches';
import { DEFAULT_TRAIN } from '../../src/train/config';
import type { FitTask } from '../../src/train/fit';
import { allRows } from '../nn/random-examples';

/** What a test asks for; every part can be replaced. */
export type TaskChanges = Omit<Partial<FitTask>, 'settings'> & {
  settings?: Partial<FitTask['settings']>;
  featureDropout?: number;
};

/** Asks for a training of a small bag. */
export function fitTask(
  backend: Backend,
  examples: Examples,
  { featureDropout = 0.5, ...changes }: TaskChanges = {},
): FitTask {
  const settings = { ...DEFAULT_TRAIN, batchSize: 16, epochs: 4, ...changes.settings };
  const tableRows = Math.max(...examples.features.ids) + 1;
  const classes = Math.max(...examples.labels) + 1;
  const all = allRows(examples);
  const cut = Math.ceil(all.length * 0.8);
  const batchRows = batchRowsOf(settings, all.length);
  const batchFeatures = mostIds(examples.features, batchRows);
  const data = { tableRows, classes, batchRows, batchFeatures };
  const model = new Bag(backend, { ...DEFAULT_BAG, width: 8, featureDropout, ...data });
  const hooks = {
    report: () => undefined,
    isStopped: () => false,
    pause: () => null,
    saveEpoch: () => Promise.resolve(),
  };
  const parts = { rows: all.slice(0, cut), validation: all.slice(cut), start: null };
  const reading = { augment: null, inputs: 0, mostWords: 64, isFixedLength: false };
  const whole = { backend, model, examples, tableRows, classes, ...reading, ...parts, hooks };
  return { ...whole, ...changes, settings };
}

/** Examples that can be learned: the label is the class of most features, feature f being of class f mod `classes`. */
export function learnable(examples: Examples, classes: number): Examples {
  const { offsets, ids } = examples.features;
  const labels = examples.labels.map((_, row) => {
    const votes = new Array<number>(classes).fill(0);
    for (let i = offsets[row]; i < offsets[row + 1]; i++) votes[ids[i] % classes]++;
    return votes.indexOf(Math.max(...votes));
  });
  return { ...examples, labels };
}
