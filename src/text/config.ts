// How text becomes ids: defaults and limits.
import type { Option } from '../core/options';
import type { TextSettings } from '../core/settings';

/** The settings of a first run. */
export const DEFAULT_TEXT: TextSettings = {
  unit: 'auto',
  punctuation: true,
  order: 2,
  minCount: 2,
  maxWords: 200_000,
  maxNgrams: 400_000,
  maxLength: 256,
  cut: 'end',
  unknown: 'mark',
};

/** What can be set, with limits. */
export const TEXT_OPTIONS: readonly Option<keyof TextSettings>[] = [
  { key: 'unit', kind: 'choice', choices: ['auto', 'words', 'characters', 'segmenter'] },
  { key: 'punctuation', kind: 'switch' },
  { key: 'order', kind: 'integer', least: 1, most: 3, step: 1 },
  { key: 'minCount', kind: 'integer', least: 1, most: 1000, step: 1 },
  { key: 'maxWords', kind: 'integer', least: 100, most: 1_000_000, step: 1000 },
  { key: 'maxNgrams', kind: 'integer', least: 0, most: 2_000_000, step: 1000 },
  { key: 'maxLength', kind: 'integer', least: 8, most: 4096, step: 8 },
  { key: 'cut', kind: 'choice', choices: ['end', 'start'] },
  { key: 'unknown', kind: 'choice', choices: ['mark', 'drop'] },
];
