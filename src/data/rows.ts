// Judges rows as they are read: the good ones go to the part that they belong to, the bad ones are accounted for.
import { fail, type Fault } from '../core/errors';
import { NO_LABEL, type BadRow, type Split } from '../core/types';
import { byteColumn, type ByteColumn, type RowEnd } from './byte-column';
import type { LabelBook } from './labels';
import type { Mapping } from './mapping';
import { PartRows } from './part-rows';
import { partNamed, type Home } from './split-names';

const MOST_FOUND = 80; // characters of a wrong label that are told

/** What was counted since a file began. */
export interface FileCount {
  good: Record<Split, number>;
  bad: number;
  first: BadRow | null; // the first bad row
  firstFields: number; // its fields
}

/** What the gatherer must know of a file. */
export interface FileShape extends Mapping {
  fieldCount: number; // that every row must have
}

/** How rows are judged. */
export interface RowRules {
  textFields: number;
  book: LabelBook;
  mostClasses: number; // where any label is good
}

/** Takes rows from a reader whose columns are `columns(…)`. */
export class RowGatherer {
  readonly parts: Record<Split, PartRows>;
  readonly #rules: RowRules;
  readonly #label = byteColumn();
  readonly #split = byteColumn();
  readonly #unused = byteColumn(); // of columns that are for nothing
  #file = '';
  #home: Home = 'train'; // of rows that do not say otherwise
  #broken: 'row.quote' | 'row.json' = 'row.quote';
  #fieldCount = 0;
  #hasSplit = false;
  #to: Home = 'train'; // of the row that was judged
  #number = NO_LABEL; // of its label
  #count = openCount();
  readonly #decoder = new TextDecoder();

  constructor(rules: RowRules) {
    this.#rules = rules;
    const { textFields } = rules;
    this.parts = { train: new PartRows(textFields), test: new PartRows(textFields) };
  }

  /** Begins the account of a file; `broken` is what its broken rows are called. */
  beginFile(file: string, home: Home, broken: 'row.quote' | 'row.json' = 'row.quote'): FileCount {
    this.#file = file;
    this.#home = home;
    this.#broken = broken;
    return (this.#count = openCount());
  }

  /** Names the file of the rows that follow, in the same account. */
  within(file: string): void {
    this.#file = file;
  }

  /** The columns that a reader of the file fills; `textAt` must name as many as there are text fields. */
  columns({ labelAt, textAt, splitAt, idAt, fieldCount }: FileShape): ByteColumn[] {
    this.#fieldCount = fieldCount;
    this.#hasSplit = splitAt !== null;
    const { texts, id } = this.parts[splitOf(this.#home)];
    return Array.from({ length: fieldCount }, (_, i) => {
      if (i === labelAt) return this.#label;
      if (i === splitAt) return this.#split;
      if (i === idAt) return id;
      const field = textAt.indexOf(i);
      return field < 0 ? this.#unused : texts[field];
    });
  }

  /** Judges the row that just ended: puts it into its part, or cuts the columns back. */
  take(row: RowEnd): void {
    const here = this.parts[splitOf(this.#home)]; // where its bytes are
    const fault = this.#judge(row, here);
    this.#clear();
    if (fault) return this.#refuse(row, here, fault);
    const split = splitOf(this.#to);
    const part = this.parts[split];
    if (part !== here) here.moveTo(part);
    part.take(row.line, this.#number, this.#to === 'validation');
    this.#count.good[split]++;
  }

  /** Notes the row under way as bad, for a reason that its reader found. */
  refuse(fault: Fault): void {
    this.#clear();
    this.#refuse({ count: 1, line: 1, isBroken: true }, this.parts[splitOf(this.#home)], fault);
  }

  /** Leaves out the row that just ended, as a header. */
  skip(): void {
    this.#clear();
    this.parts[splitOf(this.#home)].cutBack();
  }

  #clear(): void {
    this.#label.length = this.#split.length = this.#unused.length = 0;
  }

  /** Finds where the row belongs and the number of its label, or what is wrong with it. */
  #judge({ count, line, isBroken }: RowEnd, here: PartRows): Fault | null {
    const expected = this.#fieldCount;
    if (isBroken) return { key: this.#broken, values: { line } };
    if (count !== expected) return { key: 'row.fields', values: { line, expected, found: count } };
    const to = this.#hasSplit ? this.#homeOfRow() : this.#home;
    if (to === null) return { key: 'row.split', values: { line, found: told(this.#split) } };
    if (here.isBlank()) return { key: 'row.empty', values: { line } };
    const { book, mostClasses } = this.#rules;
    const { classCount } = book.known;
    const number = book.number(bytesOf(this.#label));
    if (number < 0)
      return { key: 'row.label', values: { line, found: told(this.#label), classes: classCount } };
    if (number >= mostClasses && number !== NO_LABEL && classCount === 0)
      throw this.#tooManyClasses(line);
    this.#to = to;
    this.#number = number;
    return null;
  }

  /** Where the row belongs by its own word; null = the word is not known. */
  #homeOfRow(): Home | null {
    const word = this.#decoder.decode(bytesOf(this.#split)).trim();
    return word === '' ? this.#home : partNamed(word);
  }

  #tooManyClasses(line: number): Error {
    const found = told(this.#label);
    const values = { file: this.#file, most: this.#rules.mostClasses, line, found };
    return fail('bad-file', 'classes.many', values);
  }

  #refuse(row: RowEnd, here: PartRows, fault: Fault): void {
    here.cutBack();
    const bad: BadRow = { file: this.#file, line: row.line, fault };
    here.noteBad(bad);
    if (this.#count.bad++ > 0) return;
    this.#count.first = bad;
    this.#count.firstFields = row.count;
  }
}

function openCount(): FileCount {
  return { good: { train: 0, test: 0 }, bad: 0, first: null, firstFields: 0 };
}

function splitOf(home: Home): Split {
  return home === 'test' ? 'test' : 'train';
}

function bytesOf({ bytes, length }: ByteColumn): Uint8Array {
  return bytes.subarray(0, length);
}

/** A cell as far as it is told in a fault. */
function told(cell: ByteColumn): string {
  const found = new TextDecoder().decode(bytesOf(cell)).trim();
  return found.length > MOST_FOUND ? `${found.slice(0, MOST_FOUND)}…` : found;
}
