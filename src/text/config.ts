// How text becomes ids: defaults and limits.
import { STEMMED, STOPPED } from '../core/languages';
import type { Option } from '../core/options';
import type { TextSettings } from '../core/settings';
import { MOST_LENGTH } from '../core/types';

/** The settings of a first run. */
export const DEFAULT_TEXT: TextSettings = {
  unit: 'auto',
  punctuation: true,
  lowerCase: true,
  numbers: 'keep',
  stopWords: 'none',
  stemming: 'none',
  order: 2,
  minCount: 2,
  maxWords: 200_000,
  maxNgrams: 400_000,
  maxLength: 256,
  cut: 'end',
  unknown: 'mark',
  partsOfSpeech: false,
};

const FEW_ROWS = 200; // training rows

/** Which words stay, as it suits so many training rows: of very few rows, words that are seen once too. */
export function suggestText(rows: number): Pick<TextSettings, 'minCount'> {
  return { minCount: rows > 0 && rows < FEW_ROWS ? 1 : DEFAULT_TEXT.minCount };
}

const MOST_ORDER = 6; // of characters: the room that gram-table.ts has in a key
const MOST_WORD_ORDER = 3; // four words in a row are hardly ever seen twice, and take more room than they are worth

/** What can be set, with limits. */
export const TEXT_OPTIONS: readonly Option<keyof TextSettings>[] = [
  { key: 'unit', kind: 'choice', choices: ['auto', 'words', 'characters', 'segmenter'] },
  { key: 'punctuation', kind: 'switch' },
  { key: 'lowerCase', kind: 'switch' },
  { key: 'numbers', kind: 'choice', choices: ['keep', 'mark', 'drop'] },
  { key: 'stopWords', kind: 'choice', choices: ['none', ...Object.keys(STOPPED)] },
  { key: 'stemming', kind: 'choice', choices: ['none', ...Object.keys(STEMMED)] },
  { key: 'order', kind: 'integer', least: 1, most: MOST_ORDER, step: 1 },
  { key: 'minCount', kind: 'integer', least: 1, most: 1000, step: 1 },
  { key: 'maxWords', kind: 'integer', least: 100, most: 1_000_000, step: 1000 },
  { key: 'maxNgrams', kind: 'integer', least: 0, most: 2_000_000, step: 1000 },
  { key: 'maxLength', kind: 'integer', least: 8, most: MOST_LENGTH, step: 8 },
  { key: 'cut', kind: 'choice', choices: ['end', 'start'] },
  { key: 'unknown', kind: 'choice', choices: ['mark', 'drop'] },
  { key: 'partsOfSpeech', kind: 'switch' },
];

/** What can be set where texts are cut into these units. */
export function textOptions({
  unit,
}: Pick<TextSettings, 'unit'>): readonly Option<keyof TextSettings>[] {
  if (unit === 'characters') return TEXT_OPTIONS;
  return TEXT_OPTIONS.map((option) =>
    option.key === 'order' ? { ...option, most: MOST_WORD_ORDER } : option,
  );
}
