// What a padding length means for texts: how many it takes whole, what it cuts off, and how much of what is computed is filler.
import { LENGTH_STEP, leastFiller } from './batch-lengths';
import type { TextSettings } from './settings';
import { MOST_LENGTH, type Dataset, type LengthHistogram, type TextLengths } from './types';

/** What texts consist of for a model that reads them with these settings. */
export function unitOf(
  { unit }: Pick<TextSettings, 'unit'>,
  language: Dataset['language'],
): LengthHistogram['unit'] {
  const isCut = unit === 'characters' || (unit === 'auto' && language === 'unspaced');
  return isCut ? 'characters' : 'words';
}

/** What a padding length cuts off. */
export interface Cut {
  rows: number; // that are longer
  words: number; // behind the length, of all rows
  rowShare: number; // 0 to 1, of all rows
  wordShare: number; // 0 to 1, of all words
}

/** The multiple of 8 to which texts can be padded so that at least so great a share of the rows stays whole. */
export function paddingFor({ counts }: Pick<TextLengths, 'counts'>, share: number): number {
  const rows = sumOf(counts);
  let whole = 0;
  let length = 0;
  while (length < counts.length && (whole += counts[length]) < share * rows) length++;
  const filled = LENGTH_STEP * Math.ceil(length / LENGTH_STEP);
  return Math.min(MOST_LENGTH, Math.max(LENGTH_STEP, filled));
}

/** What is cut off where texts are padded to a length, at most MOST_LENGTH. */
export function cutAt({ counts, mean }: Pick<TextLengths, 'counts' | 'mean'>, length: number): Cut {
  const all = sumOf(counts);
  const allWords = Math.round(mean * all);
  let wholeRows = 0;
  let kept = 0;
  for (let n = 0; n < counts.length && n <= length; n++) {
    if (n === MOST_LENGTH) break; // longer ones are counted there too
    wholeRows += counts[n];
    kept += n * counts[n];
  }
  const rows = length < MOST_LENGTH ? all - wholeRows : beyondMost({ counts }, allWords - kept);
  const words = Math.max(0, allWords - kept - length * (all - wholeRows));
  return {
    rows,
    words,
    rowShare: rows / Math.max(1, all),
    wordShare: words / Math.max(1, allWords),
  };
}

/** Rows that may be longer than MOST_LENGTH: those counted there, unless they hold no word more. */
function beyondMost({ counts }: Pick<TextLengths, 'counts'>, words: number): number {
  const rows = counts.at(MOST_LENGTH) ?? 0;
  return words > rows * MOST_LENGTH ? rows : 0;
}

/** The share of filler in what is computed: all rows padded to one length, or each to the nearest of eight. */
export function fillerShares(
  { counts }: Pick<TextLengths, 'counts'>,
  length: number,
): { padded: number; bucketed: number } {
  const bins = new Array<number>(Math.max(1, Math.ceil(length / LENGTH_STEP))).fill(0);
  let words = 0;
  counts.forEach((rows, n) => {
    const read = Math.min(n, length);
    words += rows * read;
    bins[Math.max(0, Math.ceil(read / LENGTH_STEP) - 1)] += rows;
  });
  while (bins.length > 1 && bins.at(-1) === 0) bins.pop();
  const lengths = leastFiller(bins);
  const bucketed = bins.reduce((sum, rows, bin) => {
    const multiple = lengths.find((end) => end > bin) ?? bins.length;
    return sum + rows * Math.min(length, multiple * LENGTH_STEP);
  }, 0);
  const share = (computed: number) => 1 - words / Math.max(1, computed);
  return { padded: share(sumOf(counts) * length), bucketed: share(bucketed) };
}

/** The counts in so many columns at most, for a picture. */
export function histogramOf(
  { counts, mean, longest }: TextLengths,
  unit: LengthHistogram['unit'],
  columns: number,
): LengthHistogram {
  const end = Math.max(paddingFor({ counts }, 0.995), LENGTH_STEP); // few very long texts go into the last column
  const binWidth = Math.max(1, Math.ceil(end / columns));
  const bins = new Array<number>(Math.ceil(end / binWidth)).fill(0);
  counts.forEach((rows, n) => {
    bins[Math.min(bins.length - 1, Math.floor(n / binWidth))] += rows;
  });
  return { unit, binWidth, counts: bins, mean, longest };
}

function sumOf(counts: Uint32Array): number {
  return counts.reduce((sum, count) => sum + count, 0);
}
