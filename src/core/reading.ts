// How files are read: what is guessed of them, what people choose instead, and what is kept of it.
import type { Fault, Faults } from './errors';

/** What a column of a file is for. */
export const COLUMN_ROLES = ['text', 'label', 'split', 'id', 'unused'] as const;

/** One of them. */
export type ColumnRole = (typeof COLUMN_ROLES)[number];

/** What may stand between the fields of a line. */
export type Delimiter = ',' | '\t' | ';';

/** The form in which a file's rows are written. */
export type FileForm =
  'separated' | 'labelled-lines' | 'lines' | 'json-lines' | 'json-array' | 'parquet';

/** How a file's character set was found: by its byte order mark, because all of it is sound UTF-8, or by its look. */
export type CharsetSource = 'mark' | 'sound' | 'guess' | 'choice';

/** The character sets that can be chosen, as the Encoding standard names them; the likely ones first. */
export const CHARSETS = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'gb18030',
  'big5',
  'shift_jis',
  'euc-jp',
  'euc-kr',
  'windows-1252',
  'iso-8859-2',
  'windows-1250',
  'iso-8859-15',
  'windows-1251',
  'koi8-r',
  'windows-1253',
  'windows-1254',
  'windows-1255',
  'windows-1256',
  'windows-1257',
  'windows-1258',
  'windows-874',
] as const;

/** More labels than this are most likely no labels, so it is asked before going on. */
export const ASK_CLASSES = 1000;

/** More classes than this are not taken. */
export const MOST_CLASSES = 65_000;

/**
 * How files are to be read; what is absent is guessed for each file. A column is called by its name in the file,
 * or by its 1-based number where the file does not name it.
 */
export interface ReadPlan {
  charset?: string;
  hasHeader?: boolean;
  delimiter?: Delimiter | '' | ' '; // '' = a line is one text, ' ' = a line begins with its label
  text?: readonly string[]; // one or several columns, in this order
  label?: string | null; // null = the rows have no labels
  split?: string | null; // the column that sends each row to train, validation or test
  id?: string | null;
  manyClasses?: boolean; // up to MOST_CLASSES without being asked
  into?: string | null; // id of the dataset that the rows complete; null = they are a new one
  leaveOut?: readonly string[]; // paths of files that are not read
  like?: FileReading; // of a file of the same dataset: its columns mean the same here
}

/** A column as a file has it. */
export interface FileColumn {
  name: string | null; // null = the file does not name it
  role: ColumnRole;
}

/** How a file was read. */
export interface FileReading {
  form: FileForm;
  delimiter: Delimiter | null; // of separated values
  hasHeader: boolean;
  columns: FileColumn[];
}

/** A column on its first rows. */
export interface ColumnView extends FileColumn {
  cells: string[]; // of the first rows
  different: number; // values among the rows that were looked at
}

/** Why it is not sure which column is the label's. */
export type ColumnDoubt = Faults['columns.unsure']['doubt'];

/** A file as its beginning tells it. */
export interface FileView {
  name: string;
  path: string; // with the folders above it
  sizeBytes: number; // as given, so compressed if it was
  role: 'train' | 'validation' | 'test' | 'classes' | 'texts' | 'other'; // texts: one text each, by class
  fault: Fault | null; // why it cannot be read
  rows: FileRows | null; // null where it has none, or cannot be read
  texts?: FoundCharset; // what texts have in common; absent where each tells its own
}

/** A character set, and how it was found. */
export interface FoundCharset {
  charset: string; // as the Encoding standard names it
  charsetBy: CharsetSource;
}

/** The first rows of a file, and how they are understood. */
export interface FileRows extends Omit<FileReading, 'columns'>, FoundCharset {
  columns: ColumnView[];
  lines: number[]; // 1-based, on which the first rows begin
  sampled: number; // rows that were looked at
  doubt: ColumnDoubt | null;
}

/** What a plan calls a column: its name, or its number where it has none or shares it with one before. */
export function referenceTo(columns: readonly Pick<FileColumn, 'name'>[], index: number): string {
  const { name } = columns[index];
  const isFirst = columns.findIndex((column) => column.name === name) === index;
  return name !== null && isFirst ? name : String(index + 1);
}

/** The column that a plan means; -1 = there is none. Names are compared without regard to case and underscores. */
export function columnAt(names: readonly (string | null)[], reference: string): number {
  const exact = names.indexOf(reference);
  if (exact >= 0) return exact;
  const wanted = normalName(reference);
  const alike = names.findIndex((name) => name !== null && normalName(name) === wanted);
  if (alike >= 0) return alike;
  const number = /^[1-9]\d{0,4}$/.test(reference) ? Number(reference) : 0;
  return number <= names.length ? number - 1 : -1;
}

/** How a column's name is compared and shown. */
export function normalName(name: string): string {
  return name.trim().toLowerCase().replaceAll('_', ' ');
}
