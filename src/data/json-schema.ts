// What JSON's objects have: their keys, and the first values of each.
import { fail } from '../core/errors';
import { canGrow, type Head } from './dialect';
import { JsonObjectCutter } from './json-array';
import { parseObject, textOf, type JsonRow } from './json-rows';
import { LineReader } from './lines';
import { isSureLabelName, plainName } from './column-names';

const SAMPLE_ROWS = 100;

/** The first objects of a file as a table. */
export interface JsonSample {
  keys: string[]; // of which some object has a text or a number
  rows: string[][]; // by key
  lines: number[]; // on which the objects begin
}

/**
 * The first objects of lines or of an array, or null where the head has none whole and can be longer;
 * throws `json.keys` where they have nothing to read.
 */
export function sampleObjects(head: Head, kind: 'json-lines' | 'json-array'): JsonSample | null {
  const { objects, lines, brokenLine } = firstObjects(head, kind);
  const { file } = head;
  if (objects.length === 0) {
    if (canGrow(head)) return null;
    if (brokenLine > 0) throw fail('bad-file', 'json.broken', { file, line: brokenLine });
    throw fail('bad-file', 'file.empty', { file });
  }
  const all = [...new Set(objects.flatMap((row) => Object.keys(row)))];
  const keys = all.filter((key) => objects.some((row) => textOf(row[key]).trim() !== ''));
  // What is nested cannot be read, and a label that is left alone is no text.
  const isLabelAlone = keys.length === 1 && all.length > 1 && isSureLabelName(plainName(keys[0]));
  if (keys.length === 0 || isLabelAlone)
    throw fail('bad-file', 'json.keys', { file, found: all.slice(0, 20).join(', ') });
  const rows = objects.map((row) => keys.map((key) => textOf(row[key])));
  return { keys, rows, lines };
}

/** As far as a file's head has them whole, and where the first of what is no object stands. */
function firstObjects({ bytes, isWhole, file }: Head, kind: 'json-lines' | 'json-array') {
  const objects: JsonRow[] = [];
  const lines: number[] = [];
  let brokenLine = 0;
  const take = (text: string, line: number) => {
    if (objects.length === SAMPLE_ROWS || text.trim() === '') return;
    const row = parseObject(text);
    if (!row) {
      brokenLine ||= line;
      return;
    }
    objects.push(row);
    lines.push(line);
  };
  const decoder = new TextDecoder();
  if (kind === 'json-lines') {
    const reader = new LineReader(file, (text, line) => take(decoder.decode(text), line));
    reader.push(bytes);
    reader.end(); // a last line that is cut is no object
  } else {
    const cutter = new JsonObjectCutter(file, take);
    cutter.push(bytes);
    if (isWhole) cutter.end();
  }
  return { objects, lines, brokenLine };
}
