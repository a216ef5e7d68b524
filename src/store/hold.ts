// Says to other tabs and workers that a record is being written. The browser lets go by itself when a worker is killed.
// Web Locks, https://www.w3.org/TR/web-locks/; only in secure contexts.

const PREFIX = 'broadsheet writes ';

/** Runs work while holding an id. */
export async function holding<T>(id: string, work: () => Promise<T>): Promise<T> {
  const locks = navigator.locks as LockManager | undefined;
  if (!locks) return work();
  return locks.request(PREFIX + id, work);
}

/** The ids that are held anywhere at this moment; null where the browser cannot tell. */
export async function heldIds(): Promise<Set<string> | null> {
  const locks = navigator.locks as LockManager | undefined;
  if (!locks) return null;
  const { held = [] } = await locks.query();
  return new Set(held.map(({ name }) => name?.slice(PREFIX.length) ?? ''));
}
