// The first rows of a file, by the reader that will read all of it.
import { byteColumn, type ByteColumn, type RowEnd, type RowReader } from './byte-column';
import type { Head } from './dialect';

const SAMPLE_ROWS = 100;

/** The first rows of a file as a table. */
export interface SampleRows {
  rows: string[][]; // as many cells as there are columns
  lines: number[]; // 1-based, on which they begin
}

/** The first rows as far as a file's head has them whole. */
export function sampleOf(
  { bytes, isWhole }: Head,
  count: number, // of columns
  open: (columns: readonly ByteColumn[], take: (row: RowEnd) => void) => RowReader,
): SampleRows {
  const decoder = new TextDecoder();
  const columns = Array.from({ length: count }, byteColumn);
  const sample: SampleRows = { rows: [], lines: [] };
  const reader = open(columns, ({ line }) => {
    const cells = columns.map((column) => decoder.decode(column.bytes.subarray(0, column.length)));
    for (const column of columns) column.length = 0;
    if (sample.rows.length === SAMPLE_ROWS) return;
    sample.rows.push(cells);
    sample.lines.push(line);
  });
  reader.push(bytes);
  if (isWhole) reader.end();
  return sample;
}
