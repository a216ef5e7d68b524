// Lines out of blocks of bytes, cut anywhere. A line ends in LF or CRLF.
import { fail } from '../core/errors';
import { append, byteColumn, MOST_ROW_BYTES, type RowReader } from './byte-column';

const LF = 10;
const CR = 13;

/** Hands on each line without its end, empty ones too, and its 1-based number. */
export class LineReader implements RowReader {
  readonly #file: string;
  readonly #take: (bytes: Uint8Array, line: number) => void; // the bytes are good until it returns
  readonly #begun = byteColumn(); // a line whose end has not come yet
  #line = 1;

  constructor(file: string, take: (bytes: Uint8Array, line: number) => void) {
    this.#file = file;
    this.#take = take;
  }

  /** Reads one more block. */
  push(block: Uint8Array): void {
    let from = 0;
    for (let end = block.indexOf(LF); end >= 0; end = block.indexOf(LF, from)) {
      const rest = block.subarray(from, end);
      if (this.#begun.length > 0) this.#endBegun(rest);
      else this.#give(rest);
      from = end + 1;
    }
    append(this.#begun, block.subarray(from));
    if (this.#begun.length <= MOST_ROW_BYTES) return;
    const values = { file: this.#file, line: this.#line, mostBytes: MOST_ROW_BYTES };
    throw fail('bad-file', 'csv.longRow', values);
  }

  /** Ends the last line, if it has anything. */
  end(): void {
    if (this.#begun.length > 0) this.#endBegun(new Uint8Array());
  }

  #endBegun(rest: Uint8Array): void {
    append(this.#begun, rest);
    const { bytes, length } = this.#begun;
    this.#begun.length = 0;
    this.#give(bytes.subarray(0, length));
  }

  #give(line: Uint8Array): void {
    const length = line.at(-1) === CR ? line.length - 1 : line.length;
    this.#take(line.subarray(0, length), this.#line++);
  }
}
