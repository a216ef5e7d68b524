// How many words the texts have that a model sees: what a padding length would cut off is read from it.
import {
  CHUNK_ROWS,
  MOST_LENGTH,
  type Assignment,
  type Split,
  type TextLengths,
} from '../core/types';
import type { ReadChunk } from './cleaning';
import { pieceOf } from './pieces';

/** Counts of words a row, over the rows of all sets. */
export function measureLengths(
  chunks: readonly Pick<ReadChunk, 'place' | 'news'>[],
  { train, validation, test, testIsHeldOut }: Assignment,
  maxLength: number,
): TextLengths {
  const byPlace = new Map(chunks.map(({ place, news }) => [pieceOf(place), news.lengths]));
  const lengths = new Uint32Array(train.length + validation.length + test.length);
  let at = 0;
  const take = (split: Split, rows: Uint32Array) => {
    for (const row of rows) {
      const index = Math.floor(row / CHUNK_ROWS);
      lengths[at++] = byPlace.get(pieceOf({ split, index }))?.[row - index * CHUNK_ROWS] ?? 0;
    }
  };
  take('train', train);
  take('train', validation);
  take(testIsHeldOut ? 'train' : 'test', test);
  return summarize(lengths.sort(), maxLength);
}

function summarize(sorted: Uint32Array, maxLength: number): TextLengths {
  const longest = sorted.at(-1) ?? 0;
  const counts = new Uint32Array(Math.min(longest, MOST_LENGTH) + 1);
  let sum = 0;
  let cutRows = 0;
  for (const length of sorted) {
    counts[Math.min(length, MOST_LENGTH)]++;
    sum += length;
    if (length > maxLength) cutRows++;
  }
  const mean = sum / Math.max(1, sorted.length);
  const p95 = sorted.at(Math.ceil(0.95 * sorted.length) - 1) ?? 0;
  return { mean, p95, longest, cutRows, counts };
}
