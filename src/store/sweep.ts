// Clears what a killed import or preparation left behind.
import { partRange } from './chunk';
import type { Store } from './db';
import { heldIds } from './hold';
import { bornAt, importOf } from './ids';

const KEEP_MS = 24 * 60 * 60 * 1000; // where nobody can tell whether it is still being written

/** Removes parts that no dataset names and nobody writes, and artifacts not completed within a day. */
export async function sweep(store: Store, now = Date.now()): Promise<void> {
  // In this order: what is listed here and written by somebody is held, or named by a dataset by now.
  const found = await partIds(store);
  const held = await heldIds();
  const isWritten = (id: string) => (held ? held.has(importOf(id)) : now - bornAt(id) <= KEEP_MS);

  const names = ['datasets', 'chunks', 'validation', 'artifacts', 'artifactIndex'] as const;
  const tx = store.transaction(names, 'readwrite');
  const datasets = await tx.objectStore('datasets').getAll();
  const named = new Set(datasets.flatMap(({ train, test }) => [train?.id, test?.id]));
  for (const id of found)
    if (!named.has(id) && !isWritten(id)) {
      await tx.objectStore('chunks').delete(partRange(id));
      await tx.objectStore('validation').delete(id);
    }
  for (const entry of await tx.objectStore('artifactIndex').getAll()) {
    if (entry.isComplete || now - entry.createdAt <= KEEP_MS) continue;
    await tx.objectStore('artifacts').delete(IDBKeyRange.bound([entry.key], [entry.key, []]));
    await tx.objectStore('artifactIndex').delete(entry.key);
  }
  await tx.done;
}

/** The parts that have chunks, found without reading their chunks. */
async function partIds(store: Store): Promise<string[]> {
  const ids: string[] = [];
  let at = await store.transaction('chunks').store.openKeyCursor();
  while (at) {
    const [id] = at.key;
    ids.push(id);
    at = await at.continue([id, Infinity]); // the next part
  }
  return ids;
}
