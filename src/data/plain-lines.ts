// Lines of which each is one text, without a label.
import { append, type ByteColumn, type RowEnd, type RowReader } from './byte-column';
import { LineReader } from './lines';

/** Reads lines into one column; blank ones are no rows. */
export class PlainLineReader implements RowReader {
  readonly #lines: LineReader;

  constructor(file: string, text: ByteColumn, take: (row: RowEnd) => void) {
    this.#lines = new LineReader(file, (bytes, line) => {
      if (bytes.every((byte) => byte <= 32)) return;
      append(text, bytes);
      take({ count: 1, line, isBroken: false });
    });
  }

  /** Reads one more block. */
  push(block: Uint8Array): void {
    this.#lines.push(block);
  }

  /** Ends the last line. */
  end(): void {
    this.#lines.end();
  }
}
