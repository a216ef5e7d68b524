// What the rows of a file look like: their form, and what its columns are for, guessed from its head or as a plan says.
import { fail } from '../core/errors';
import { normalName, type FileReading, type ReadPlan } from '../core/reading';
import { isHeaderLike, lacksTexts, planLike } from './alike';
import {
  canGrow,
  commonestCount,
  firstRows,
  MOST_COLUMNS,
  tellsDelimiter,
  type FirstRow,
  type Head,
} from './dialect';
import { guessFormat, type Format, type TextFormat } from './format';
import { sampleObjects } from './json-schema';
import { LabelledLineReader } from './labelled-lines';
import { kindOfFirst, type FirstRowKind } from './header';
import { mapColumns, type Guess } from './mapping';
import { PlainLineReader } from './plain-lines';
import { sampleOf, type SampleRows } from './sample';

/** How a file's rows are written and what its columns mean. */
export interface Schema<F extends Format = Format> extends Guess {
  format: F;
  fieldCount: number; // all columns
  keys?: string[]; // of JSON: what its objects call the columns
  names: (string | null)[]; // of the columns; null = the file does not name it
  fields: string[]; // names of the text columns, in the order of textAt
  hasHeader: boolean; // the first row names the columns
  isAside: boolean; // beside another file it has nothing to read
  hasMark?: boolean; // before it, a row tells the delimiter
  sample: SampleRows; // without the header
}

/** A table by its first rows, before it is known what its columns are for. */
export interface Table {
  names: (string | null)[];
  sample: SampleRows;
  hasHeader: boolean;
  isUnsure?: boolean; // whether it has
  hasMark?: boolean;
  keys?: string[];
}

const LEAST_ROWS = 2; // a header and a row
const NOTHING: Guess = { labelAt: null, textAt: [], splitAt: null, idAt: null, doubt: null };
const ENOUGH = 0.8; // share of rows that must have a single field, so that a file is a column of texts

/**
 * Guesses the schema of a text by its head, or gives null where that has too few rows whole and can be longer;
 * throws where its columns are not what a plan calls them.
 */
export function guessSchema(head: Head, plan: ReadPlan = {}): Schema<TextFormat> | null {
  const format = guessFormat(head, plan);
  const table = tableOf(head, format, plan);
  return table && schemaOf(format, table, plan, head.file);
}

/** The schema of a table in such a form; throws where its columns are not what a plan calls them. */
export function schemaOf<F extends Format>(
  format: F,
  table: Table,
  plan: ReadPlan,
  file: string,
): Schema<F> {
  const { rows } = table.sample;
  const { names } = table;
  const found = names.length;
  if (found > MOST_COLUMNS)
    throw fail('bad-file', 'columns.many', { file, found, most: MOST_COLUMNS });
  const isAside = plan.like !== undefined && lacksTexts(names, plan.like);
  const guess = isAside ? NOTHING : mapColumns({ rows, names }, planLike(plan, names), file);
  return {
    format,
    ...table,
    ...guess,
    isAside,
    doubt: table.isUnsure ? 'header' : guess.doubt,
    fieldCount: names.length,
    fields: fieldsOf(table, guess),
  };
}

/** How a file is read, to be told and kept. */
export function readingOf({ format, hasHeader, names, ...mapping }: Schema): FileReading {
  const { labelAt, textAt, splitAt, idAt } = mapping;
  const roleOf = (i: number) => {
    if (textAt.includes(i)) return 'text';
    if (i === labelAt) return 'label';
    if (i === splitAt) return 'split';
    return i === idAt ? 'id' : 'unused';
  };
  return {
    form: format.kind,
    delimiter: format.kind === 'separated' ? format.dialect.delimiter : null,
    hasHeader,
    columns: names.map((name, i) => ({ name, role: roleOf(i) })),
  };
}

/** The first rows as a table; null where a longer head is needed. */
function tableOf(head: Head, format: TextFormat, plan: ReadPlan): Table | null {
  switch (format.kind) {
    case 'separated':
      return separated(firstRows(head, format.dialect), head, plan);
    case 'lines':
      return lines(head, plan);
    case 'labelled-lines':
      return labelledLines(head, format.prefix);
    case 'json-lines':
    case 'json-array': {
      const found = sampleObjects(head, format.kind);
      if (!found) return null;
      const { keys, ...sample } = found;
      return { names: keys, keys, hasHeader: false, sample };
    }
  }
}

function separated(found: FirstRow[], head: Head, plan: ReadPlan): Table | null {
  const { file, isWhole } = head;
  const hasMark = found.length > 0 && tellsDelimiter(found[0].cells);
  const rows = found.slice(Number(hasMark)).filter(({ line }) => line > 0);
  if (rows.length < LEAST_ROWS && canGrow(head)) return null;
  if (rows.length === 0 && isWhole) throw fail('bad-file', 'file.empty', { file });
  // No row ends in so much text: reading on will tell why.
  if (rows.length === 0)
    return { names: [null, null, null], hasHeader: false, sample: { rows: [], lines: [] } };
  const first = kindBeside(
    rows.map(({ cells }) => cells),
    plan.like,
  );
  const isNamed = rows[0].cells.some((cell) => isCalled(cell, plan));
  const hasHeader = plan.hasHeader ?? (isNamed || first !== 'row');
  const fieldCount = hasHeader ? rows[0].cells.length : commonestCount(rows);
  const fit = rows.filter(({ cells }) => cells.length === fieldCount);
  if (fieldCount < 2 && fit.length < ENOUGH * rows.length)
    throw fail('bad-file', 'csv.columns', { file, line: fit[0].line, expected: 2, found: 1 });
  const names = hasHeader ? rows[0].cells.map((name) => name.trim() || null) : null;
  const full = hasHeader ? fit.filter((row) => row !== rows[0]) : fit;
  return {
    names: names ?? new Array<null>(fieldCount).fill(null),
    hasHeader,
    isUnsure: first === 'unsure' && !isNamed && plan.hasHeader === undefined,
    hasMark,
    sample: { rows: full.map(({ cells }) => cells), lines: full.map(({ line }) => line) },
  };
}

/** What the first row is, where the file before it may tell. */
function kindBeside(rows: string[][], like: FileReading | undefined): FirstRowKind {
  const own = kindOfFirst(rows);
  if (like?.hasHeader && isHeaderLike(rows[0], like)) return 'names';
  const isAlike = like?.form === 'separated' && rows[0].length === like.columns.length;
  return own === 'unsure' && isAlike && !like.hasHeader ? 'row' : own;
}

/** Whether a plan calls a column by what stands in a cell. */
function isCalled(cell: string, { text = [], label, split, id }: ReadPlan): boolean {
  const name = cell.trim();
  const isName = name !== '' && !/^\d+$/.test(name);
  return isName && [...text, label, split, id].includes(name);
}

function lines(head: Head, { hasHeader = false }: ReadPlan): Table | null {
  const sample = sampleOf(head, 1, ([text], take) => new PlainLineReader(head.file, text, take));
  if (sample.rows.length === 0 && canGrow(head)) return null;
  if (sample.rows.length === 0) throw fail('bad-file', 'file.empty', { file: head.file });
  if (!hasHeader) return { names: [null], hasHeader, sample };
  const [[name], ...rows] = sample.rows;
  return { names: [name], hasHeader, sample: { rows, lines: sample.lines.slice(1) } };
}

function labelledLines(head: Head, prefix: '__label__' | ''): Table | null {
  const sample = sampleOf(head, 2, ([label, text], take) => {
    return new LabelledLineReader(head.file, { label, text }, take, prefix);
  });
  if (sample.rows.length === 0 && canGrow(head)) return null;
  return { names: ['label', 'text'], hasHeader: false, sample };
}

/** What the fields are called from now on: as the file has it, or by how many there are. */
function fieldsOf({ names }: Table, { textAt }: Guess): string[] {
  const own = textAt.map((i) => names[i]);
  if (own.every((name) => name !== null)) return own.map(normalName);
  if (own.length === 1) return ['text'];
  if (own.length === 2) return ['title', 'description'];
  return own.map((_, i) => `text ${i + 1}`);
}
