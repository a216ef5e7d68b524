// What JSON's objects have: their keys, and the first values of each.
import { fail } from '../core/errors';
import type { Head } from './dialect';
import { JsonObjectCutter } from './json-array';
import { parseObject, textOf, type JsonRow } from './json-rows';
import { LineReader } from './lines';

const SAMPLE_ROWS = 100;

/** The first objects of a file as a table. */
export interface JsonSample {
  keys: string[]; // of which some object has a text or a number
  rows: string[][]; // by key
  lines: number[]; // on which the objects begin
}

/** The first objects of lines or of an array; throws `json.keys` where they have nothing to read. */
export function sampleObjects(head: Head, kind: 'json-lines' | 'json-array'): JsonSample {
  const { objects, lines } = firstObjects(head, kind);
  const { file } = head;
  if (objects.length === 0) throw fail('bad-file', 'file.empty', { file });
  const all = [...new Set(objects.flatMap((row) => Object.keys(row)))];
  const keys = all.filter((key) => objects.some((row) => textOf(row[key]).trim() !== ''));
  if (keys.length === 0)
    throw fail('bad-file', 'json.keys', { file, found: all.slice(0, 20).join(', ') });
  const rows = objects.map((row) => keys.map((key) => textOf(row[key])));
  return { keys, rows, lines };
}

/** As far as a file's head has them whole. */
function firstObjects({ bytes, file }: Head, kind: 'json-lines' | 'json-array') {
  const objects: JsonRow[] = [];
  const lines: number[] = [];
  const take = (text: string, line: number) => {
    const row = objects.length < SAMPLE_ROWS ? parseObject(text) : null;
    if (!row) return;
    objects.push(row);
    lines.push(line);
  };
  const decoder = new TextDecoder();
  if (kind === 'json-lines') {
    const reader = new LineReader(file, (text, line) => take(decoder.decode(text), line));
    reader.push(bytes);
    reader.end(); // a last line that is cut is no object
  } else new JsonObjectCutter(file, take).push(bytes);
  return { objects, lines };
}
