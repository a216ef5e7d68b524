// Gathers good rows into columnar chunks, and keeps account of the bad ones.
import { fail, type Fault } from '../core/errors';
import { CHUNK_ROWS, type BadRow, type RowChunk } from '../core/types';
import { byteColumn, type ByteColumn, type RowEnd } from './byte-column';
import type { LabelBook } from './labels';
import type { Mapping } from './mapping';

const MOST_CLASSES = 1000;
const KEPT_BAD = 200;
const MOST_FOUND = 80; // characters of a wrong label that are told

/** What was counted since a file began. */
export interface FileCount {
  good: number;
  bad: number;
  first: BadRow | null; // the first bad row
  firstFields: number; // its fields
}

/** Takes rows from a reader whose columns are `columns(…)`, and gives full chunks. */
export class RowGatherer {
  readonly full: RowChunk[] = []; // to be taken away by the caller
  readonly labels: Uint16Array<ArrayBuffer>[] = []; // numbers in the label book, one array a chunk
  readonly bad: { count: number; examples: BadRow[] } = { count: 0, examples: [] };
  rowCount = 0; // good rows so far

  readonly #book: LabelBook;
  readonly #label = byteColumn();
  readonly #unused = byteColumn(); // of columns that are neither label nor text
  readonly #texts: ByteColumn[];
  #chunk: OpenChunk;
  #file = '';
  #broken: 'row.quote' | 'row.json' = 'row.quote';
  #fieldCount: number; // that a row of the file must have
  #count: FileCount = { good: 0, bad: 0, first: null, firstFields: 0 };

  constructor(textFields: number, book: LabelBook) {
    this.#book = book;
    this.#fieldCount = textFields + 1;
    this.#texts = Array.from({ length: textFields }, byteColumn);
    this.#chunk = openChunk(textFields);
  }

  /** Begins the account of a file; `broken` is what its broken rows are called. */
  beginFile(file: string, broken: 'row.quote' | 'row.json' = 'row.quote'): FileCount {
    this.#file = file;
    this.#broken = broken;
    this.#count = { good: 0, bad: 0, first: null, firstFields: 0 };
    return this.#count;
  }

  /** Names the file of the rows that follow, in the same account. */
  within(file: string): void {
    this.#file = file;
  }

  /** The columns that a reader of the file fills; `textAt` must name as many as there are text fields. */
  columns({ labelAt, textAt }: Mapping, fieldCount: number): ByteColumn[] {
    this.#fieldCount = fieldCount;
    return Array.from({ length: fieldCount }, (_, i) => {
      if (i === labelAt) return this.#label;
      const field = textAt.indexOf(i);
      return field < 0 ? this.#unused : this.#texts[field];
    });
  }

  /** Judges the row that just ended: keeps it, or cuts the columns back. */
  take(row: RowEnd): void {
    const chunk = this.#chunk;
    const fault = this.#judge(row);
    this.#label.length = this.#unused.length = 0;
    if (fault) {
      this.#texts.forEach((text, i) => (text.length = chunk.offsets[i][chunk.rows]));
      this.#noteBad(row, fault);
      return;
    }
    chunk.lines[chunk.rows++] = row.line;
    for (let i = 0; i < this.#texts.length; i++)
      chunk.offsets[i][chunk.rows] = this.#texts[i].length;
    this.rowCount++;
    this.#count.good++;
    if (chunk.rows === CHUNK_ROWS) this.flush();
  }

  /** Leaves out the row that just ended, as a header. */
  skip(): void {
    this.#label.length = this.#unused.length = 0;
    this.#texts.forEach((text, i) => (text.length = this.#chunk.offsets[i][this.#chunk.rows]));
  }

  /** Closes the chunk under way, if it has rows. */
  flush(): void {
    const { rows, lines, offsets, labels } = this.#chunk;
    if (rows === 0) return;
    const fields = this.#texts.map((text, i) => ({
      bytes: text.bytes.slice(0, text.length),
      offsets: offsets[i].slice(0, rows + 1),
    }));
    this.full.push({ rowStart: this.rowCount - rows, fields, lines: lines.slice(0, rows) });
    this.labels.push(labels.slice(0, rows));
    for (const text of this.#texts) text.length = 0;
    this.#chunk = openChunk(this.#texts.length);
  }

  #judge({ count, line, isBroken }: RowEnd): Fault | null {
    const expected = this.#fieldCount;
    if (isBroken) return { key: this.#broken, values: { line } };
    if (count !== expected) return { key: 'row.fields', values: { line, expected, found: count } };
    if (this.#isBlank()) return { key: 'row.empty', values: { line } };
    const label = this.#label.bytes.subarray(0, this.#label.length);
    const id = this.#book.count(label);
    if (id >= 0) {
      if (id >= MOST_CLASSES) throw this.#tooManyClasses(line, this.#book.keys[id]);
      this.#chunk.labels[this.#chunk.rows] = id;
      return null;
    }
    const found = new TextDecoder().decode(label).trim();
    if (found === '') return { key: 'row.noLabel', values: { line } };
    return {
      key: 'row.label',
      values: { line, found: cut(found), classes: this.#book.classCount },
    };
  }

  #tooManyClasses(line: number, found: string): Error {
    const values = { file: this.#file, most: MOST_CLASSES, line, found: cut(found) };
    return fail('bad-file', 'classes.many', values);
  }

  #isBlank(): boolean {
    return this.#texts.every((text, i) => {
      for (let at = this.#chunk.offsets[i][this.#chunk.rows]; at < text.length; at++)
        if (text.bytes[at] > 32) return false;
      return true;
    });
  }

  #noteBad(row: RowEnd, fault: Fault): void {
    const bad: BadRow = { file: this.#file, line: row.line, fault };
    this.bad.count++;
    if (this.bad.examples.length < KEPT_BAD) this.bad.examples.push(bad);
    if (this.#count.bad++ > 0) return;
    this.#count.first = bad;
    this.#count.firstFields = row.count;
  }
}

function cut(found: string): string {
  return found.length > MOST_FOUND ? `${found.slice(0, MOST_FOUND)}…` : found;
}

interface OpenChunk {
  rows: number;
  lines: Uint32Array<ArrayBuffer>;
  labels: Uint16Array<ArrayBuffer>;
  offsets: Uint32Array<ArrayBuffer>[]; // of each text column
}

function openChunk(textFields: number): OpenChunk {
  return {
    rows: 0,
    lines: new Uint32Array(CHUNK_ROWS),
    labels: new Uint16Array(CHUNK_ROWS),
    offsets: Array.from({ length: textFields }, () => new Uint32Array(CHUNK_ROWS + 1)),
  };
}
