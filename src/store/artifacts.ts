// Derived things (cleaned texts, vocabularies, encoded rows), each under a hash of its inputs, in pieces.
// The index says which are complete; what a key names never changes, so a complete one is never stale.
import { fail } from '../core/errors';
import { finish, type Store } from './db';
import { withSpace } from './quota';
import { sizeOf } from './size';

/** A named piece of an artifact: anything that can be cloned, best with its numbers in typed arrays. */
export type Piece = readonly [name: string, value: unknown];

/** Announces an artifact of a dataset; its pieces follow. */
export async function beginArtifact(store: Store, key: string, datasetId: string): Promise<void> {
  const entry = { key, datasetId, sizeBytes: 0, createdAt: Date.now(), isComplete: false };
  await withSpace(sizeOf(entry), () => store.put('artifactIndex', entry));
}

/** Writes pieces of an announced artifact in one transaction; throws if its dataset was removed meanwhile. */
export function putPieces(store: Store, key: string, pieces: readonly Piece[]): Promise<void> {
  const sizeBytes = sizeOf(pieces.map(([, value]) => value));
  return withSpace(sizeBytes, async () => {
    const names = ['artifacts', 'artifactIndex'] as const;
    const tx = store.transaction(names, 'readwrite', { durability: 'relaxed' });
    const entry = await tx.objectStore('artifactIndex').get(key);
    if (!entry) throw fail('bug', 'store.missing', { what: key });
    const puts = pieces.map(([name, value]) => tx.objectStore('artifacts').put(value, [key, name]));
    const grown = { ...entry, sizeBytes: entry.sizeBytes + sizeBytes };
    await finish(tx, [tx.objectStore('artifactIndex').put(grown), ...puts]);
  });
}

/** Marks an artifact as complete: from now on it is found. */
export async function completeArtifact(store: Store, key: string): Promise<void> {
  const tx = store.transaction('artifactIndex', 'readwrite');
  const entry = await tx.store.get(key);
  if (!entry) throw fail('bug', 'store.missing', { what: key });
  await tx.store.put({ ...entry, isComplete: true });
  await tx.done;
}

/** Whether an artifact is there with all its pieces. */
export async function hasArtifact(store: Store, key: string): Promise<boolean> {
  return (await store.get('artifactIndex', key))?.isComplete ?? false;
}

/** A piece of an artifact; the caller knows what was put there. Throws `store.missing` if nothing was. */
export async function getPiece<T>(store: Store, key: string, name: string): Promise<T> {
  const piece = await store.get('artifacts', [key, name]);
  if (piece === undefined) throw fail('bug', 'store.missing', { what: `${name} of ${key}` });
  return piece as T;
}

/** Removes an artifact that was not finished, or is no longer wanted. */
export async function removeArtifact(store: Store, key: string): Promise<void> {
  const tx = store.transaction(['artifacts', 'artifactIndex'], 'readwrite');
  await finish(tx, [
    tx.objectStore('artifacts').delete(IDBKeyRange.bound([key], [key, []])),
    tx.objectStore('artifactIndex').delete(key),
  ]);
}

/** Bytes of all artifacts of each dataset, by dataset id. */
export async function artifactBytes(store: Store): Promise<Record<string, number>> {
  const sums: Record<string, number> = {};
  for (const { datasetId, sizeBytes } of await store.getAll('artifactIndex'))
    sums[datasetId] = (sums[datasetId] ?? 0) + sizeBytes;
  return sums;
}
