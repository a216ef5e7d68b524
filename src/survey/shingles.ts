// Texts as sets of word pairs, each pair hashed to 32 bits. Broder (1997), "On the resemblance and containment of documents".
// Pairs, because texts here are short: single words make texts on one subject alike, and of triples one changed word in a
// headline breaks three. In scripts without spaces the words are characters, of which two make about one word.
import type { TextColumn } from '../core/types';

/** Gives the hashes of a text's words one by one; whoever composes says what a word is. */
export interface HashSource {
  readonly hash: number; // u32 of the current word
  open(bytes: Uint8Array, start: number, end: number): void; // from now on the words of this text
  next(): boolean; // moves to the next word; false = there is none
}

/** Shingles of many texts: text i has values[offsets[i]] to values[offsets[i + 1]], ascending, none twice. */
export interface ShingleSets {
  offsets: Uint32Array<ArrayBuffer>; // texts + 1
  values: Uint32Array<ArrayBuffer>;
}

/** Reads the shingles of a column's texts. A text of one word has that word for a shingle. */
export function readShingles(
  { bytes, offsets: ends }: TextColumn,
  source: HashSource,
): ShingleSets {
  const rows = ends.length - 1;
  const offsets = new Uint32Array(rows + 1);
  let values = new Uint32Array(64 + (bytes.length >> 2));
  let count = 0;
  for (let row = 0; row < rows; row++) {
    const start = count;
    source.open(bytes, ends[row], ends[row + 1]);
    let before = 0;
    let words = 0;
    for (; source.next(); words++) {
      if (count + 1 >= values.length) values = doubled(values);
      if (words > 0) values[count++] = pairOf(before, source.hash);
      before = source.hash;
    }
    if (words === 1) values[count++] = pairOf(0, before);
    count = start + makeSet(values.subarray(start, count));
    offsets[row + 1] = count;
  }
  return { offsets, values: values.slice(0, count) };
}

/** Mixes all bits of a number: the finalizer of MurmurHash3 (Appleby, public domain). */
export function mix(value: number): number {
  let x = value ^ (value >>> 16);
  x = Math.imul(x, 0x85ebca6b);
  x ^= x >>> 13;
  x = Math.imul(x, 0xc2b2ae35);
  return (x ^ (x >>> 16)) >>> 0;
}

function pairOf(first: number, second: number): number {
  return mix(Math.imul(mix(first), 0x9e3779b1) ^ second);
}

/** Sorts values and moves those that differ to the front; tells how many they are. */
function makeSet(values: Uint32Array): number {
  values.sort();
  let count = 0;
  for (let i = 0; i < values.length; i++)
    if (i === 0 || values[i] !== values[i - 1]) values[count++] = values[i];
  return count;
}

function doubled(values: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  const grown = new Uint32Array(2 * values.length);
  grown.set(values);
  return grown;
}
