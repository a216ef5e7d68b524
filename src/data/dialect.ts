// Which delimiter parts a file's fields: the one that gives its first rows a constant number of them, and among equals the one
// that looks least like a mark within a sentence.
import type { Delimiter } from '../core/reading';
import { byteColumn, type ByteColumn } from './byte-column';
import { CsvReader, type Dialect } from './csv';

/** One of a file's first rows. */
export interface FirstRow {
  line: number;
  cells: string[];
  isBroken: boolean;
}

const SAMPLE_ROWS = 100;
const SAMPLE_BYTES = 256 * 1024; // a head may be a mebibyte
const SLICE_BYTES = 1024; // so that many short columns take little room
const MOST_COLUMNS = 32 * 1024; // looked at
const MARK = /^sep=([,;\t]?)$/; // a first line by which Excel is told the delimiter
const DELIMITERS: readonly Delimiter[] = ['\t', ',', ';']; // of two that do equally well the first: tabs are rare in texts

/** A file's beginning. */
export interface Head {
  bytes: Uint8Array;
  isWhole: boolean; // it is all there is
  file: string; // its name
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
export function firstRows({ bytes, isWhole, file }: Head, dialect: Dialect): FirstRow[] {
  const decoder = new TextDecoder();
  const head = bytes.subarray(0, SAMPLE_BYTES);
  const columns = columnsFor(head, file, dialect);
  const rows: FirstRow[] = [];
  const take = ({ count, line, isBroken }: Omit<FirstRow, 'cells'> & { count: number }) => {
    if (rows.length === SAMPLE_ROWS) return;
    const cells = Array.from({ length: count }, (_, i) =>
      decoder.decode(columns.at(i)?.bytes.subarray(0, columns[i].length)),
    );
    for (const column of columns) column.length = 0;
    rows.push({ line, cells, isBroken });
  };
  const reader = new CsvReader(file, columns, take, dialect);
  for (let at = 0; at < head.length; at += SLICE_BYTES)
    reader.push(head.subarray(at, at + SLICE_BYTES));
  try {
    if (isWhole && bytes.length <= SAMPLE_BYTES) reader.end();
  } catch {
    // A quote that is never closed: reading tells of it, unless another dialect does without.
    rows.push({ line: 0, cells: [], isBroken: true });
  }
  return rows;
}

/** As many columns as the widest of the first rows has. */
function columnsFor(head: Uint8Array, file: string, dialect: Dialect): ByteColumn[] {
  let most = 1;
  const reader = new CsvReader(file, [], ({ count }) => (most = Math.max(most, count)), dialect);
  reader.push(head);
  return Array.from({ length: Math.min(most, MOST_COLUMNS) }, () => byteColumn(SLICE_BYTES));
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
