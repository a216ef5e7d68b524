// Finds the words of a text in its UTF-8 bytes and gives them, in lower case if wanted, without making a string of each.
// A word is a run of letters and digits: "don't", "1,250.5" and "mp3" are one word each; scripts without spaces go by the character.
// Where punctuation counts each mark is a word of its own, apostrophes and hyphens too, and a text begins with START_WORD.
import type { TextSettings } from '../core/settings';
import type { Dataset } from '../core/types';
import {
  APOSTROPHE,
  BREAK,
  DIGIT,
  kindOf,
  keptOf,
  LETTER,
  lowerOf,
  MARK,
  POINT,
  SYMBOL,
  UNSPACED,
} from './characters';
import { SegmentReader } from './segments';
import { HASH_START, hashByte, MOST_WORD_BYTES, START_WORD, type WordSource } from './word-source';

const START = new TextEncoder().encode(START_WORD);

/** What decides which words are found. */
export type WordSettings = Pick<TextSettings, 'unit' | 'punctuation' | 'lowerCase'>;

/** The source of words that the settings ask for. */
export function wordSource(settings: WordSettings, language: Dataset['language']): WordSource {
  const { unit } = settings;
  if (unit === 'segmenter') return new SegmentReader(settings);
  if (unit === 'words') return new WordScanner('runs', settings);
  if (unit === 'characters' && language === 'spaced')
    return new WordScanner('characters', settings);
  return new WordScanner('mixed', settings);
}

/** How runs are cut: not at all, at characters of scripts without spaces, or at every character. */
type Cut = 'runs' | 'mixed' | 'characters';

class WordScanner implements WordSource {
  readonly word = new Uint8Array(MOST_WORD_BYTES + 4);
  length = 0;
  hash = 0;
  readonly #kinds = new Uint8Array(128); // of ASCII
  readonly #plain = new Uint8Array(128); // what ASCII letters and digits become; 0 = another kind
  readonly #cut: Cut;
  readonly #punctuation: boolean; // symbols are words, and apostrophes are symbols
  readonly #becomes: (point: number) => number; // a character in the case that is wanted
  #isAtStart = false;
  #bytes: Uint8Array = new Uint8Array();
  #at = 0;
  #end = 0;
  #point = 0; // last code point read by #peek
  #size = 0; // its bytes

  constructor(cut: Cut, { punctuation, lowerCase }: WordSettings) {
    this.#cut = cut;
    this.#punctuation = punctuation;
    this.#becomes = lowerCase ? lowerOf : keptOf;
    for (let point = 0; point < 128; point++) {
      this.#kinds[point] = this.#kindOf(point);
      const isPlain = this.#kinds[point] === LETTER || this.#kinds[point] === DIGIT;
      this.#plain[point] = isPlain ? this.#becomes(point) : 0;
    }
  }

  open(bytes: Uint8Array, start: number, end: number): void {
    this.#bytes = bytes;
    this.#at = start;
    this.#end = end;
    this.#isAtStart = this.#punctuation;
  }

  next(): boolean {
    this.length = 0;
    this.hash = HASH_START;
    if (this.#isAtStart) {
      this.#isAtStart = false;
      for (const byte of START) this.#push(byte);
      this.hash >>>= 0;
      return true;
    }
    const kind = this.#skip();
    if (kind === BREAK) return false;
    if (kind === UNSPACED || kind === SYMBOL || kind === POINT) {
      this.#take();
      while (this.#at < this.#end && this.#peek(this.#at) === MARK) this.#take();
    } else this.#takeRun();
    this.hash >>>= 0;
    return true;
  }

  /** Moves to where a word begins and tells its kind; BREAK = there is none. */
  #skip(): number {
    const bytes = this.#bytes;
    for (let at = this.#at; at < this.#end;) {
      const byte = bytes[at];
      const kind = byte < 128 ? this.#kinds[byte] : this.#peek(at);
      if (kind === LETTER || kind === DIGIT || kind === UNSPACED || this.#isSymbol(kind)) {
        this.#at = at;
        return kind;
      }
      at += byte < 128 ? 1 : this.#size;
    }
    this.#at = this.#end;
    return BREAK;
  }

  #isSymbol(kind: number): boolean {
    return this.#punctuation && (kind === SYMBOL || kind === POINT);
  }

  #takeRun(): void {
    let before = BREAK;
    while (this.#at < this.#end) {
      before = this.#takeAscii(before);
      if (this.#at >= this.#end) return;
      const kind = this.#peek(this.#at);
      const isInner = (kind === APOSTROPHE || kind === POINT) && this.#isInner(before, kind);
      if (!isInner && kind !== LETTER && kind !== DIGIT && kind !== MARK) return;
      this.#take();
      if (kind !== MARK) before = kind; // a mark leaves what it stands upon
    }
  }

  /** Takes letters and digits of ASCII, which most text consists of; tells the kind of the last one. */
  #takeAscii(before: number): number {
    const { word } = this;
    const bytes = this.#bytes;
    const plain = this.#plain;
    const end = this.#end;
    let { length, hash } = this;
    let at = this.#at;
    while (at < end) {
      const byte = bytes[at];
      const kept = byte < 128 ? plain[byte] : 0;
      if (kept === 0) break;
      at++;
      if (length === MOST_WORD_BYTES) continue;
      word[length++] = kept;
      hash = hashByte(hash, kept);
    }
    const isTaken = at > this.#at;
    this.#at = at;
    this.length = length;
    this.hash = hash;
    return isTaken ? this.#kinds[bytes[at - 1]] : before;
  }

  /** Whether the apostrophe or point at hand stands between two letters or two digits. */
  #isInner(before: number, kind: number): boolean {
    this.#peek(this.#at);
    const next = this.#at + this.#size;
    if (next >= this.#end) return false;
    const after = this.#peek(next);
    if (kind === POINT) return before === DIGIT && after === DIGIT;
    return (before === LETTER || before === DIGIT) && (after === LETTER || after === DIGIT);
  }

  #kindOf(point: number): number {
    let kind = kindOf(point);
    if (kind === APOSTROPHE && this.#punctuation) kind = SYMBOL;
    if (this.#cut === 'characters') return kind === LETTER || kind === DIGIT ? UNSPACED : kind;
    return this.#cut === 'runs' && kind === UNSPACED ? LETTER : kind;
  }

  /** Reads the character at a place: its kind; its code point and size are kept aside. */
  #peek(at: number): number {
    const bytes = this.#bytes;
    const first = bytes[at];
    if (first < 128) {
      this.#point = first;
      this.#size = 1;
      return this.#kinds[first];
    }
    if (first < 0xe0) {
      this.#point = ((first & 0x1f) << 6) | (bytes[at + 1] & 0x3f);
      this.#size = 2;
    } else if (first < 0xf0) {
      this.#point = ((first & 0x0f) << 12) | ((bytes[at + 1] & 0x3f) << 6) | (bytes[at + 2] & 0x3f);
      this.#size = 3;
    } else {
      const high = ((first & 0x07) << 18) | ((bytes[at + 1] & 0x3f) << 12);
      this.#point = high | ((bytes[at + 2] & 0x3f) << 6) | (bytes[at + 3] & 0x3f);
      this.#size = 4;
    }
    return this.#kindOf(this.#point);
  }

  /** Takes the character at hand into the word. */
  #take(): void {
    this.#peek(this.#at);
    this.#at += this.#size;
    const point = this.#becomes(this.#point);
    if (this.length > MOST_WORD_BYTES - 4) return;
    if (point < 0x80) this.#push(point);
    else if (point < 0x800) this.#pushAll(0xc0 | (point >> 6), point, 1);
    else if (point < 0x10000) this.#pushAll(0xe0 | (point >> 12), point, 2);
    else this.#pushAll(0xf0 | (point >> 18), point, 3);
  }

  #pushAll(first: number, point: number, more: number): void {
    this.#push(first);
    for (let i = more - 1; i >= 0; i--) this.#push(0x80 | ((point >> (6 * i)) & 0x3f));
  }

  #push(byte: number): void {
    if (this.length >= MOST_WORD_BYTES) return;
    this.word[this.length++] = byte;
    this.hash = hashByte(this.hash, byte);
  }
}
