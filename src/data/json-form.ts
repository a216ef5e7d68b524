// Whether a text is JSON and in which form, told by how it begins; where that is not enough, its name helps.
import { fail } from '../core/errors';
import type { Head } from './dialect';
import { parseObject } from './json-rows';

/** The forms of JSON that are read: an object a line, or an array of objects, which may be a value of an object. */
export type JsonForm = 'json-lines' | 'json-array';

const NAMED_JSON = /\.(json|jsonl|ndjson)(\.gz)?$/i;
const NAMED_LINES = /\.(jsonl|ndjson)(\.gz)?$/i;

const BEGIN = 4096; // characters that tell it
const TEXT = String.raw`"[^"\\]*(?:\\.[^"\\]*)*"`;
const ARRAY = /^\s*\[\s*([{\]]|$)/;
const OTHER_ARRAY = /^\s*\[\s*\[\s*["\d[\]-]/; // the rows of a table as arrays
const OBJECT = new RegExp(String.raw`^\s*\{\s*(${TEXT}\s*:|$)`);
const SPREAD_OBJECT = new RegExp(String.raw`^\s*\{\s*(${TEXT}\s*:\s*[[{]?\s*)?$`); // its value stands on the next lines
const ARRAY_IN_OBJECT = new RegExp(
  String.raw`^\s*\{\s*(${TEXT}\s*:\s*(${TEXT}|[\w.+-]+)\s*,\s*)*${TEXT}\s*:\s*\[\s*\{`,
);

/** Tells the form by a file's first lines that are not blank; null where it is no JSON. Throws `json.form` where it is another one. */
export function guessJson(
  { file }: Head,
  lines: readonly string[],
  isCut: boolean,
): JsonForm | null {
  const begin = lines.slice(0, 2).join(' ').slice(0, BEGIN);
  if (lines.length === 0 || !/^\s*[[{]/.test(begin)) return null;
  const isNamed = NAMED_JSON.test(file);
  if (ARRAY.test(begin)) return 'json-array';
  if (begin.trimStart().startsWith('[')) {
    if (isNamed || OTHER_ARRAY.test(lines.slice(0, 3).join(' ').slice(0, BEGIN)))
      throw fail('bad-file', 'json.form', { file, found: 'values' });
    return null;
  }
  const [first, second] = lines.map((line, i) => (i < 2 ? objectIn(line) : null));
  const isAlone = lines.length === 1;
  if (first && isAlone && !NAMED_LINES.test(file) && hasRows(first)) return 'json-array';
  if (first || second) return 'json-lines';
  if (isAlone && isCut && OBJECT.test(begin))
    return !NAMED_LINES.test(file) && ARRAY_IN_OBJECT.test(begin) ? 'json-array' : 'json-lines';
  if (NAMED_LINES.test(file)) return 'json-lines';
  return isNamed || SPREAD_OBJECT.test(lines[0].slice(0, BEGIN)) ? 'json-array' : null;
}

function objectIn(line: string) {
  return line.trimStart().startsWith('{') ? parseObject(line) : null;
}

function hasRows(object: Record<string, unknown>): boolean {
  return Object.values(object).some((value) => Array.isArray(value) && isObject(value[0]));
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
