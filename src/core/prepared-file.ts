// The file of prepared rows, as the page exports it and the listings read it: which columns it has.
import type { TextSettings } from './settings';

/** The name of the file. */
export const PREPARED_FILE = 'prepared.csv';

/** A column of the file; words and tags stand with a space between each, and are what training reads before it cuts. */
export type PreparedColumn = 'split' | 'label' | 'text' | 'words' | 'tags';

/**
 * The columns that training reads; behind them stand the rows' ids where their files have some. Words are written where no
 * pattern finds them as the page does: stems, stop words, the browser's own words.
 */
export function columnsOf(text: TextSettings): PreparedColumn[] {
  const { unit, numbers, stopWords, stemming, partsOfSpeech } = text;
  const isPlain = numbers === 'keep' && stopWords === 'none' && stemming === 'none';
  const columns: PreparedColumn[] = ['split', 'label', 'text'];
  if (!isPlain || unit === 'segmenter') columns.push('words');
  if (partsOfSpeech) columns.push('tags');
  return columns;
}
