// Rows of a dataset by their numbers through both parts, train first: what surveys and searches count in.
import { fail } from '../core/errors';
import { CHUNK_ROWS, NO_LABEL, type Dataset, type RowView, type Split } from '../core/types';
import { readChunk, readLabels, rowOf } from '../store/chunk';
import { openStore } from '../store/db';

/** A row with the part in which it stands. */
export type PlacedRow = RowView & { split: Split };

/** Rows of both parts together. */
export function rowsIn({ train, test }: Dataset): number {
  return (train?.rowCount ?? 0) + (test?.rowCount ?? 0);
}

/** The labels of all rows. */
export async function allLabels(dataset: Dataset): Promise<Uint16Array<ArrayBuffer>> {
  const store = await openStore();
  const labels = new Uint16Array(rowsIn(dataset));
  const { train, test } = dataset;
  if (train) labels.set(await readLabels(store, train.id));
  if (test) labels.set(await readLabels(store, test.id), train?.rowCount ?? 0);
  return labels;
}

/** Reads rows in the order asked for, each chunk once. */
export async function readPlaces(dataset: Dataset, rows: Uint32Array): Promise<PlacedRow[]> {
  const store = await openStore();
  const labels = await allLabels(dataset);
  const trainRows = dataset.train?.rowCount ?? 0;
  const found = new Array<PlacedRow>(rows.length);
  const wanted = Map.groupBy(rows.keys(), (i) => chunkOf(rows[i], trainRows));
  for (const [key, places] of wanted) {
    const split = rows[places[0]] < trainRows ? 'train' : 'test';
    const part = dataset[split];
    if (!part) throw fail('bug', 'store.missing', { what: key });
    const base = split === 'train' ? 0 : trainRows;
    const index = Math.floor((rows[places[0]] - base) / CHUNK_ROWS);
    const chunk = await readChunk(store, part.id, index);
    for (const i of places) {
      const label = labels[rows[i]];
      const raw = rowOf(chunk, rows[i] - base - index * CHUNK_ROWS);
      found[i] = { ...raw, split, label: label === NO_LABEL ? null : label };
    }
  }
  return found;
}

function chunkOf(row: number, trainRows: number): string {
  return row < trainRows
    ? `train ${Math.floor(row / CHUNK_ROWS)}`
    : `test ${Math.floor((row - trainRows) / CHUNK_ROWS)}`;
}
