// An array of objects of JSON, one object at a time. https://www.rfc-editor.org/rfc/rfc8259
// Braces and quotes below 128 never occur inside a longer character of UTF-8, so bytes can be counted as they come.
import { fail } from '../core/errors';
import { append, byteColumn, type ByteColumn, type RowEnd, type RowReader } from './byte-column';
import { JsonColumns, parseObject } from './json-rows';

const QUOTE = 34;
const BACKSLASH = 92;
const OPEN = [123, 91]; // { [
const CLOSE = [125, 93];
const LF = 10;
const MOST_OBJECT_BYTES = 16 * 1024 * 1024;

/** Cuts an array into the texts of its objects; throws `json.broken` where it is no array of objects. */
export class JsonObjectCutter implements RowReader {
  readonly #file: string;
  readonly #take: (text: string, line: number) => void;
  readonly #object = byteColumn(); // the one under way
  readonly #decoder = new TextDecoder();
  #depth = 0; // 1 inside the array, 2 inside an object of it
  #isText = false; // inside quotes
  #isEscaped = false; // behind a backslash
  #state: 'before' | 'first' | 'value' | 'next' | 'after' = 'before'; // what may come where no object is open
  #line = 1;
  #objectLine = 1;

  constructor(file: string, take: (text: string, line: number) => void) {
    this.#file = file;
    this.#take = take;
  }

  /** Reads one more block. */
  push(block: Uint8Array): void {
    let from = 0; // of the object under way, in the block
    for (let at = 0; at < block.length; at++) {
      const byte = block[at];
      if (byte === LF) this.#line++;
      if (this.#depth < 2) {
        this.#between(byte);
        from = at;
      } else if (this.#isText) this.#inText(byte);
      else if (this.#inObject(byte)) {
        append(this.#object, block.subarray(from, at + 1));
        this.#endObject();
      }
    }
    if (this.#depth < 2) return;
    append(this.#object, block.subarray(from));
    if (this.#object.length <= MOST_OBJECT_BYTES) return;
    const values = { file: this.#file, line: this.#objectLine, mostBytes: MOST_OBJECT_BYTES };
    throw fail('bad-file', 'csv.longRow', values);
  }

  /** Throws if the array breaks off. */
  end(): void {
    if (this.#state !== 'after')
      throw this.#broken(this.#depth < 2 ? this.#line : this.#objectLine);
  }

  /** A byte outside of objects. */
  #between(byte: number): void {
    if (byte === 32 || (byte >= 9 && byte <= 13)) return;
    const state = this.#state;
    if (byte === 91 && state === 'before') [this.#state, this.#depth] = ['first', 1];
    else if (byte === 123 && (state === 'first' || state === 'value')) {
      this.#depth = 2;
      this.#objectLine = this.#line;
    } else if (byte === 44 && state === 'next') this.#state = 'value';
    else if (byte === 93 && (state === 'next' || state === 'first')) this.#state = 'after';
    else throw this.#broken(this.#line);
  }

  #inText(byte: number): void {
    if (this.#isEscaped) this.#isEscaped = false;
    else if (byte === BACKSLASH) this.#isEscaped = true;
    else if (byte === QUOTE) this.#isText = false;
  }

  /** A byte of an object outside of its texts; whether it ends the object. */
  #inObject(byte: number): boolean {
    if (byte === QUOTE) this.#isText = true;
    else if (OPEN.includes(byte)) this.#depth++;
    else if (CLOSE.includes(byte)) this.#depth--;
    return this.#depth < 2;
  }

  #endObject(): void {
    const { bytes, length } = this.#object;
    this.#object.length = 0;
    this.#state = 'next';
    this.#take(this.#decoder.decode(bytes.subarray(0, length)), this.#objectLine);
  }

  #broken(line: number): Error {
    return fail('bad-file', 'json.broken', { file: this.#file, line });
  }
}

/** Reads an array's objects into columns, one for each key. */
export class JsonArrayReader implements RowReader {
  readonly #cutter: JsonObjectCutter;

  constructor(
    file: string,
    keys: readonly string[],
    columns: readonly ByteColumn[],
    take: (row: RowEnd) => void,
  ) {
    const fill = new JsonColumns(keys, columns);
    this.#cutter = new JsonObjectCutter(file, (text, line) => {
      const row = parseObject(text);
      take({ count: row ? fill.add(row) : 0, line, isBroken: row === null });
    });
  }

  /** Reads one more block. */
  push(block: Uint8Array): void {
    this.#cutter.push(block);
  }

  /** Throws `json.broken` if the array breaks off. */
  end(): void {
    this.#cutter.end();
  }
}
