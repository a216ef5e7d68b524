// Which values of JSON's objects are label and text, guessed from a file's first objects.
import { fail } from '../core/errors';
import { JsonObjectCutter } from './json-array';
import { parseObject, textOf, type JsonRow } from './json-rows';
import { LineReader } from './lines';
import { guessMapping, normal } from './mapping';

const SAMPLE_ROWS = 100;

/** The first objects of lines or of an array, as far as a file's head has them whole. */
export function firstObjects(
  head: Uint8Array,
  kind: 'json-lines' | 'json-array',
  file: string,
): JsonRow[] {
  const rows: JsonRow[] = [];
  const take = (text: string) => {
    const row = rows.length < SAMPLE_ROWS ? parseObject(text) : null;
    if (row) rows.push(row);
  };
  const decoder = new TextDecoder();
  if (kind === 'json-lines') {
    const lines = new LineReader(file, (bytes) => take(decoder.decode(bytes)));
    lines.push(head);
    lines.end(); // a last line that is cut is no object
  } else new JsonObjectCutter(file, take).push(head);
  return rows;
}

/** The keys of label and texts, the label's first; throws `json.keys` where there is no such pair. */
export function guessKeys(rows: readonly JsonRow[], file: string) {
  if (rows.length === 0) throw fail('bad-file', 'file.empty', { file });
  const all = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const used = all.filter((key) => rows.some((row) => textOf(row[key]).trim() !== ''));
  if (used.length < 2)
    throw fail('bad-file', 'json.keys', { file, found: all.slice(0, 20).join(', ') });
  const cells = rows.map((row) => used.map((key) => textOf(row[key])));
  const { labelAt, textAt } = guessMapping(cells, used.map(normal), used.length);
  const texts = textAt.map((i) => used[i]);
  return {
    keys: [used[labelAt], ...texts],
    fieldCount: 1 + texts.length,
    labelAt: 0,
    textAt: texts.map((_, i) => i + 1),
    fields: texts.map(normal),
  };
}
