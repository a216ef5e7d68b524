// Clears what a killed import or preparation left behind. The age of a part is told by its id.
import { partRange } from './chunk';
import type { Store } from './db';
import { bornAt } from './ids';

const KEEP_MS = 24 * 60 * 60 * 1000; // another tab may still be writing younger ones

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
