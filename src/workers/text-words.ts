// Counts the words of labelled texts by class, in a text worker: how often each stands in a class, and in how many rows; and the
// rows in which names stand, of several words or of none that a dictionary knows.
import { NO_LABEL, type Dataset, type TextColumn } from '../core/types';
import { makeNameSearch } from '../survey/names';
import { isWordPart } from '../text/characters';
import { GramTable, hashKey, type GramList } from '../text/gram-table';
import { WordTable, type WordList } from '../text/word-table';
import type { WordSource } from '../text/word-source';
import { wordSource } from '../text/words';

/** Words with their counts by class. A key's low half is the word's number in the list, its high half the class. */
export interface CountedByClass {
  list: WordList;
  times: GramList;
  rows: GramList; // of the same keys
  named: GramList; // rows with a name; the low half is its place in the list of names
}

/** Counts until it is asked. */
export class ClassWords {
  readonly #source: WordSource;
  readonly #table = new WordTable();
  readonly #times = new GramTable();
  readonly #rows = new GramTable();
  readonly #named = new GramTable();
  readonly #findNames: ReturnType<typeof makeNameSearch>;
  #lastText = new Uint32Array(1024); // 1 + the text in which each word was seen last
  #texts = 0;

  constructor(language: Dataset['language'], names: readonly string[]) {
    const unit = language === 'unspaced' ? 'segmenter' : 'auto';
    this.#source = wordSource({ unit, punctuation: false, lowerCase: true }, language);
    this.#findNames = makeNameSearch(names, isWordPart);
  }

  /** Counts the words and names of a column's texts; those without a label are left out. */
  add(column: TextColumn, labels: Uint16Array): void {
    const { bytes, offsets } = column;
    const source = this.#source;
    for (let i = 0; i + 1 < offsets.length; i++) {
      if (labels[i] === NO_LABEL) continue;
      this.#texts++;
      source.open(bytes, offsets[i], offsets[i + 1]);
      while (source.next()) this.#count(source, labels[i]);
    }
    this.#findNames(column, (row, name) => {
      const label = labels[row];
      if (label !== NO_LABEL) this.#named.add(name, label, hashKey(name, label), 1);
    });
  }

  /** All counts so far. */
  list(): CountedByClass {
    return {
      list: this.#table.list(),
      times: this.#times.atLeast(1),
      rows: this.#rows.atLeast(1),
      named: this.#named.atLeast(1),
    };
  }

  #count({ word, length, hash }: WordSource, label: number): void {
    const number = this.#table.add(word, length, hash);
    const key = hashKey(number, label);
    this.#times.add(number, label, key, 1);
    if (number >= this.#lastText.length) this.#grow();
    if (this.#lastText[number] === this.#texts) return;
    this.#lastText[number] = this.#texts;
    this.#rows.add(number, label, key, 1);
  }

  #grow(): void {
    const grown = new Uint32Array(2 * this.#lastText.length);
    grown.set(this.#lastText);
    this.#lastText = grown;
  }
}
