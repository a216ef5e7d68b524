// One object of JSON a line. https://jsonlines.org
import type { ByteColumn, RowEnd, RowReader } from './byte-column';
import { JsonColumns, parseObject } from './json-rows';
import { LineReader } from './lines';

/** Reads lines of JSON into columns, one for each key; a line that is no object is a row that could not be read. */
export class JsonLineReader implements RowReader {
  readonly #lines: LineReader;

  constructor(
    file: string,
    keys: readonly string[],
    columns: readonly ByteColumn[],
    take: (row: RowEnd) => void,
  ) {
    const decoder = new TextDecoder();
    const fill = new JsonColumns(keys, columns);
    this.#lines = new LineReader(file, (bytes, line) => {
      const text = decoder.decode(bytes);
      if (text.trim() === '') return;
      const row = parseObject(text);
      const count = row ? fill.add(row) : 0;
      take({ count, line, isBroken: row === null });
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
