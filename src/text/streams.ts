// Texts as streams of word numbers: a reader turns chunks into numbers of its own table, and later into word ids.
import type { TextColumn } from '../core/types';
import type { WordList, WordTable } from './word-table';
import type { WordSource } from './word-source';

/** The words of a chunk's rows, cut at the longest length that is used. */
export interface Stream {
  rowStart: number; // index of the first row within its part
  offsets: Uint32Array<ArrayBuffer>; // rows + 1, into words
  words: Uint32Array<ArrayBuffer>; // numbers of the reader's table, or word ids
  lengths: Uint32Array<ArrayBuffer>; // words of each row before it was cut
}

/** Reads the words of a column; new words enter the table. */
export function readWords(
  { bytes, offsets: ends }: TextColumn,
  { source, table }: { source: WordSource; table: WordTable },
  { rowStart, maxLength }: { rowStart: number; maxLength: number },
): Stream {
  const rows = ends.length - 1;
  const offsets = new Uint32Array(rows + 1);
  const lengths = new Uint32Array(rows);
  let words = new Uint32Array(64 + (bytes.length >> 2));
  let count = 0;
  for (let row = 0; row < rows; row++) {
    source.open(bytes, ends[row], ends[row + 1]);
    let length = 0;
    for (; source.next(); length++) {
      if (length >= maxLength) continue;
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

function doubled(words: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  const grown = new Uint32Array(2 * words.length);
  grown.set(words);
  return grown;
}
