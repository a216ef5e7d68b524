// Writes the log of labels to a file: a line for each row of each entry, oldest first, as CSV (RFC 4180) or as lines of JSON.
import { labelsOf } from '../core/class-labels';
import { CHUNK_ROWS, NO_LABEL, type Dataset, type RowChunk, type Split } from '../core/types';
import { readChunk, rowOf, type RawRow } from '../store/chunk';
import { getDataset } from '../store/datasets';
import { openStore, type Store } from '../store/db';
import { readLog, type LogEntry } from '../store/labels';

const ENTRIES = 256; // of one read
const KEPT_CHUNKS = 32;
const COLUMNS = ['entry', 'time', 'by', 'part', 'row', 'id', 'from', 'to', 'text'] as const;

/** A row of an entry; rows count from 1, as on the page, and '' is no label. */
type Line = Record<(typeof COLUMNS)[number], string | number>;

/** The whole log as a file. */
export async function exportLabelLog(id: string, form: 'csv' | 'jsonl'): Promise<Blob> {
  const store = await openStore();
  const dataset = await getDataset(store, id);
  const readers = {
    train: rowReader(store, dataset, 'train'),
    test: rowReader(store, dataset, 'test'),
  };
  const names = labelsOf(dataset.classes);
  const say = form === 'csv' ? csvLine : (line: Line) => `${JSON.stringify(line)}\n`;
  const written: BlobPart[] = form === 'csv' ? [`${COLUMNS.join(',')}\r\n`] : [];
  for (let start = 0; start < dataset.labelChanges; start += ENTRIES) {
    const end = Math.min(start + ENTRIES, dataset.labelChanges);
    for (const entry of await readLog(store, id, start, end)) {
      const lines = await linesOf(entry, names, readers[entry.change.split]);
      written.push(new Blob(lines.map(say))); // the browser may keep it on disk, where a string stays in memory
    }
  }
  return new Blob(written, { type: form === 'csv' ? 'text/csv' : 'application/jsonl' });
}

async function linesOf(
  { entry, change }: LogEntry,
  names: readonly string[],
  read: (row: number) => Promise<RawRow>,
): Promise<Line[]> {
  const { split, rows, from, to, by, at } = change;
  const lines: Line[] = [];
  for (const [i, row] of rows.entries()) {
    const { id, fields } = await read(row);
    lines.push({
      entry: entry + 1,
      time: new Date(at).toISOString(),
      by,
      part: split,
      row: row + 1,
      id: id ?? '',
      from: from[i] === NO_LABEL ? '' : names[from[i]],
      to: to[i] === NO_LABEL ? '' : names[to[i]],
      text: fields.filter((field) => field !== '').join(' '),
    });
  }
  return lines;
}

function csvLine(line: Line): string {
  const cells = COLUMNS.map((name) => {
    const value = line[name];
    return typeof value === 'number' ? String(value) : `"${value.replaceAll('"', '""')}"`;
  });
  return `${cells.join(',')}\r\n`;
}

/** Reads rows of a part one by one, in any order, and keeps the chunks that it read last. */
function rowReader(store: Store, dataset: Dataset, split: Split): (row: number) => Promise<RawRow> {
  const kept = new Map<number, RowChunk>();
  return async (row) => {
    const index = Math.floor(row / CHUNK_ROWS);
    const chunk = kept.get(index) ?? (await readChunk(store, dataset[split]?.id ?? '', index));
    kept.delete(index);
    kept.set(index, chunk); // the last ones read stay
    const [oldest] = kept.keys();
    if (kept.size > KEPT_CHUNKS) kept.delete(oldest);
    return rowOf(chunk, row - chunk.rowStart);
  };
}
