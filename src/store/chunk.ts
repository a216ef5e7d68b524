// Rows and labels of a part: chunks under [part id, index], labels of the whole part in one record.
import { textAt } from '../core/columns';
import { fail } from '../core/errors';
import { CHUNK_ROWS, type Part, type RowChunk } from '../core/types';
import { finish, type Store } from './db';
import { withSpace } from './quota';
import { sizeOf } from './size';

/** A row as text. */
export interface RawRow {
  row: number; // index within its part
  line: number; // 1-based line in its file
  id: string | null; // what the file itself calls it
  fields: string[];
}

/** Writes several chunks of a part in one transaction; the part stays invisible until a dataset names it. */
export function putChunks(
  store: Store,
  partId: string,
  firstIndex: number,
  chunks: readonly RowChunk[],
): Promise<void> {
  return withSpace(sizeOf(chunks), async () => {
    const tx = store.transaction('chunks', 'readwrite', { durability: 'relaxed' });
    const puts = chunks.map((chunk, i) => tx.store.put(chunk, [partId, firstIndex + i]));
    await finish(tx, puts);
  });
}

/** Writes which rows of a part its files keep for validation: 1 for each, 0 for the others. */
export function putValidation(
  store: Store,
  partId: string,
  marks: Uint8Array<ArrayBuffer>,
): Promise<void> {
  return withSpace(marks.byteLength, async () => {
    await store.put('validation', marks, partId);
  });
}

/** Removes everything that was written for a part that no dataset names. */
export async function discardPart(store: Store, partId: string): Promise<void> {
  const tx = store.transaction(['chunks', 'labels', 'validation'], 'readwrite');
  await finish(tx, [
    tx.objectStore('validation').delete(partId),
    tx.objectStore('chunks').delete(partRange(partId)),
    tx.objectStore('labels').delete(partId),
  ]);
}

/** The keys of all chunks of a part. */
export function partRange(partId: string): IDBKeyRange {
  return IDBKeyRange.bound([partId], [partId, []]);
}

/** One chunk of a part. */
export async function readChunk(store: Store, partId: string, index: number): Promise<RowChunk> {
  const chunk = await store.get('chunks', [partId, index]);
  if (!chunk) throw fail('bug', 'store.missing', { what: `chunk ${index} of ${partId}` });
  return chunk;
}

/** The class index of every row of a part, or NO_LABEL. */
export async function readLabels(store: Store, partId: string): Promise<Uint16Array<ArrayBuffer>> {
  const labels = await store.get('labels', partId);
  if (!labels) throw fail('bug', 'store.missing', { what: `labels of ${partId}` });
  return labels;
}

/** 1 for each row of a part that the files keep for validation; null where they keep none. */
export async function readGivenValidation(
  store: Store,
  partId: string,
): Promise<Uint8Array<ArrayBuffer> | null> {
  return (await store.get('validation', partId)) ?? null;
}

/** Rows of a part by range, reading only the chunks that hold them. */
export async function readRange(
  store: Store,
  part: Part,
  rowStart: number,
  rowEnd: number,
): Promise<RawRow[]> {
  const end = Math.min(rowEnd, part.rowCount);
  const rows: RawRow[] = [];
  for (let start = Math.max(0, rowStart); start < end;) {
    const chunk = await readChunk(store, part.id, Math.floor(start / CHUNK_ROWS));
    const stop = Math.min(end, chunk.rowStart + chunk.lines.length);
    for (let row = start; row < stop; row++) rows.push(rowOf(chunk, row - chunk.rowStart));
    start = stop;
  }
  return rows;
}

/** Row i of a chunk as text. */
export function rowOf(chunk: RowChunk, i: number): RawRow {
  const fields = chunk.fields.map((column) => textAt(column, i));
  const id = chunk.ids ? textAt(chunk.ids, i) : ''; // the part may be of several files
  return { row: chunk.rowStart + i, line: chunk.lines[i], id: id === '' ? null : id, fields };
}
