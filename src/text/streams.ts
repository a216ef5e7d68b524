// Texts as streams of word numbers: a reader turns chunks into numbers of its own table, and later into word ids.
import { Room } from '../core/room';
import type { TextSettings } from '../core/settings';
import { UNKNOWN_ID, type TextColumn } from '../core/types';
import type { WordList, WordTable } from './word-table';
import type { WordSource } from './word-source';

const room = new Room();
const SPARE = 1.2; // room for a copy, by what is copied first: the next one may be somewhat longer

/** The words of a chunk's rows, cut at the longest length that is used. */
export interface Stream {
  rowStart: number; // index of the first row within its part
  offsets: Uint32Array<ArrayBuffer>; // rows + 1, into words
  words: Uint32Array<ArrayBuffer>; // numbers of the reader's table, then word ids
  lengths: Uint32Array<ArrayBuffer>; // words of each row before it was cut
}

/** A copy of a stream, in the memory of another one where that is large enough. */
export function copyStream({ rowStart, ...arrays }: Stream, room: Stream | null): Stream {
  const copyOf = (name: keyof typeof arrays) => {
    const values = arrays[name];
    const buffer = room?.[name].buffer;
    const fits = buffer !== undefined && buffer.byteLength >= values.byteLength;
    const copy = fits
      ? new Uint32Array(buffer, 0, values.length)
      : new Uint32Array(Math.ceil(SPARE * values.length)).subarray(0, values.length);
    copy.set(values);
    return copy;
  };
  return {
    rowStart,
    offsets: copyOf('offsets'),
    words: copyOf('words'),
    lengths: copyOf('lengths'),
  };
}

/** What a stream holds, to be handed over with it. */
export function buffersOf({ offsets, words, lengths }: Stream): ArrayBuffer[] {
  return [offsets.buffer, words.buffer, lengths.buffer];
}

/** Reads the words of a column; new words enter the table. */
export function readWords(
  { bytes, offsets: ends }: TextColumn,
  { source, table }: { source: WordSource; table: WordTable },
  { rowStart, most }: { rowStart: number; most: number }, // words of a row that are kept
): Stream {
  const rows = ends.length - 1;
  const offsets = new Uint32Array(rows + 1);
  const lengths = new Uint32Array(rows);
  let words = new Uint32Array(room.take(bytes.length));
  let count = 0;
  for (let row = 0; row < rows; row++) {
    source.open(bytes, ends[row], ends[row + 1]);
    let length = 0;
    for (; source.next(); length++) {
      if (length >= most) continue;
      if (count === words.length) words = doubled(words);
      words[count++] = table.add(source.word, source.length, source.hash);
    }
    lengths[row] = length;
    offsets[row + 1] = count;
  }
  return { rowStart, offsets, words: words.slice(0, count), lengths };
}

/** Adds to `counts` how often each number stands in the rows of a part that are marked. */
export function countWords(stream: Stream, isCounted: Uint8Array, counts: Uint32Array): void {
  for (let row = 0; row + 1 < stream.offsets.length; row++) {
    if (isCounted[stream.rowStart + row] === 0) continue;
    for (let i = stream.offsets[row]; i < stream.offsets[row + 1]; i++) counts[stream.words[i]]++;
  }
}

/** Words with their counts, as one reader saw them. */
export interface CountedWords {
  list: WordList;
  counts: Uint32Array<ArrayBuffer>;
}

/** Replaces the numbers of a stream by the word ids that a map gives them. */
export function renumber(stream: Stream, ids: Uint32Array): void {
  const { words } = stream;
  for (let i = 0; i < words.length; i++) words[i] = ids[words[i]];
}

/** Which words of a text a model reads. */
export type Reading = Pick<TextSettings, 'maxLength' | 'cut' | 'unknown'>;

/** Words that must be kept until their ids are known; after that cutRow says which of them are read. */
export function mostRead({ maxLength, cut, unknown }: Reading): number {
  return cut === 'end' && unknown === 'mark' ? maxLength : Infinity;
}

/** Which of a text's word ids are read, in their order: unknown words may go, then what is too much at one end. */
export function readIds(ids: Uint32Array, { maxLength, cut, unknown }: Reading): Uint32Array {
  const kept = unknown === 'drop' ? ids.filter((id) => id !== UNKNOWN_ID) : ids;
  if (kept.length <= maxLength) return kept;
  return cut === 'end' ? kept.subarray(0, maxLength) : kept.subarray(kept.length - maxLength);
}

/** Leaves in a stream of word ids only what is read. */
export function cutStream(stream: Stream, reading: Reading): void {
  if (mostRead(reading) !== Infinity) return; // was cut while it was read
  const { offsets, words } = stream;
  let count = 0;
  for (let row = 0; row + 1 < offsets.length; row++) {
    const read = readIds(words.slice(offsets[row], offsets[row + 1]), reading);
    offsets[row] = count;
    words.set(read, count);
    count += read.length;
  }
  offsets[offsets.length - 1] = count;
  stream.words = words.slice(0, count);
}

function doubled(words: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  const grown = new Uint32Array(2 * words.length);
  grown.set(words);
  return grown;
}
