// What finds words: gives each as UTF-8 bytes and a hash, so that counting millions of words makes no strings.

/** Gives the words of one text after another. */
export interface WordSource {
  readonly word: Uint8Array; // the current word, in UTF-8
  readonly length: number; // bytes of the current word
  readonly hash: number; // u32 of the current word
  open(bytes: Uint8Array, start: number, end: number): void; // from now on the words of this text
  next(): boolean; // moves to the next word; false = there is none
}

/** The word that stands before every text where punctuation counts, so that a pair can tell what a text begins with. */
export const START_WORD = '⟨start⟩';

/** Bytes of a word that are kept; what stands behind them is left out. */
export const MOST_WORD_BYTES = 256;

/** The hash of no bytes. FNV-1a (Fowler, Noll & Vo), http://www.isthe.com/chongo/tech/comp/fnv/ */
export const HASH_START = 0x811c9dc5;

/** The hash with one more byte; an i32, made a u32 at the end. */
export function hashByte(hash: number, byte: number): number {
  return Math.imul(hash ^ byte, 0x01000193);
}

/** The hash of bytes[start] to bytes[end]. */
export function hashBytes(bytes: Uint8Array, start: number, end: number): number {
  let hash = HASH_START;
  for (let i = start; i < end; i++) hash = hashByte(hash, bytes[i]);
  return hash >>> 0;
}
