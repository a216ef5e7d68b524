// Words as another source finds them, in the form that settings give them. Each different word is looked at once, however often it
// comes.
import { WordTable } from './word-table';
import { HASH_START, hashBytes, MOST_WORD_BYTES, type WordSource } from './word-source';
import type { FormOf } from './word-forms';

const DROPPED = -1;

const decoder = new TextDecoder();
const encoder = new TextEncoder();

/** Gives the words of a source that are kept, each in its form. */
export class FormedWords implements WordSource {
  readonly word = new Uint8Array(MOST_WORD_BYTES);
  length = 0;
  hash = HASH_START;
  readonly #source: WordSource;
  readonly #formOf: FormOf;
  readonly #seen = new WordTable(); // words as the source gives them
  readonly #forms = new WordTable();
  readonly #formNumbers: number[] = []; // by number of #seen: the number of #forms, or DROPPED

  constructor(source: WordSource, formOf: FormOf) {
    this.#source = source;
    this.#formOf = formOf;
  }

  open(bytes: Uint8Array, start: number, end: number): void {
    this.#source.open(bytes, start, end);
  }

  next(): boolean {
    while (this.#source.next()) {
      const form = this.#formNumber();
      if (form === DROPPED) continue;
      this.length = this.#forms.copy(form, this.word);
      this.hash = this.#forms.hashOf(form);
      return true;
    }
    return false;
  }

  /** The number of the form that the source's word has. */
  #formNumber(): number {
    const { word, length, hash } = this.#source;
    const number = this.#seen.add(word, length, hash);
    if (number === this.#formNumbers.length)
      this.#formNumbers.push(this.#findForm(decoder.decode(word.subarray(0, length))));
    return this.#formNumbers[number];
  }

  #findForm(word: string): number {
    const form = this.#formOf(word);
    if (form === null) return DROPPED;
    const { written } = encoder.encodeInto(form, this.word);
    return this.#forms.add(this.word, written, hashBytes(this.word, 0, written));
  }
}
