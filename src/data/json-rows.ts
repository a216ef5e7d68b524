// Objects of JSON as rows: which of their values are label and text, and how a value reads as text.
import { append, type ByteColumn } from './byte-column';

/** An object's values by name. */
export type JsonRow = Record<string, unknown>;

/** The object that a text is, or null if it is malformed or something else. */
export function parseObject(text: string): JsonRow | null {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : null;
  } catch {
    return null;
  }
}

const MOST_LEVELS = 4; // of arrays in arrays

/** A value as text: tokens with spaces between; objects and missing values are empty. */
export function textOf(value: unknown, levels = MOST_LEVELS): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (Array.isArray(value) && levels > 0)
    return value.map((item) => textOf(item, levels - 1)).join(' ');
  return '';
}

/** Puts an object's values into columns, one for each key. */
export class JsonColumns {
  readonly #keys: readonly string[];
  readonly #columns: readonly ByteColumn[];
  readonly #encoder = new TextEncoder();

  constructor(keys: readonly string[], columns: readonly ByteColumn[]) {
    this.#keys = keys;
    this.#columns = columns;
  }

  /** Adds one row; gives its number of fields. */
  add(row: JsonRow): number {
    this.#keys.forEach((key, i) => {
      append(this.#columns[i], this.#encoder.encode(textOf(row[key])));
    });
    return this.#keys.length;
  }
}

function isObject(value: unknown): value is JsonRow {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
