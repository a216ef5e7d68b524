// Which column holds the label and what the others are called, guessed from a file's first rows.
import { fail } from '../core/errors';
import { byteColumn, CsvReader } from './csv';

/** What a file's columns mean. */
export interface Schema {
  fieldCount: number; // label included
  labelAt: number; // index of the label's column
  fields: string[]; // names of the others, in order
  hasHeader: boolean; // the first row names the columns
}

interface FirstRow {
  line: number;
  cells: string[];
}

const SAMPLE_ROWS = 100;
const MOST_COLUMNS = 64; // looked at for names
const MOST_NAME = 40; // characters of a column's name

const LABEL_NAMES = new Set(
  'label,labels,class,class index,classindex,category,target,topic,sentiment'.split(','),
);

/** Guesses the schema of comma-separated text by its head; throws `csv.columns` for a single column. */
export function guessSchema(head: Uint8Array, isWhole: boolean, file: string): Schema {
  const rows = firstRows(head, isWhole, file);
  if (rows.length === 0 && isWhole) throw fail('bad-file', 'file.empty', { file });
  // No row ends in so much text: reading on will tell why.
  if (rows.length === 0)
    return { fieldCount: 3, labelAt: 0, fields: defaultNames(2), hasHeader: false };
  const names = rows[0].cells.map(normal);
  const hasHeader =
    names.some((name) => LABEL_NAMES.has(name)) && names.every((name) => name.length <= MOST_NAME);
  const fieldCount = hasHeader ? names.length : commonest(rows.map(({ cells }) => cells.length));
  if (fieldCount < 2) {
    const line = rows.find(({ cells }) => cells.length === fieldCount)?.line ?? 1;
    throw fail('bad-file', 'csv.columns', { file, line, expected: 2, found: fieldCount });
  }
  const labelAt = hasHeader ? names.findIndex((name) => LABEL_NAMES.has(name)) : 0;
  const fields = hasHeader ? names.filter((_, i) => i !== labelAt) : defaultNames(fieldCount - 1);
  return { fieldCount, labelAt, fields, hasHeader };
}

function defaultNames(count: number): string[] {
  if (count === 1) return ['text'];
  if (count === 2) return ['title', 'description'];
  return Array.from({ length: count }, (_, i) => `text ${i + 1}`);
}

function firstRows(head: Uint8Array, isWhole: boolean, file: string): FirstRow[] {
  const decoder = new TextDecoder();
  const columns = Array.from({ length: MOST_COLUMNS }, byteColumn);
  const rows: FirstRow[] = [];
  const reader = new CsvReader(file, columns, ({ count, line }) => {
    if (rows.length === SAMPLE_ROWS) return;
    const cells = Array.from({ length: count }, (_, i) =>
      decoder.decode(columns.at(i)?.bytes.subarray(0, columns[i].length)),
    );
    for (const column of columns) column.length = 0;
    rows.push({ line, cells });
  });
  reader.push(head);
  if (isWhole) reader.end();
  return rows;
}

function normal(name: string): string {
  return name.trim().toLowerCase().replaceAll('_', ' ');
}

/** The most frequent number; of equally frequent ones the first. */
function commonest(numbers: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const number of numbers) counts.set(number, (counts.get(number) ?? 0) + 1);
  return [...counts].reduce((best, next) => (next[1] > best[1] ? next : best))[0];
}
