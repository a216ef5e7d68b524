// Separated values as bytes, in one pass, cut anywhere. RFC 4180, https://www.rfc-editor.org/rfc/rfc4180
// Lines may end in LF, CRLF or CR. Read as people write them: a quote inside an unquoted field is a quote, and so is
// one inside a quoted field that neither a delimiter nor a line's end follows. UTF-8 needs no decoding for this: bytes
// below 128 never occur inside a longer character.
import { fail } from '../core/errors';
import type { Delimiter } from '../core/reading';
import {
  byteColumn,
  MOST_ROW_BYTES,
  roomIn,
  type ByteColumn,
  type RowEnd,
  type RowReader,
} from './byte-column';

const QUOTE = 34;
const LF = 10;
const CR = 13;
const NO_BYTE = -1;

/** How fields are told apart. */
export interface Dialect {
  delimiter: Delimiter;
  hasQuotes: boolean; // a quote where a field begins stands around it; else it belongs to the text
}

/** Commas and quotes, as RFC 4180 has them. */
export const COMMAS: Dialect = { delimiter: ',', hasQuotes: true };

type State =
  | 'row' // at the start of a row
  | 'after-cr' // the same, but a LF here belongs to the CR before it
  | 'field' // at the start of a later field
  | 'plain' // inside an unquoted field
  | 'quoted' // inside a quoted field
  | 'quote'; // behind a quote inside a quoted field

/** Reads rows out of blocks of bytes, field i into column i, and tells of each row's end; blank lines are no rows. */
export class CsvReader implements RowReader {
  readonly #file: string;
  readonly #columns: readonly ByteColumn[];
  readonly #spill = byteColumn(); // fields for which there is no column
  readonly #take: (row: RowEnd) => void;
  readonly #delimiter: number;
  readonly #quote: number; // NO_BYTE = fields are never quoted
  readonly #row: RowEnd = { count: 0, line: 1, isBroken: false };
  #column: ByteColumn; // of the field under way
  #state: State = 'row';
  #line = 1; // at the place reached
  #quoteLine = 1; // where the last quoted field began
  #rowBytes = 0; // read since the row began

  constructor(
    file: string,
    columns: readonly ByteColumn[],
    take: (row: RowEnd) => void,
    { delimiter, hasQuotes }: Dialect = COMMAS,
  ) {
    this.#file = file;
    this.#columns = columns;
    this.#take = take;
    this.#delimiter = delimiter.charCodeAt(0);
    this.#quote = hasQuotes ? QUOTE : NO_BYTE;
    this.#column = columns[0] ?? this.#spill;
  }

  /** Reads one more block. */
  push(block: Uint8Array): void {
    this.#rowBytes += block.length;
    let at = 0;
    while (at < block.length) {
      if (this.#state === 'plain') at = this.#readPlain(block, at);
      else if (this.#state === 'quoted') at = this.#readQuoted(block, at);
      else this.#step(block[at++]);
    }
    if (this.#rowBytes > MOST_ROW_BYTES + block.length) throw this.#tooLong();
  }

  /** Ends the last row; throws `csv.quote` if a quote is still open. */
  end(): void {
    if (this.#state === 'quoted') throw this.#neverClosed();
    if (this.#state !== 'row' && this.#state !== 'after-cr') this.#endRow();
  }

  #readPlain(block: Uint8Array, from: number): number {
    const column = this.#column;
    const delimiter = this.#delimiter;
    const bytes = roomIn(column, block.length - from);
    let length = column.length;
    let at = from;
    for (; at < block.length; at++) {
      const byte = block[at];
      if (byte === delimiter || byte === LF || byte === CR) break;
      bytes[length++] = byte;
    }
    column.length = length;
    if (at < block.length) this.#endField(block[at++]);
    return at;
  }

  #readQuoted(block: Uint8Array, from: number): number {
    const column = this.#column;
    const bytes = roomIn(column, block.length - from);
    let length = column.length;
    let at = from;
    for (; at < block.length; at++) {
      const byte = block[at];
      if (byte === QUOTE) break;
      if (byte < 14 && (byte === CR || (byte === LF && bytes[length - 1] !== CR))) this.#line++;
      bytes[length++] = byte;
    }
    column.length = length;
    if (at < block.length) {
      this.#state = 'quote';
      at++;
    }
    return at;
  }

  /** One byte where a field begins, or behind a quote. */
  #step(byte: number): void {
    if (this.#state === 'quote') this.#stepBehindQuote(byte);
    else if (this.#state === 'after-cr' && byte === LF) this.#state = 'row';
    else if (this.#state !== 'field' && (byte === LF || byte === CR)) this.#newLine(byte);
    else this.#beginField(byte);
  }

  #beginField(byte: number): void {
    if (this.#state !== 'field') this.#row.line = this.#line;
    if (byte === this.#quote) {
      this.#quoteLine = this.#line;
      this.#state = 'quoted';
      return;
    }
    this.#state = 'plain';
    if (byte === this.#delimiter || byte === LF || byte === CR) this.#endField(byte);
    else this.#add(byte);
  }

  #stepBehindQuote(byte: number): void {
    if (byte === this.#delimiter || byte === LF || byte === CR) return this.#endField(byte);
    this.#state = 'quoted';
    this.#add(QUOTE);
    if (byte === QUOTE) return;
    if (this.#line > this.#quoteLine) this.#row.isBroken = true;
    this.#add(byte);
  }

  #add(byte: number): void {
    roomIn(this.#column, 1)[this.#column.length++] = byte;
  }

  #endField(byte: number): void {
    if (byte !== this.#delimiter) {
      this.#endRow();
      this.#newLine(byte);
      return;
    }
    this.#column = this.#columns[++this.#row.count] ?? this.#spill;
    this.#state = 'field';
  }

  #endRow(): void {
    const row = this.#row;
    row.count++;
    this.#take(row);
    row.count = 0;
    row.isBroken = false;
    this.#spill.length = 0;
    this.#column = this.#columns[0] ?? this.#spill;
    this.#rowBytes = 0;
    this.#state = 'row';
  }

  #newLine(byte: number): void {
    this.#line++;
    this.#state = byte === CR ? 'after-cr' : 'row';
  }

  #neverClosed(): Error {
    return fail('bad-file', 'csv.quote', { file: this.#file, line: this.#quoteLine });
  }

  #tooLong(): Error {
    if (this.#state === 'quoted') return this.#neverClosed();
    const { line } = this.#row;
    return fail('bad-file', 'csv.longRow', { file: this.#file, line, mostBytes: MOST_ROW_BYTES });
  }
}
