// Which delimiter parts a file's fields: the one that gives its first rows a constant number of them.
import { byteColumn } from './byte-column';
import { CsvReader, type Dialect } from './csv';

/** One of a file's first rows. */
export interface FirstRow {
  line: number;
  cells: string[];
  isBroken: boolean;
}

const SAMPLE_ROWS = 100;
const SAMPLE_BYTES = 256 * 1024; // a head may be a mebibyte
const MOST_COLUMNS = 64; // looked at
const DELIMITERS = ['\t', ',', ';'] as const; // of two that do equally well the first: tabs are rare in texts

/** Guesses the dialect of separated values by their head. */
export function guessDialect(head: Uint8Array, isWhole: boolean, file: string): Dialect {
  let best: Dialect = { delimiter: ',', hasQuotes: true };
  let most = 0;
  for (const delimiter of DELIMITERS)
    for (const hasQuotes of delimiter === '\t' ? [true, false] : [true]) {
      const dialect = { delimiter, hasQuotes };
      const share = steadyShare(firstRows(head, isWhole, file, dialect));
      if (share > most) [best, most] = [dialect, share];
    }
  return best;
}

/** The first rows of a file in such a dialect, as far as its head has them whole. */
export function firstRows(
  head: Uint8Array,
  isWhole: boolean,
  file: string,
  dialect: Dialect,
): FirstRow[] {
  const decoder = new TextDecoder();
  const columns = Array.from({ length: MOST_COLUMNS }, byteColumn);
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
  reader.push(head.subarray(0, SAMPLE_BYTES));
  try {
    if (isWhole && head.length <= SAMPLE_BYTES) reader.end();
  } catch {
    // A quote that is never closed: reading tells of it, unless another dialect does without.
    rows.push({ line: 0, cells: [], isBroken: true });
  }
  return rows;
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
