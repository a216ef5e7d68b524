// Rows that people add: the last chunk of the train part is filled up, new ones follow, and labels, counts, lengths and the log
// go with them in one transaction. Whatever happens midway, all of the rows are there or none.
import { packTexts, unpackTexts } from '../core/columns';
import { fail } from '../core/errors';
import type { Labelled, NewRow } from '../core/labelling';
import {
  CHUNK_ROWS,
  NO_LABEL,
  type Dataset,
  type LabelChange,
  type LengthHistogram,
  type Part,
  type RowChunk,
} from '../core/types';
import { finish, type Store } from './db';
import { newId, partIdOf } from './ids';
import { recounted } from './labels';
import { withSpace } from './quota';
import { sizeOf } from './size';

/** How rows are added. */
export interface Growth {
  by: LabelChange['by'];
  runId: string | null; // see LabelChange
  measure: (lengths: LengthHistogram | null, rows: RowChunk) => LengthHistogram; // null = of a new part
}

const NAMES = ['datasets', 'chunks', 'labels', 'validation', 'labelLog'] as const;

/** Adds rows behind those of the train part, which is made where there is none; their labels are an entry of the log. */
export function addRows(
  store: Store,
  id: string,
  rows: readonly NewRow[],
  { by, runId, measure }: Growth,
): Promise<Labelled> {
  const added = chunkOf(
    0,
    rows.map(({ fields }) => fields),
  );
  const sizeBytes = sizeOf(added);
  return withSpace(sizeBytes, async () => {
    const tx = store.transaction(NAMES, 'readwrite');
    const dataset = await tx.objectStore('datasets').get(id);
    if (!dataset) throw fail('gone', 'dataset.gone', {});
    const part = dataset.train ?? emptyPart(dataset);
    const before = (await tx.objectStore('labels').get(part.id)) ?? new Uint16Array();
    const isGiven = await tx.objectStore('validation').get(part.id);
    const last = part.rowCount % CHUNK_ROWS === 0 ? null : part.chunkCount - 1;
    const open = last === null ? null : await tx.objectStore('chunks').get([part.id, last]);
    if (open === undefined) throw fail('bug', 'store.missing', { what: `end of ${part.id}` });
    const chunks = chunksOf(part.rowCount, rows, open);
    const firstIndex = last ?? part.chunkCount;
    const labels = new Uint16Array(part.rowCount + rows.length);
    labels.set(before);
    labels.set(
      rows.map(({ label }) => label),
      part.rowCount,
    );
    const grown = {
      ...part,
      rowCount: labels.length,
      chunkCount: firstIndex + chunks.length,
      sizeBytes: part.sizeBytes + sizeBytes,
      lengths: measure(dataset.train?.lengths ?? null, added),
    };
    const change = changeOf(part.rowCount, rows, { by, runId });
    const entry = change && dataset.labelChanges;
    const changed: Dataset = {
      ...dataset,
      train: recounted(grown, labels, dataset.classes.length),
      labelChanges: dataset.labelChanges + (change ? 1 : 0),
    };
    await finish(tx, [
      ...chunks.map((chunk, i) => tx.objectStore('chunks').put(chunk, [part.id, firstIndex + i])),
      tx.objectStore('labels').put(labels, part.id),
      ...(isGiven
        ? [tx.objectStore('validation').put(padded(isGiven, labels.length), part.id)]
        : []),
      ...(change ? [tx.objectStore('labelLog').put(change, [id, dataset.labelChanges])] : []),
      tx.objectStore('datasets').put(changed),
    ]);
    return { dataset: changed, entry, changed: change?.rows.length ?? 0 };
  });
}

/** Chunks for rows that begin at `rowStart`; those of an open chunk stand first. */
function chunksOf(rowStart: number, rows: readonly NewRow[], open: RowChunk | null): RowChunk[] {
  const chunks: RowChunk[] = [];
  let taken = 0;
  if (open) {
    taken = Math.min(rows.length, CHUNK_ROWS - open.lines.length);
    chunks.push(filled(open, rows.slice(0, taken)));
  }
  for (; taken < rows.length; taken += CHUNK_ROWS) {
    const fields = rows.slice(taken, taken + CHUNK_ROWS).map((row) => row.fields);
    chunks.push(chunkOf(rowStart + taken, fields));
  }
  return chunks;
}

function filled(open: RowChunk, rows: readonly NewRow[]): RowChunk {
  const lines = new Uint32Array(open.lines.length + rows.length); // 0 = of no file
  lines.set(open.lines);
  const fields = open.fields.map((column, k) =>
    packTexts([...unpackTexts(column), ...rows.map((row) => row.fields[k].toWellFormed())]),
  );
  const ids = open.ids && packTexts([...unpackTexts(open.ids), ...rows.map(() => '')]);
  return { rowStart: open.rowStart, fields, lines, ...(ids && { ids }) };
}

function chunkOf(rowStart: number, rows: readonly string[][]): RowChunk {
  const columns = rows[0]?.map((_, k) => rows.map((fields) => fields[k].toWellFormed())) ?? [];
  return { rowStart, fields: columns.map(packTexts), lines: new Uint32Array(rows.length) };
}

function changeOf(
  rowStart: number,
  rows: readonly NewRow[],
  { by, runId }: Pick<Growth, 'by' | 'runId'>,
): LabelChange | null {
  const places = Uint32Array.from(rows.keys()).filter((i) => rows[i].label !== NO_LABEL);
  if (places.length === 0) return null;
  return {
    split: 'train',
    rows: places.map((i) => rowStart + i),
    from: new Uint16Array(places.length).fill(NO_LABEL),
    to: Uint16Array.from(places, (i) => rows[i].label),
    by,
    runId,
    at: Date.now(),
  };
}

function emptyPart({ classes }: Dataset): Omit<Part, 'lengths'> {
  return {
    id: partIdOf(newId(), 'train'),
    split: 'train',
    rowCount: 0,
    chunkCount: 0,
    sizeBytes: 0,
    sources: [],
    classCounts: classes.map(() => 0),
    unlabelled: 0,
    givenValidation: 0,
    bad: { count: 0, examples: [] },
  };
}

function padded(marks: Uint8Array<ArrayBuffer>, length: number): Uint8Array<ArrayBuffer> {
  const longer = new Uint8Array(length);
  longer.set(marks);
  return longer;
}
