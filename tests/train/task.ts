// A training on random examples, for tests that look at how it runs.
import { createModel } from '../../src/models';
import { DEFAULT_BAG } from '../../src/models/config';
import type { Backend } from '../../src/nn/op';
import { mostFeatures, type Examples } from '../../src/nn/plan';
import { DEFAULT_TRAIN } from '../../src/train/config';
import type { FitTask } from '../../src/train/fit';
import { allRows } from '../nn/random-examples';

/** Asks for a training; every part can be replaced. */
export function fitTask(
  backend: Backend,
  examples: Examples,
  changes: Omit<Partial<FitTask>, 'settings'> & { settings?: Partial<FitTask['settings']> } = {},
): FitTask {
  const settings = { ...DEFAULT_TRAIN, batchSize: 16, epochs: 4, ...changes.settings };
  const tableRows = Math.max(...examples.features) + 1;
  const classes = Math.max(...examples.labels) + 1;
  const rows = allRows(examples);
  const cut = Math.ceil(rows.length * 0.8);
  const most = mostFeatures(examples, settings.batchSize);
  const data = { tableRows, classes, batchRows: settings.batchSize, batchFeatures: most };
  const model = createModel(backend, { ...DEFAULT_BAG, width: 8 }, data);
  const hooks = {
    report: () => undefined,
    isStopped: () => false,
    pause: () => null,
    saveEpoch: () => Promise.resolve(),
  };
  const parts = {
    rows: rows.slice(0, cut),
    validation: rows.slice(cut),
    dropout: 0.5,
    weighFeatures: true,
  };
  return { backend, model, examples, tableRows, ...parts, hooks, ...changes, settings };
}

/** Examples that can be learned: the label is the class of most features, feature f being of class f mod `classes`. */
export function learnable(examples: Examples, classes: number): Examples {
  const { features, offsets } = examples;
  const labels = examples.labels.map((_, row) => {
    const votes = new Array<number>(classes).fill(0);
    for (let i = offsets[row]; i < offsets[row + 1]; i++) votes[features[i] % classes]++;
    return votes.indexOf(Math.max(...votes));
  });
  return { features, offsets, labels };
}
