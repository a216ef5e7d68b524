// Which delimiter parts a file's fields: the one that gives its first rows a constant number of them, and among equals the one
// that looks least like a mark within a sentence.
import type { Delimiter } from '../core/reading';
import { byteColumn, MOST_ROW_BYTES, type ByteColumn } from './byte-column';
import { CsvReader, type Dialect } from './csv';

/** One of a file's first rows. */
export interface FirstRow {
  line: number;
  cells: string[];
  isBroken: boolean;
}

/** Columns that a row may have. */
export const MOST_COLUMNS = 32 * 1024;

const SAMPLE_ROWS = 100;
const LEAST_ROWS = 2; // looked at, however long they are: a header and a row
const SAMPLE_BYTES = 256 * 1024; // a head may be a mebibyte
const SLICE_BYTES = 1024; // so that many short columns take little room
const MARK = /^sep=([,;\t]?)$/; // a first line by which Excel is told the delimiter
const DELIMITERS: readonly Delimiter[] = ['\t', ',', ';']; // of two that do equally well the first: tabs are rare in texts

/** A file's beginning. */
export interface Head {
  bytes: Uint8Array;
  isWhole: boolean; // it is all there is
  file: string; // its name
}

/** Whether a head that has too little of a file can be longer; a row that is longer still is not read. */
export function canGrow({ bytes, isWhole }: Head): boolean {
  return !isWhole && bytes.length <= MOST_ROW_BYTES;
}

/** Guesses the dialect of separated values by their head, and how many of the rows fit it; a delimiter may be given. */
export function guessDialect(
  head: Head,
  given = toldDelimiter(head),
): { dialect: Dialect; share: number } {
  let best = {
    dialect: { delimiter: given ?? ',', hasQuotes: true } as Dialect,
    share: 0,
    prose: 1,
  };
  for (const delimiter of given ? [given] : DELIMITERS)
    for (const hasQuotes of delimiter === '\t' ? [true, false] : [true]) {
      const dialect = { delimiter, hasQuotes };
      const rows = firstRows(head, dialect);
      const [share, prose] = [steadyShare(rows), proseShare(rows)];
      if (share > best.share || (share === best.share && share > 0 && prose < best.prose))
        best = { dialect, share, prose };
    }
  return { dialect: best.dialect, share: best.share };
}

/** The first rows of a file in such a dialect, as far as its head has them whole. */
export function firstRows(head: Head, dialect: Dialect): FirstRow[] {
  const decoder = new TextDecoder();
  const columns = columnsFor(head, dialect);
  const rows: FirstRow[] = [];
  const take = ({ count, line, isBroken }: Omit<FirstRow, 'cells'> & { count: number }) => {
    if (rows.length === SAMPLE_ROWS) return;
    const cells = Array.from({ length: count }, (_, i) =>
      decoder.decode(columns.at(i)?.bytes.subarray(0, columns[i].length)),
    );
    for (const column of columns) column.length = 0;
    rows.push({ line, cells, isBroken });
  };
  try {
    feed(new CsvReader(head.file, columns, take, dialect), head, () => rows.length);
  } catch {
    // A quote that is never closed, or a row without end: reading tells of it, unless another dialect does without.
    rows.push({ line: 0, cells: [], isBroken: true });
  }
  return rows;
}

/** As many columns as the widest of the first rows has. */
function columnsFor(head: Head, dialect: Dialect): ByteColumn[] {
  let most = 1;
  let rows = 0;
  const take = ({ count }: { count: number }) => {
    rows++;
    most = Math.max(most, count);
  };
  try {
    feed(new CsvReader(head.file, [], take, dialect), head, () => rows);
  } catch {
    // The same will be met again, and told, when the rows are taken.
  }
  return Array.from({ length: Math.min(most, MOST_COLUMNS) }, () => byteColumn(SLICE_BYTES));
}

/** Gives a reader the beginning of a head, and more of it where that has too few rows. */
function feed(reader: CsvReader, { bytes, isWhole }: Head, rowsSoFar: () => number): void {
  let at = 0;
  for (; at < bytes.length && (at < SAMPLE_BYTES || rowsSoFar() < LEAST_ROWS); at += SLICE_BYTES)
    reader.push(bytes.subarray(at, at + SLICE_BYTES));
  if (isWhole && at >= bytes.length) reader.end();
}

/** Whether a row is no row but tells the delimiter, however it was parted. */
export function tellsDelimiter(cells: readonly string[]): boolean {
  return MARK.test(cells.join(''));
}

function toldDelimiter({ bytes }: Head): Delimiter | undefined {
  const [line] = new TextDecoder().decode(bytes.subarray(0, 8)).split(/[\r\n]/, 1);
  return MARK.exec(line)?.[1] as Delimiter | undefined;
}

/** The most frequent number of fields; of equally frequent ones the first. */
export function commonestCount(rows: readonly FirstRow[]): number {
  const counts = new Map<number, number>();
  for (const { cells } of rows) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1);
  return [...counts].reduce((best, next) => (next[1] > best[1] ? next : best), [0, 0])[0];
}

/** Share of rows that have the most frequent number of fields, if that is two or more. */
function steadyShare(rows: readonly FirstRow[]): number {
  const count = commonestCount(rows);
  if (count < 2) return 0;
  return (
    rows.filter(({ cells, isBroken }) => cells.length === count && !isBroken).length / rows.length
  );
}

/** Share of cells behind a delimiter that begin with a space, as what follows a comma in a sentence does. */
function proseShare(rows: readonly FirstRow[]): number {
  const behind = rows.flatMap(({ cells }) => cells.slice(1));
  return behind.filter((cell) => cell.startsWith(' ')).length / Math.max(1, behind.length);
}
