// N-grams of known words: counted on word ids, numbered by falling count. Several counters may each take a share of the
// keys, chosen by their hashes: their counts are then final, and their tables small.
import { joinArrays, release } from '../core/arrays';
import type { TextSettings } from '../core/settings';
import { FIRST_WORD_ID, PAD_ID, type Tokenizer } from '../core/types';
import type { GramFilter } from './gram-filter';
import {
  eachLongKey,
  GramTable,
  hashKey,
  keyHigh,
  keyLow,
  longKey,
  wordOfKey,
  type GramList,
} from './gram-table';
import { byFallingCount } from './ranking';
import type { Stream } from './streams';

/** Which keys a counter takes. */
export interface Share {
  index: number; // 0-based
  of: number;
}

/** Counts the n-grams of the marked rows roughly, so that rare ones can be passed over. */
export function noteNgrams(
  stream: Stream,
  isCounted: Uint8Array,
  { filter, order }: { filter: GramFilter; order: number },
): void {
  forNgrams(stream, isCounted, order, (low, high) => filter.note(hashKey(low, high)));
}

/** What counts n-grams. */
export interface GramCounter {
  table: GramTable;
  share: Share;
  order: number;
  filter: GramFilter | null; // what was noted of all rows; null = no n-gram is passed over
  minCount: number; // n-grams seen less often need not be counted
}

/** Counts the n-grams of the marked rows whose keys belong to a share. */
export function countNgrams(
  stream: Stream,
  isCounted: Uint8Array,
  { table, share, order, filter, minCount }: GramCounter,
): void {
  forNgrams(stream, isCounted, order, (low, high) => {
    const hash = hashKey(low, high);
    if (share.of > 1 && (hash >>> 24) % share.of !== share.index) return;
    if (filter === null || filter.mayReach(hash, minCount)) table.add(low, high, hash, 1);
  });
}

/** Goes through the keys of the n-grams of known words in the marked rows. */
function forNgrams(
  { rowStart, offsets, words }: Stream,
  isMarked: Uint8Array,
  order: number,
  take: (low: number, high: number) => void,
): void {
  if (order < 2) return;
  for (let row = 0; row + 1 < offsets.length; row++) {
    if (isMarked[rowStart + row] === 0) continue;
    const end = offsets[row + 1];
    for (let i = offsets[row]; i + 1 < end; i++) {
      const second = words[i + 1];
      if (words[i] < FIRST_WORD_ID || second < FIRST_WORD_ID) continue;
      const low = keyLow(words[i], second);
      take(low, keyHigh(second, 0));
      if (order < 3 || i + 2 >= end || words[i + 2] < FIRST_WORD_ID) continue;
      take(low, keyHigh(second, words[i + 2]));
      if (order > 3) eachLongKey(words, { start: i, end, order }, take);
    }
  }
}

/** The n-grams with ids; n-gram i of the tokenizer has the key lows[i], highs[i]. */
export type RankedNgrams = Pick<Tokenizer, 'ngrams' | 'ngramCounts'> & Omit<GramList, 'counts'>;

/** Numbers the n-grams that all counters found often enough. */
export function numberNgrams(
  lists: readonly GramList[],
  { order, maxNgrams }: Pick<TextSettings, 'order' | 'maxNgrams'>,
): RankedNgrams {
  const all = {
    lows: joinArrays(lists.map(({ lows }) => lows)),
    highs: joinArrays(lists.map(({ highs }) => highs)),
    counts: joinArrays(lists.map(({ counts }) => counts)),
  };
  for (const { lows, highs, counts } of lists) release(lows, highs, counts);
  const ranked = byFallingCount(all).subarray(0, maxNgrams);
  const lows = pick(all.lows, ranked);
  const highs = pick(all.highs, ranked);
  const ngrams = new Uint32Array(ranked.length * order);
  for (let i = 0, at = 0; i < ranked.length; i++)
    for (let k = 0; k < order; k++) ngrams[at++] = wordOfKey(lows[i], highs[i], k);
  const ngramCounts = pick(all.counts, ranked);
  release(all.lows, all.highs, all.counts, ranked);
  return { ngrams, ngramCounts, lows, highs };
}

/** The n-grams of a tokenizer, as they were numbered. */
export function adoptNgrams({ ngrams, ngramCounts, order }: Tokenizer): RankedNgrams {
  const lows = new Uint32Array(ngramCounts.length);
  const highs = new Uint32Array(ngramCounts.length);
  for (let i = 0; i < ngramCounts.length; i++) {
    [lows[i], highs[i]] = keyOf(ngrams.subarray(i * order, (i + 1) * order));
  }
  return { ngrams, ngramCounts, lows, highs };
}

/** The key of word ids, PAD_ID behind the last. */
function keyOf(words: Uint32Array): [low: number, high: number] {
  const own = words.filter((word) => word !== PAD_ID);
  if (own.length > 3) return longKey(own);
  const [first, second, third = PAD_ID] = own;
  return [keyLow(first, second), keyHigh(second, third)];
}

function pick(values: Uint32Array, indices: Uint32Array): Uint32Array<ArrayBuffer> {
  const picked = new Uint32Array(indices.length);
  for (let i = 0; i < indices.length; i++) picked[i] = values[indices[i]];
  return picked;
}

/** A table from keys to n-gram ids. */
export function ngramIds(
  { lows, highs }: Pick<GramList, 'lows' | 'highs'>,
  firstId: number,
): GramTable {
  const table = new GramTable(lows.length);
  for (let i = 0; i < lows.length; i++)
    table.add(lows[i], highs[i], hashKey(lows[i], highs[i]), firstId + i);
  return table;
}
