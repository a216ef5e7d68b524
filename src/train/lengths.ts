// The lengths that the batches of one training have, from the lengths of its rows.
import { LENGTH_STEP, leastFiller } from '../core/batch-lengths';
import type { IdLists } from '../nn/examples';

/** What decides the lengths. */
export interface LengthOptions {
  mostWords: number; // to which rows are cut
  isFixed: boolean; // every batch has mostWords, for models that run through the filler
  buckets: boolean; // several lengths, not only the greatest
}

/** The lengths of batches of some rows, ascending, at most 8; the last one takes the longest row. */
export function lengthsOf(
  words: IdLists,
  rows: Uint32Array<ArrayBuffer>,
  { mostWords, isFixed, buckets }: LengthOptions,
): number[] {
  if (isFixed) return [mostWords];
  const counts = countByMultiple(words, rows, mostWords);
  const chosen = buckets ? leastFiller(counts) : [counts.length];
  return chosen.map((multiple) => Math.min(multiple * LENGTH_STEP, mostWords));
}

/** counts[i]: rows of more than 8 i and at most 8 (i + 1) words; the last count is above zero, or the only one. */
function countByMultiple({ offsets }: IdLists, rows: Uint32Array, mostWords: number): number[] {
  const counts = [0];
  for (const row of rows) {
    const length = Math.min(offsets[row + 1] - offsets[row], mostWords);
    const bin = Math.max(0, Math.ceil(length / LENGTH_STEP) - 1);
    while (counts.length <= bin) counts.push(0);
    counts[bin]++;
  }
  return counts;
}
