// Numbers different words in the order in which they first come: open addressing over bytes, with no string per word.
import { release } from '../core/arrays';
import { hashBytes } from './word-source';

/** The words of a table, word i being bytes[starts[i]] to bytes[starts[i + 1]]. */
export interface WordList {
  bytes: Uint8Array<ArrayBuffer>;
  starts: Uint32Array<ArrayBuffer>; // words + 1
}

/** A growing table of words. */
export class WordTable {
  size = 0;
  #slots: Int32Array<ArrayBuffer>; // 1 + number; 0 = free
  #hashes: Uint32Array<ArrayBuffer>;
  #starts: Uint32Array<ArrayBuffer>;
  #bytes: Uint8Array<ArrayBuffer>;

  constructor(expected = 1024) {
    const capacity = 2 ** Math.ceil(Math.log2(Math.max(16, expected)));
    this.#slots = new Int32Array(2 * capacity);
    this.#hashes = new Uint32Array(capacity);
    this.#starts = new Uint32Array(capacity + 1);
    this.#bytes = new Uint8Array(8 * capacity);
  }

  /** The number of the word bytes[0] to bytes[length]; -1 = not here. */
  find(bytes: Uint8Array, length: number, hash: number): number {
    return this.#slots[this.#slotOf(bytes, 0, length, hash)] - 1;
  }

  /** The number of the word bytes[0] to bytes[length], which is added if it is not here. */
  add(bytes: Uint8Array, length: number, hash: number): number {
    return this.#addAt(bytes, 0, length, hash);
  }

  /** Writes the word with a number to the beginning of `into`; returns its bytes. */
  copy(number: number, into: Uint8Array): number {
    const start = this.#starts[number];
    const length = this.#starts[number + 1] - start;
    for (let i = 0; i < length; i++) into[i] = this.#bytes[start + i];
    return length;
  }

  /** The hash of the word with a number. */
  hashOf(number: number): number {
    return this.#hashes[number];
  }

  /** Adds the words of a list; returns the number of each. */
  addAll({ bytes, starts }: WordList): Uint32Array<ArrayBuffer> {
    const numbers = new Uint32Array(starts.length - 1);
    for (let i = 0; i < numbers.length; i++) {
      const hash = hashBytes(bytes, starts[i], starts[i + 1]);
      numbers[i] = this.#addAt(bytes, starts[i], starts[i + 1] - starts[i], hash);
    }
    return numbers;
  }

  /** A copy of all words. */
  list(): WordList {
    const starts = this.#starts.slice(0, this.size + 1);
    return { bytes: this.#bytes.slice(0, starts[this.size]), starts };
  }

  /** Gives the table's memory back; it is of no more use. */
  release(): void {
    release(this.#slots, this.#hashes, this.#starts, this.#bytes);
  }

  #addAt(bytes: Uint8Array, at: number, length: number, hash: number): number {
    const slot = this.#slotOf(bytes, at, length, hash);
    const found = this.#slots[slot];
    if (found !== 0) return found - 1;
    const number = this.size++;
    const start = this.#starts[number];
    this.#needBytes(start + length);
    for (let i = 0; i < length; i++) this.#bytes[start + i] = bytes[at + i];
    this.#starts[number + 1] = start + length;
    this.#hashes[number] = hash;
    this.#slots[slot] = number + 1;
    if (this.size === this.#hashes.length) this.#grow();
    return number;
  }

  #slotOf(bytes: Uint8Array, at: number, length: number, hash: number): number {
    const slots = this.#slots;
    const mask = slots.length - 1;
    for (let slot = home(hash) & mask; ; slot = (slot + 1) & mask) {
      const number = slots[slot] - 1;
      if (number < 0) return slot;
      if (this.#hashes[number] === hash && this.#isEqual(number, bytes, at, length)) return slot;
    }
  }

  #isEqual(number: number, bytes: Uint8Array, at: number, length: number): boolean {
    const start = this.#starts[number];
    if (this.#starts[number + 1] - start !== length) return false;
    for (let i = 0; i < length; i++) if (this.#bytes[start + i] !== bytes[at + i]) return false;
    return true;
  }

  #needBytes(needed: number): void {
    if (needed <= this.#bytes.length) return;
    const grown = new Uint8Array(2 * Math.max(needed, this.#bytes.length));
    grown.set(this.#bytes);
    this.#bytes = grown;
  }

  #grow(): void {
    const capacity = 2 * this.#hashes.length;
    const hashes = new Uint32Array(capacity);
    const starts = new Uint32Array(capacity + 1);
    hashes.set(this.#hashes);
    starts.set(this.#starts);
    this.#hashes = hashes;
    this.#starts = starts;
    this.#slots = new Int32Array(2 * capacity);
    const mask = this.#slots.length - 1;
    for (let number = 0; number < this.size; number++) {
      let slot = home(hashes[number]) & mask;
      while (this.#slots[slot] !== 0) slot = (slot + 1) & mask;
      this.#slots[slot] = number + 1;
    }
  }
}

/** Where the search for a hash begins: FNV's low bits alone would do, mixing in the high ones costs nothing. */
function home(hash: number): number {
  return hash ^ (hash >>> 15);
}
