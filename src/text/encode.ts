// Word ids to features: the known words of a row, then its known n-grams, then its parts of speech where these count, each as often
// as it stands there.
import { FIRST_WORD_ID, type EncodedChunk } from '../core/types';
import { eachLongKey, keyHigh, keyLow, type GramTable } from './gram-table';
import type { Reading, Stream } from './streams';
import { readTags, tagsOfRow, writeTags, type TagStream } from './tags';

/** What knows the n-grams: their ids by key, and the longest n. */
export interface Ngrams {
  table: GramTable;
  order: number;
}

/** Parts of speech of a chunk, with the ids of their features. */
export interface TagIds {
  stream: TagStream;
  ids: Uint32Array; // (TAG_FEATURES)
  reading: Pick<Reading, 'maxLength' | 'cut'>;
}

/** Encodes a chunk whose stream holds word ids. */
export function encodeStream(
  { rowStart, offsets, words }: Stream,
  ngrams: Ngrams,
  tags: TagIds | null,
): EncodedChunk {
  const rows = offsets.length - 1;
  const featureOffsets = new Uint32Array(rows + 1);
  const most = ngrams.order * words.length + 2 * (tags?.stream.tags.length ?? 0);
  const features = new Uint32Array(most);
  let count = 0;
  for (let row = 0; row < rows; row++) {
    count = writeFeatures(words.subarray(offsets[row], offsets[row + 1]), ngrams, features, count);
    if (tags) count = writeRowTags(row, tags, features, count);
    featureOffsets[row + 1] = count;
  }
  return {
    rowStart,
    wordOffsets: offsets,
    words,
    featureOffsets,
    features: features.slice(0, count),
  };
}

function writeRowTags(
  row: number,
  { stream, ids, reading }: TagIds,
  out: Uint32Array,
  at: number,
): number {
  return writeTags(readTags(tagsOfRow(stream, row), reading), ids, out, at);
}

/** Writes the words and n-grams of a row to out[at] and behind; returns where they end. At most `order` times the words. */
export function writeFeatures(
  words: Uint32Array,
  { table, order }: Ngrams,
  out: Uint32Array,
  at: number,
): number {
  let end = at;
  for (const word of words) if (word >= FIRST_WORD_ID) out[end++] = word;
  if (order < 2) return end;
  const look = (low: number, high: number) => {
    const gram = table.get(low, high);
    if (gram !== 0) out[end++] = gram;
  };
  for (let i = 0; i + 1 < words.length; i++) {
    const second = words[i + 1];
    if (words[i] < FIRST_WORD_ID || second < FIRST_WORD_ID) continue;
    const low = keyLow(words[i], second);
    const pair = table.get(low, keyHigh(second, 0));
    if (pair !== 0) out[end++] = pair;
    if (order < 3 || i + 2 >= words.length || words[i + 2] < FIRST_WORD_ID) continue;
    const triple = table.get(low, keyHigh(second, words[i + 2]));
    if (triple !== 0) out[end++] = triple;
    if (order > 3) eachLongKey(words, { start: i, end: words.length, order }, look);
  }
  return end;
}
