// What each model lets one set: defaults and limits.
import type { Option } from '../core/options';
import type { BagSettings, TextSettings, TrainSettings } from '../core/settings';

/** The bag as it is first offered. */
export const DEFAULT_BAG: BagSettings = {
  model: 'bag',
  width: 16,
  featureDropout: 0.5,
  weighFeatures: true,
  robustness: 0,
};

/** What can be set of the bag, with limits. */
export const BAG_OPTIONS: readonly Option<keyof BagSettings>[] = [
  { key: 'width', kind: 'integer', least: 1, most: 256, step: 1 },
  { key: 'featureDropout', kind: 'number', least: 0, most: 0.9, step: 0.05 },
  { key: 'weighFeatures', kind: 'switch' },
  { key: 'robustness', kind: 'number', least: 0, most: 1, step: 0.1 },
];

/** Settings that belong together: what differs from the defaults. */
export interface Preset {
  name: 'standard' | 'thorough';
  text: Partial<TextSettings>;
  model: Partial<BagSettings>;
  train: Partial<Pick<TrainSettings, 'learningRate' | 'refit'>>;
  moreEpochs: number; // on top of what suits the rows
}

/** The presets; thorough reads triples of words too and takes about five times as long. */
export const PRESETS: readonly Preset[] = [
  { name: 'standard', text: {}, model: {}, train: {}, moreEpochs: 0 },
  {
    name: 'thorough',
    text: { order: 3, maxNgrams: 800_000 },
    model: { featureDropout: 0.4, robustness: 0.3 },
    train: { refit: true },
    moreEpochs: 1,
  },
];
