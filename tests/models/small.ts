// Every network small, with rows for it, for tests of what all of them promise.
import type { ModelSettings } from '../../src/core/settings';
import { DEFAULT_CNN, DEFAULT_LSTM, DEFAULT_MLP } from '../../src/models/config';
import type { DataShape } from '../../src/models/data-shape';
import { createModel } from '../../src/models/index';
import type { Model } from '../../src/models/model';
import { mostIds, type Examples } from '../../src/nn/examples';
import type { Backend, Capture } from '../../src/nn/op';
import type { OptimizerSettings } from '../../src/nn/optimizer';
import { randomExamples } from '../nn/random-examples';

const LSTM = { ...DEFAULT_LSTM, width: 4, units: 4, recurrentDropout: 0.2 };

const SMALL = {
  linear: { model: 'linear', weighting: 'tf-idf', loss: 'softmax', labelSmoothing: 0.1 },
  mlp: { ...DEFAULT_MLP, units: 5, layers: 2 },
  cnn: { ...DEFAULT_CNN, width: 4, filters: 4, shortest: 2, longest: 3 },
  lstm: { ...LSTM, layers: 2, bidirectional: true },
  'unmasked lstm': { ...LSTM, pooling: 'last', maskPadding: false },
} as const satisfies Record<string, ModelSettings>;

/** A network's name. */
export type SmallName = keyof typeof SMALL;

/** All networks by name. */
export const NAMES = Object.keys(SMALL) as SmallName[];

/** Those with a body under their head. */
export const DEEP_NAMES = NAMES.filter((name) => name !== 'linear');

const WORDS = 16; // of a row at most
const SIZES = { tableRows: 30, classes: 3, mostFeatures: WORDS };

/** Rows of words 1 to 29, every seventh without any. */
export function smallExamples(rows = 24): Examples {
  const examples = randomExamples({ ...SIZES, rows });
  const { ids } = examples.words;
  ids.forEach((id, i) => (ids[i] = Math.max(1, id)));
  return examples;
}

/** What is changed of a small network. */
export interface SmallChanges {
  settings?: Partial<Record<string, unknown>>;
  data?: Partial<DataShape>;
  optimizer?: Partial<OptimizerSettings>;
}

/** Makes a network whose weights are zeros. */
export function makeSmall(backend: Backend, name: SmallName, changes: SmallChanges = {}): Model {
  const batchRows = changes.data?.batchRows ?? 6;
  const { tableRows, classes } = SIZES;
  const data: DataShape = {
    ...{ tableRows, wordRows: tableRows, classes, batchRows, cut: 'end', mostWords: WORDS },
    batchFeatures: mostIds(smallExamples().features, batchRows),
    ...changes.data,
  };
  const optimizer: OptimizerSettings = {
    ...{ optimizer: 'adam', momentum: 0, weightDecay: 0, clipNorm: 0, rareRows: true },
    rates: { table: 1, body: 1, head: 1 },
    ...changes.optimizer,
  };
  const settings = { ...SMALL[name], ...changes.settings } as ModelSettings;
  return createModel(backend, settings, data, optimizer);
}

/** Draws a network's first weights. */
export function begin(model: Model, { seed = 3, classes = 3 } = {}): void {
  const { tableRows } = SIZES;
  const featureWeights = Float32Array.from({ length: tableRows }, (_, i) => 1 + (i % 5) / 4);
  model.initialise(seed, { featureWeights, classWeights: new Float32Array(classes).fill(1) });
}

/** Steps over some rows, of one length after the other. */
export interface Steps {
  rows?: readonly number[];
  lengths?: readonly number[]; // of models that read words; each is a step
  learningRate?: number;
  examples?: Examples;
}

/** Takes steps; gives their losses and the weights behind them. */
export async function train(name: SmallName, model: Model, steps: Steps = {}) {
  const { rows = [0, 1, 6, 3, 4], lengths = [8, 16, 8], learningRate = 0.05 } = steps;
  const { examples = smallExamples() } = steps;
  lengths.forEach((words, i) => {
    const isFilledUp = name === 'unmasked lstm' && words > 1;
    const length = model.reads === 'features' ? 0 : isFilledUp ? WORDS : words;
    const batch = { rows: Uint32Array.from(rows), length, epoch: 1 };
    model.step(examples, batch, { step: i + 1, learningRate });
  });
  const losses = (await model.readLosses()).slice(0, lengths.length);
  return { losses, weights: await model.exportWeights() };
}

/** A backend that differs from another in some of its properties. */
export function backendWith(backend: Backend, changes: Partial<Backend>): Backend {
  return new Proxy(backend, {
    get(target, key) {
      const found: unknown = Reflect.get(key in changes ? changes : target, key);
      return typeof found === 'function' ? (found.bind(target) as unknown) : found;
    },
  });
}

/** The same backend, but what is captured is recorded anew each time that it is replayed. */
export function recordingAnew(backend: Backend): Backend {
  const capture = (record: () => void): Capture => ({
    dispatches: 0,
    replay: () => backend.capture(record).replay(),
  });
  return backendWith(backend, { capture });
}
