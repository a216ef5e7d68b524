// Word ids to features: the known words of a row, then its known n-grams, then its parts of speech where these count, each as often
// as it stands there. What is kept leaves out the words, for these are kept already.
import { Room } from '../core/room';
import { FIRST_WORD_ID, type EncodedChunk, type WordIds } from '../core/types';
import { eachLongKey, keyHigh, keyLow, type GramTable } from './gram-table';
import type { Reading, Stream } from './streams';
import { readTags, tagsOfRow, writeTags, type TagStream } from './tags';

const room = new Room();
const MOST_NARROW = 0xffff;

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
  const otherOffsets = new Uint32Array(rows + 1);
  const most = (ngrams.order - 1) * words.length + 2 * (tags?.stream.tags.length ?? 0);
  const others = new Uint32Array(room.take(Uint32Array.BYTES_PER_ELEMENT * most));
  let count = 0;
  for (let row = 0; row < rows; row++) {
    count = writeNgrams(words.subarray(offsets[row], offsets[row + 1]), ngrams, others, count);
    if (tags) count = writeRowTags(row, tags, others, count);
    otherOffsets[row + 1] = count;
  }
  const kept = { wordOffsets: offsets, words: narrow(words), otherOffsets };
  return { rowStart, ...kept, others: others.slice(0, count) };
}

/** The same ids, in half the room where all of them fit; most vocabularies are small enough. */
function narrow(ids: Uint32Array<ArrayBuffer>): WordIds {
  for (const id of ids) if (id > MOST_NARROW) return ids;
  return new Uint16Array(ids);
}

/** The features of all rows: `offsets` (rows + 1) into `ids`. */
export function joinFeatures({
  wordOffsets,
  words,
  otherOffsets,
  others,
}: Omit<EncodedChunk, 'rowStart'>) {
  let known = 0;
  for (const word of words) if (word >= FIRST_WORD_ID) known++;
  const ids = new Uint32Array(known + others.length);
  const offsets = new Uint32Array(wordOffsets.length);
  let end = 0;
  for (let row = 0; row + 1 < offsets.length; row++) {
    end = writeKnown(words.subarray(wordOffsets[row], wordOffsets[row + 1]), ids, end);
    ids.set(others.subarray(otherOffsets[row], otherOffsets[row + 1]), end);
    end += otherOffsets[row + 1] - otherOffsets[row];
    offsets[row + 1] = end;
  }
  return { offsets, ids };
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
  ngrams: Ngrams,
  out: Uint32Array,
  at: number,
): number {
  return writeNgrams(words, ngrams, out, writeKnown(words, out, at));
}

function writeKnown(words: Uint16Array | Uint32Array, out: Uint32Array, at: number): number {
  let end = at;
  for (const word of words) if (word >= FIRST_WORD_ID) out[end++] = word;
  return end;
}

function writeNgrams(
  words: Uint32Array,
  { table, order }: Ngrams,
  out: Uint32Array,
  at: number,
): number {
  let end = at;
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
