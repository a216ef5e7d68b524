// Clears what a killed import or preparation left behind. The age of a part is told by its id.
import { partRange } from './chunk';
import type { Store } from './db';

const KEEP_MS = 24 * 60 * 60 * 1000; // another tab may still be writing younger ones

/** A new id for a part: the time, so that leftovers can be told by age, and a random tail. */
export function newPartId(now = Date.now()): string {
  const tail = crypto.getRandomValues(new Uint32Array(2));
  return `${now.toString(36).padStart(9, '0')}-${tail[0].toString(36)}${tail[1].toString(36)}`;
}

/** Removes parts that no dataset names and artifacts that were never completed, if older than a day. */
export async function sweep(store: Store, now = Date.now()): Promise<void> {
  const names = ['datasets', 'chunks', 'labels', 'artifacts', 'artifactIndex'] as const;
  const tx = store.transaction(names, 'readwrite');
  const datasets = await tx.objectStore('datasets').getAll();
  const named = new Set(datasets.flatMap(({ train, test }) => [train?.id, test?.id]));

  const chunks = tx.objectStore('chunks');
  let at = await chunks.openKeyCursor();
  while (at) {
    const [partId] = at.key;
    if (!named.has(partId) && now - bornAt(partId) > KEEP_MS)
      await chunks.delete(partRange(partId));
    at = await at.continue([partId, Infinity]); // the next part
  }
  for (const entry of await tx.objectStore('artifactIndex').getAll()) {
    if (entry.isComplete || now - entry.createdAt <= KEEP_MS) continue;
    await tx.objectStore('artifacts').delete(IDBKeyRange.bound([entry.key], [entry.key, []]));
    await tx.objectStore('artifactIndex').delete(entry.key);
  }
  await tx.done;
}

function bornAt(partId: string): number {
  return parseInt(partId.split('-')[0], 36);
}
