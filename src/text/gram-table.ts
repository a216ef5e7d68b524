// Counts or looks up n-grams of word ids: open addressing over 64-bit keys in two halves.
// A key holds two or three word ids of 21 bits each, the first one lowest, PAD_ID behind a pair; the highest bit is then 0. It is 1
// where the key holds more: their number stands in the three bits below it, and 60 bits are left for them, 15 a word for four words,
// 12 for five, 10 for six. So longer n-grams are made of the most frequent words alone: enough for characters.
import { release } from '../core/arrays';
import { FIRST_WORD_ID, PAD_ID } from '../core/types';

/** Word ids must stay below this. */
export const WORD_ID_LIMIT = 2 ** 21;

/** The lower half of the key of an n-gram; a third word does not reach it. */
export function keyLow(first: number, second: number): number {
  return (first | (second << 21)) >>> 0;
}

/** The upper half of the key. */
export function keyHigh(second: number, third: number): number {
  return ((second >>> 11) | (third << 10)) >>> 0;
}

const LONG = 0x80000000; // marks keys of more than three words

/** Bits of each word id in a key of so many words, above three. */
function bitsOf(count: number): number {
  return Math.floor(60 / count);
}

/** Gives the keys of the n-grams of 4 to `order` words that begin at a place; the words there must all have ids. */
export function eachLongKey(
  words: Uint32Array,
  { start, end, order }: { start: number; end: number; order: number },
  take: (low: number, high: number) => void,
): void {
  let greatest = Math.max(words[start], words[start + 1], words[start + 2]);
  for (let count = 4; count <= order && start + count <= end; count++) {
    const last = words[start + count - 1];
    greatest = Math.max(greatest, last);
    if (last < FIRST_WORD_ID || greatest >>> bitsOf(count) !== 0) return;
    take(...longKey(words.subarray(start, start + count)));
  }
}

/** The halves of the key of more than three words. */
export function longKey(words: Uint32Array): [low: number, high: number] {
  const bits = bitsOf(words.length);
  let low = 0;
  let high = LONG | (words.length << 28);
  words.forEach((word, i) => {
    const at = i * bits;
    if (at < 32) low |= word << at;
    if (at >= 32) high |= word << (at - 32);
    else if (at + bits > 32) high |= word >>> (32 - at);
  });
  return [low >>> 0, high >>> 0];
}

function wordOfLongKey(low: number, high: number, place: number): number {
  const count = (high >>> 28) & 7;
  if (place >= count) return PAD_ID;
  const bits = bitsOf(count);
  const at = place * bits;
  const above = at >= 32 ? high >>> (at - 32) : at + bits > 32 ? high << (32 - at) : 0;
  return ((at < 32 ? low >>> at : 0) | above) & (2 ** bits - 1);
}

/** The word id at a place of a key; PAD_ID behind its last. */
export function wordOfKey(low: number, high: number, place: number): number {
  if (high >>> 31 === 1) return wordOfLongKey(low, high, place);
  if (place > 2) return PAD_ID;
  const most = WORD_ID_LIMIT - 1;
  if (place === 0) return low & most;
  return place === 1 ? ((low >>> 21) | (high << 11)) & most : high >>> 10;
}

/** A hash of a key, u32: the finalizer of MurmurHash3 over both halves. */
export function hashKey(low: number, high: number): number {
  let x = Math.imul(low, 0x9e3779b1) ^ Math.imul(high, 0x85ebca77);
  x = Math.imul(x ^ (x >>> 16), 0x85ebca6b);
  x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35);
  return (x ^ (x >>> 16)) >>> 0;
}

/** Keys with their values, side by side. */
export interface GramList {
  lows: Uint32Array<ArrayBuffer>;
  highs: Uint32Array<ArrayBuffer>;
  counts: Uint32Array<ArrayBuffer>;
}

const ENTRY = 3; // numbers of an entry: low, high, value
const FULL = 0.6; // share of slots at which their number doubles

/**
 * A growing table from n-grams to numbers above zero. What is searched at random are slots of four bytes; entries stand in the order
 * in which they came, so that frequent n-grams, which come early, share their cache lines.
 */
export class GramTable {
  size = 0;
  #slots: Uint32Array<ArrayBuffer>; // 1 + number of the entry; 0 = free
  #entries: Uint32Array<ArrayBuffer>;

  constructor(expected = 1024) {
    const entries = Math.ceil(expected) + 1;
    this.#slots = new Uint32Array(2 ** Math.ceil(Math.log2(Math.max(16, entries / FULL))));
    this.#entries = new Uint32Array(ENTRY * entries);
  }

  /** The value of a key; 0 = not here. */
  get(low: number, high: number): number {
    const found = this.#slots[this.#slotOf(low, high, hashKey(low, high))];
    return found === 0 ? 0 : this.#entries[ENTRY * found - 1];
  }

  /** Adds to the value of a key; `hash` is hashKey(low, high), which the caller needs for itself. */
  add(low: number, high: number, hash: number, amount: number): void {
    const slot = this.#slotOf(low, high, hash);
    const found = this.#slots[slot];
    if (found !== 0) {
      this.#entries[ENTRY * found - 1] += amount;
      return;
    }
    const at = ENTRY * this.size;
    if (at === this.#entries.length) this.#lengthen();
    this.#entries[at] = low;
    this.#entries[at + 1] = high;
    this.#entries[at + 2] = amount;
    this.#slots[slot] = ++this.size;
    if (this.size > FULL * this.#slots.length) this.#spread();
  }

  /** All keys whose value is at least `least`. */
  atLeast(least: number): GramList {
    const entries = this.#entries;
    const end = ENTRY * this.size;
    let found = 0;
    for (let at = 2; at < end; at += ENTRY) if (entries[at] >= least) found++;
    const lows = new Uint32Array(found);
    const highs = new Uint32Array(found);
    const counts = new Uint32Array(found);
    for (let at = 0, i = 0; at < end; at += ENTRY) {
      if (entries[at + 2] < least) continue;
      lows[i] = entries[at];
      highs[i] = entries[at + 1];
      counts[i++] = entries[at + 2];
    }
    return { lows, highs, counts };
  }

  /** Gives the table's memory back; it is of no more use. */
  release(): void {
    release(this.#slots, this.#entries);
  }

  /** Where the number of a key's entry stands, or would stand. */
  #slotOf(low: number, high: number, hash: number): number {
    const slots = this.#slots;
    const entries = this.#entries;
    const mask = slots.length - 1;
    let slot = hash & mask;
    for (let found = slots[slot]; found !== 0; found = slots[slot]) {
      const at = ENTRY * (found - 1);
      if (entries[at] === low && entries[at + 1] === high) break;
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  #lengthen(): void {
    const longer = new Uint32Array(2 * this.#entries.length);
    longer.set(this.#entries);
    release(this.#entries);
    this.#entries = longer;
  }

  #spread(): void {
    const size = 2 * this.#slots.length;
    release(this.#slots);
    this.#slots = new Uint32Array(size);
    for (let number = 1; number <= this.size; number++) {
      const at = ENTRY * (number - 1);
      const [low, high] = [this.#entries[at], this.#entries[at + 1]];
      this.#slots[this.#slotOf(low, high, hashKey(low, high))] = number;
    }
  }
}
