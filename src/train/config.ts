// How a model is trained: defaults and limits.
import type { Option } from '../core/options';
import type { AugmentSettings, TrainSettings } from '../core/settings';

/** The settings of a first training. */
export const DEFAULT_TRAIN: TrainSettings = {
  epochs: 4,
  batchSize: 256,
  fullBatch: false,
  optimizer: 'adam',
  learningRate: 0.01,
  momentum: 0.9,
  weightDecay: 0,
  schedule: 'linear',
  warmup: 0,
  clipNorm: 0,
  balanced: false,
  buckets: true,
  rareRows: true,
  patience: 0,
  seed: 1,
  refit: false,
  testAtEnd: true,
};

const LEAST_STEPS = 1000; // fewer leave a model half-trained
const MOST_EPOCHS = 30;
const ROWS_A_BATCH = 32; // small data needs small batches: at least so many of them an epoch

/** Epochs and batch size that suit so many training rows: the same number of steps, however few the rows. */
export function suggestTrain(rows: number): Pick<TrainSettings, 'epochs' | 'batchSize'> {
  const { epochs, batchSize } = DEFAULT_TRAIN;
  if (rows === 0) return { epochs, batchSize };
  const batch = 2 ** Math.floor(Math.log2(Math.max(8, rows / ROWS_A_BATCH)));
  const fitting = Math.min(batchSize, batch);
  const needed = Math.ceil((LEAST_STEPS * fitting) / rows);
  return { epochs: Math.max(epochs, Math.min(MOST_EPOCHS, needed)), batchSize: fitting };
}

/** What can be set, with limits. */
export const TRAIN_OPTIONS: readonly Option<keyof TrainSettings>[] = [
  { key: 'epochs', kind: 'integer', least: 1, most: 1000, step: 1 },
  { key: 'batchSize', kind: 'integer', least: 1, most: 4096, step: 1 },
  { key: 'fullBatch', kind: 'switch' },
  { key: 'optimizer', kind: 'choice', choices: ['adam', 'adamw', 'sgd'] },
  { key: 'learningRate', kind: 'number', least: 0.000001, most: 10, step: 0.001 },
  { key: 'momentum', kind: 'number', least: 0, most: 0.99, step: 0.01 },
  { key: 'weightDecay', kind: 'number', least: 0, most: 1, step: 0.0001 },
  {
    key: 'schedule',
    kind: 'choice',
    choices: ['linear', 'constant', 'step', 'cosine', 'one-cycle'],
  },
  { key: 'warmup', kind: 'number', least: 0, most: 0.5, step: 0.05 },
  { key: 'clipNorm', kind: 'number', least: 0, most: 100, step: 0.5 },
  { key: 'balanced', kind: 'switch' },
  { key: 'buckets', kind: 'switch' },
  { key: 'rareRows', kind: 'switch' },
  { key: 'patience', kind: 'integer', least: 0, most: 100, step: 1 },
  { key: 'seed', kind: 'integer', least: 0, most: 4294967295, step: 1 },
  { key: 'refit', kind: 'switch' },
  { key: 'testAtEnd', kind: 'switch' },
];

/** Rows as they are. */
export const DEFAULT_AUGMENT: AugmentSettings = { wordDropout: 0, swap: 0, deletion: 0 };

/** What can be set of the changes at random, with limits. */
export const AUGMENT_OPTIONS: readonly Option<keyof AugmentSettings>[] = [
  { key: 'wordDropout', kind: 'number', least: 0, most: 0.5, step: 0.05 },
  { key: 'swap', kind: 'number', least: 0, most: 0.5, step: 0.05 },
  { key: 'deletion', kind: 'number', least: 0, most: 0.5, step: 0.05 },
];
