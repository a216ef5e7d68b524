// What each model lets one set: defaults and limits.
import type { Option } from '../core/options';
import type { BagSettings } from '../core/settings';

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
