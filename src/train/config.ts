// How a model is trained: defaults and limits.
import type { Option } from '../core/options';
import type { TrainSettings } from '../core/settings';

/** The settings of a first training. */
export const DEFAULT_TRAIN: TrainSettings = {
  epochs: 4,
  batchSize: 256,
  learningRate: 0.01,
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
  { key: 'epochs', kind: 'integer', least: 1, most: 100, step: 1 },
  { key: 'batchSize', kind: 'integer', least: 1, most: 4096, step: 1 },
  { key: 'learningRate', kind: 'number', least: 0.00001, most: 1, step: 0.001 },
  { key: 'seed', kind: 'integer', least: 0, most: 4294967295, step: 1 },
  { key: 'refit', kind: 'switch' },
  { key: 'testAtEnd', kind: 'switch' },
];
