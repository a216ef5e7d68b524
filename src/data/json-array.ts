// An array of objects of JSON, by itself or as a value of an object, one object at a time. https://www.rfc-editor.org/rfc/rfc8259
// Braces and quotes below 128 never occur inside a longer character of UTF-8, so bytes can be counted as they come.
import { fail } from '../core/errors';
import {
  append,
  byteColumn,
  MOST_ROW_BYTES,
  type ByteColumn,
  type RowEnd,
  type RowReader,
} from './byte-column';
import { JsonColumns, parseObject } from './json-rows';

const QUOTE = 34;
const BACKSLASH = 92;
const OPEN = [123, 91]; // { [
const CLOSE = [125, 93];
const LF = 10;

/**
 * Cuts an array into the texts of its objects; throws `json.broken` where it breaks off or has something else, and
 * `json.form` where an object around it has no such array, or several.
 */
export class JsonObjectCutter implements RowReader {
  readonly #file: string;
  readonly #take: (text: string, line: number) => void;
  readonly #object = byteColumn(); // the one under way
  readonly #decoder = new TextDecoder();
  #state: 'before' | 'around' | 'first' | 'value' | 'object' | 'next' | 'after' = 'before'; // what is open, or may come
  #depth = 0; // brackets open within the object under way, its own included
  #depthAround = 0; // brackets open in the object around the array; 0 = there is none
  #mayBegin = false; // a value of the object around just began as an array
  #wasFound = false; // the array, in the object around
  #isText = false; // inside quotes
  #isEscaped = false; // behind a backslash
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
      if (this.#isText) this.#inText(byte);
      else if (this.#state !== 'object') {
        this.#outside(byte);
        from = at;
      } else if (this.#inObject(byte)) {
        append(this.#object, block.subarray(from, at + 1));
        this.#endObject();
      }
    }
    if (this.#state !== 'object') return;
    append(this.#object, block.subarray(from));
    if (this.#object.length <= MOST_ROW_BYTES) return;
    const values = { file: this.#file, line: this.#objectLine, mostBytes: MOST_ROW_BYTES };
    throw fail('bad-file', 'csv.longRow', values);
  }

  /** Throws if the array breaks off. */
  end(): void {
    if (this.#state !== 'after')
      throw this.#broken(this.#state === 'object' ? this.#objectLine : this.#line);
  }

  /** A byte outside of the array's objects. */
  #outside(byte: number): void {
    if (byte === 32 || (byte >= 9 && byte <= 13)) return;
    const state = this.#state;
    if (state === 'around') this.#around(byte);
    else if (byte === 91 && state === 'before') this.#state = 'first';
    else if (byte === 123 && state === 'before') [this.#state, this.#depthAround] = ['around', 1];
    else if (byte === 123 && (state === 'first' || state === 'value')) this.#beginObject();
    else if (byte === 44 && state === 'next') this.#state = 'value';
    else if (byte === 93 && (state === 'next' || state === 'first')) this.#endArray();
    else throw this.#broken(this.#line);
  }

  /** A byte of the object around the array: the array is the value in it that begins as one of objects. */
  #around(byte: number): void {
    const mayBegin = this.#mayBegin;
    this.#mayBegin = false;
    if (byte === QUOTE) this.#isText = true;
    else if (byte === 123 && mayBegin) {
      if (this.#wasFound) throw this.#otherForm('several');
      this.#wasFound = true;
      this.#beginObject();
    } else if (OPEN.includes(byte)) {
      this.#mayBegin = byte === 91 && this.#depthAround === 1;
      this.#depthAround++;
    } else if (CLOSE.includes(byte) && --this.#depthAround === 0) {
      if (!this.#wasFound) throw this.#otherForm('object');
      this.#state = 'after';
    }
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
    return this.#depth === 0;
  }

  #beginObject(): void {
    this.#state = 'object';
    this.#depth = 1;
    this.#objectLine = this.#line;
  }

  #endObject(): void {
    const { bytes, length } = this.#object;
    this.#object.length = 0;
    this.#state = 'next';
    this.#take(this.#decoder.decode(bytes.subarray(0, length)), this.#objectLine);
  }

  #endArray(): void {
    this.#state = this.#depthAround > 0 ? 'around' : 'after';
    if (this.#depthAround > 0) this.#depthAround--;
  }

  #broken(line: number): Error {
    return fail('bad-file', 'json.broken', { file: this.#file, line });
  }

  #otherForm(found: 'object' | 'several'): Error {
    return fail('bad-file', 'json.form', { file: this.#file, found });
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
