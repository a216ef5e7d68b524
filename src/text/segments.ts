// Words as the browser's own dictionary finds them (Intl.Segmenter): they may differ from browser to browser, and take longer.
import type { TextSettings } from '../core/settings';
import { HASH_START, hashBytes, MOST_WORD_BYTES, type WordSource } from './word-source';

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
const encoder = new TextEncoder();

/** Gives the segments that the browser takes for words. */
export class SegmentReader implements WordSource {
  readonly word = new Uint8Array(MOST_WORD_BYTES);
  length = 0;
  hash = HASH_START;
  readonly #lowerCase: boolean;
  readonly #segmenter = new Intl.Segmenter(undefined, { granularity: 'word' });
  #segments: Iterator<Intl.SegmentData> = [][Symbol.iterator]();

  constructor({ lowerCase }: Pick<TextSettings, 'lowerCase'>) {
    this.#lowerCase = lowerCase;
  }

  open(bytes: Uint8Array, start: number, end: number): void {
    const text = decoder.decode(bytes.subarray(start, end));
    this.#segments = this.#segmenter.segment(text)[Symbol.iterator]();
  }

  next(): boolean {
    let found = this.#segments.next();
    while (!found.done && !found.value.isWordLike) found = this.#segments.next();
    if (found.done) return false;
    const { segment } = found.value;
    const word = (this.#lowerCase ? segment.toLowerCase() : segment).replaceAll('’', "'");
    this.length = encoder.encodeInto(word, this.word).written;
    this.hash = hashBytes(this.word, 0, this.length);
    return true;
  }
}
