// What the rows of a file look like: their form, and which column is the label or text, guessed from its head.
import { fail } from '../core/errors';
import { commonestCount, firstRows } from './dialect';
import type { Dialect } from './csv';
import { guessFormat, type Format } from './format';
import { firstObjects, guessKeys } from './json-schema';
import { areNames, guessMapping, normal, type Mapping } from './mapping';

/** How a file's rows are written and what its columns mean. */
export interface Schema extends Mapping {
  format: Format;
  fieldCount: number; // all columns
  keys?: string[]; // of JSON: what its objects call the columns
  fields: string[]; // names of the text columns, in the order of textAt
  hasHeader: boolean; // the first row names the columns
}

/** Guesses the schema of a text by its head; throws `csv.columns` for a single column. */
export function guessSchema(head: Uint8Array, isWhole: boolean, file: string): Schema {
  const format = guessFormat(head, isWhole, file);
  switch (format.kind) {
    case 'labelled-lines': {
      const mapping = { labelAt: 0, textAt: [1], fields: defaultNames(1) };
      return { format, fieldCount: 2, hasHeader: false, ...mapping };
    }
    case 'json-lines':
    case 'json-array':
      return {
        format,
        hasHeader: false,
        ...guessKeys(firstObjects(head, format.kind, file), file),
      };
    case 'separated':
      return {
        format,
        ...separated(firstRowsOf(head, isWhole, file, format.dialect), file, isWhole),
      };
  }
}

function firstRowsOf(head: Uint8Array, isWhole: boolean, file: string, dialect: Dialect) {
  return firstRows(head, isWhole, file, dialect).filter(({ line }) => line > 0);
}

function separated(
  rows: ReturnType<typeof firstRowsOf>,
  file: string,
  isWhole: boolean,
): Omit<Schema, 'format'> {
  if (rows.length === 0 && isWhole) throw fail('bad-file', 'file.empty', { file });
  // No row ends in so much text: reading on will tell why.
  if (rows.length === 0)
    return { fieldCount: 3, labelAt: 0, textAt: [1, 2], fields: defaultNames(2), hasHeader: false };
  const hasHeader = areNames(rows.map(({ cells }) => cells));
  const fieldCount = hasHeader ? rows[0].cells.length : commonestCount(rows);
  if (fieldCount < 2) {
    const line = rows.find(({ cells }) => cells.length === fieldCount)?.line ?? 1;
    throw fail('bad-file', 'csv.columns', { file, line, expected: 2, found: fieldCount });
  }
  const names = hasHeader ? rows[0].cells.map(normal) : null;
  const full = rows.slice(hasHeader ? 1 : 0).filter(({ cells }) => cells.length === fieldCount);
  const mapping = guessMapping(
    full.map(({ cells }) => cells),
    names,
    fieldCount,
  );
  const fields = names ? mapping.textAt.map((i) => names[i]) : defaultNames(mapping.textAt.length);
  return { fieldCount, hasHeader, ...mapping, fields };
}

function defaultNames(count: number): string[] {
  if (count === 1) return ['text'];
  if (count === 2) return ['title', 'description'];
  return Array.from({ length: count }, (_, i) => `text ${i + 1}`);
}
