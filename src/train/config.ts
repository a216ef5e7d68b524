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

/** What can be set, with limits. */
export const TRAIN_OPTIONS: readonly Option<keyof TrainSettings>[] = [
  { key: 'epochs', kind: 'integer', least: 1, most: 100, step: 1 },
  { key: 'batchSize', kind: 'integer', least: 1, most: 4096, step: 1 },
  { key: 'learningRate', kind: 'number', least: 0.00001, most: 1, step: 0.001 },
  { key: 'seed', kind: 'integer', least: 0, most: 4294967295, step: 1 },
  { key: 'refit', kind: 'switch' },
  { key: 'testAtEnd', kind: 'switch' },
];
