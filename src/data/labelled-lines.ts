// Lines that begin with their label: `__label__x text` as fastText has them, `LABEL:sub text` as TREC does.
// https://fasttext.cc/docs/en/supervised-tutorial.html, https://cogcomp.seas.upenn.edu/Data/QA/QC/
import { append, type ByteColumn, type RowEnd, type RowReader } from './byte-column';
import { LineReader } from './lines';

const TAB = 9;
const SPACE = 32;

/** What stands before the label in fastText's lines. */
export const FASTTEXT_PREFIX = '__label__';

/** Columns that a line fills. */
export interface LineColumns {
  label: ByteColumn;
  text: ByteColumn;
}

/** Reads lines into two columns; of several labels the first counts, and the others are left out of the text; a line may lack one. */
export class LabelledLineReader implements RowReader {
  readonly #lines: LineReader;
  readonly #columns: LineColumns;
  readonly #prefix: Uint8Array; // of every label; empty = none
  readonly #take: (row: RowEnd) => void;

  constructor(
    file: string,
    columns: LineColumns,
    take: (row: RowEnd) => void,
    prefix: typeof FASTTEXT_PREFIX | '',
  ) {
    this.#columns = columns;
    this.#take = take;
    this.#prefix = new TextEncoder().encode(prefix);
    this.#lines = new LineReader(file, (bytes, line) => this.#read(bytes, line));
  }

  /** Reads one more block. */
  push(block: Uint8Array): void {
    this.#lines.push(block);
  }

  /** Ends the last line. */
  end(): void {
    this.#lines.end();
  }

  #read(bytes: Uint8Array, line: number): void {
    const start = skipSpace(bytes, 0);
    if (start === bytes.length) return;
    if (!this.#hasLabel(bytes, start)) {
      append(this.#columns.text, bytes.subarray(start));
      return this.#take({ count: 2, line, isBroken: false });
    }
    let end = wordEnd(bytes, start);
    append(this.#columns.label, bytes.subarray(start + this.#prefix.length, end));
    let next = skipSpace(bytes, end);
    while (this.#prefix.length > 0 && this.#hasLabel(bytes, next)) {
      end = wordEnd(bytes, next);
      next = skipSpace(bytes, end);
    }
    append(this.#columns.text, bytes.subarray(next));
    this.#take({ count: 2, line, isBroken: false });
  }

  #hasLabel(bytes: Uint8Array, at: number): boolean {
    return this.#prefix.every((byte, i) => bytes[at + i] === byte);
  }
}

function skipSpace(bytes: Uint8Array, from: number): number {
  let at = from;
  while (at < bytes.length && (bytes[at] === SPACE || bytes[at] === TAB)) at++;
  return at;
}

function wordEnd(bytes: Uint8Array, from: number): number {
  let at = from;
  while (at < bytes.length && bytes[at] !== SPACE && bytes[at] !== TAB) at++;
  return at;
}
