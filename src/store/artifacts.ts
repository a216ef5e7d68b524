// Derived things (cleaned texts, vocabularies, encoded rows), each under a hash of its inputs, in pieces.
// The index says which are complete; what a key names never changes, so a complete one is never stale.
import { fail } from '../core/errors';
import { finish, type ArtifactEntry, type ArtifactKind, type Store } from './db';
import { withSpace } from './quota';
import { sizeOf } from './size';

/** A named piece of an artifact: anything that can be cloned, best with its numbers in typed arrays. */
export type Piece = readonly [name: string, value: unknown];

/** An artifact as it is announced. */
export type NewArtifact = Pick<ArtifactEntry, 'key' | 'kind' | 'datasetId' | 'from'>;

/** How many complete artifacts of each kind a dataset keeps besides those that its runs need. */
const KEPT: Record<ArtifactKind, number> = { audit: 12, clean: 3, encoded: 3, survey: 6 };

/** Announces an artifact of a dataset; its pieces follow. */
export async function beginArtifact(store: Store, artifact: NewArtifact): Promise<void> {
  const entry = { ...artifact, sizeBytes: 0, createdAt: Date.now(), isComplete: false };
  await withSpace(sizeOf(entry), () => store.put('artifactIndex', entry));
}

/** Writes pieces of an announced artifact in one transaction; throws if its dataset was removed meanwhile. */
export function putPieces(store: Store, key: string, pieces: readonly Piece[]): Promise<void> {
  const sizeBytes = sizeOf(pieces.map(([, value]) => value));
  return withSpace(sizeBytes, async () => {
    const names = ['artifacts', 'artifactIndex'] as const;
    const tx = store.transaction(names, 'readwrite', { durability: 'relaxed' });
    const index = tx.objectStore('artifactIndex');
    let isGone = false;
    const grow = async () => {
      const entry = await index.get(key);
      isGone = !entry;
      if (entry) await index.put({ ...entry, sizeBytes: entry.sizeBytes + sizeBytes });
      else tx.abort();
    };
    // Handed over before the transaction has its turn: what crosses to the store holds up no other one.
    const puts = pieces.map(([name, value]) => tx.objectStore('artifacts').put(value, [key, name]));
    try {
      await finish(tx, [...puts, grow()]);
    } catch (error) {
      throw isGone ? fail('gone', 'dataset.gone', {}, error) : error;
    }
  });
}

/** Marks an artifact as complete: from now on it is found. */
export async function completeArtifact(store: Store, key: string): Promise<void> {
  const tx = store.transaction('artifactIndex', 'readwrite');
  const entry = await tx.store.get(key);
  if (!entry) throw fail('gone', 'dataset.gone', {});
  await tx.store.put({ ...entry, isComplete: true });
  await tx.done;
}

/** Whether an artifact is there with all its pieces. */
export async function hasArtifact(store: Store, key: string): Promise<boolean> {
  return (await store.get('artifactIndex', key))?.isComplete ?? false;
}

/** A piece that an artifact may have or not. */
export async function findPiece<T>(store: Store, key: string, name: string): Promise<T | null> {
  return ((await store.get('artifacts', [key, name])) ?? null) as T | null;
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

/** Removes the complete artifacts of a dataset that are neither among the newest nor needed by a run. */
export async function retireArtifacts(store: Store, datasetId: string): Promise<void> {
  const tx = store.transaction(['runs', 'artifacts', 'artifactIndex'], 'readwrite');
  const index = tx.objectStore('artifactIndex');
  const [runs, all] = await Promise.all([
    tx.objectStore('runs').getAll(),
    index.index('datasetId').getAll(datasetId),
  ]);
  const entries = all.filter(({ isComplete }) => isComplete);
  const used = runs.flatMap(({ prepared }) => [prepared.key, prepared.cleanKey]);
  const kept = new Set([...used, ...newest(entries)]);
  for (const { key, from } of entries) if (from !== null && kept.has(key)) kept.add(from);
  const removals = entries
    .filter(({ key }) => !kept.has(key))
    .flatMap(({ key }) => [
      tx.objectStore('artifacts').delete(IDBKeyRange.bound([key], [key, []])),
      index.delete(key),
    ]);
  await finish(tx, removals);
}

function newest(entries: readonly ArtifactEntry[]): string[] {
  const latestFirst = entries.toSorted((a, b) => b.createdAt - a.createdAt);
  return (Object.keys(KEPT) as ArtifactKind[]).flatMap((kind) =>
    latestFirst
      .filter((entry) => entry.kind === kind)
      .slice(0, KEPT[kind])
      .map(({ key }) => key),
  );
}

/** Bytes of all artifacts of each dataset, by dataset id. */
export async function artifactBytes(store: Store): Promise<Record<string, number>> {
  const sums: Record<string, number> = {};
  for (const { datasetId, sizeBytes } of await store.getAll('artifactIndex'))
    sums[datasetId] = (sums[datasetId] ?? 0) + sizeBytes;
  return sums;
}
