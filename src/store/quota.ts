// How much room the browser gives, and a clear fault when it is used up.
// navigator.storage exists only in secure contexts (HTTPS, localhost).
import { fail } from '../core/errors';

/** Room used and granted; null where the browser does not tell. */
export interface Room {
  usedBytes: number | null;
  quotaBytes: number | null;
  persisted: boolean | null; // null = the browser offers no persistent storage here
}

/** Asks the browser how much room there is. */
export async function readRoom(): Promise<Room> {
  const storage = navigator.storage as StorageManager | undefined;
  if (!storage) return { usedBytes: null, quotaBytes: null, persisted: null };
  const [estimate, persisted] = await Promise.all([storage.estimate(), storage.persisted()]);
  return { usedBytes: estimate.usage ?? null, quotaBytes: estimate.quota ?? null, persisted };
}

/** Refuses files that are larger than what is free, before anything of them is read. */
export async function demandRoom(neededBytes: number): Promise<void> {
  const { usedBytes, quotaBytes } = await readRoom();
  if (quotaBytes === null) return;
  const freeBytes = Math.max(0, quotaBytes - (usedBytes ?? 0));
  if (neededBytes > freeBytes) throw fail('no-space', 'space.files', { neededBytes, freeBytes });
}

/** Runs a write of so many bytes; a full disk becomes the fault `space.full`. */
export async function withSpace<T>(neededBytes: number, write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    if (!isFull(error)) throw error;
    const { usedBytes, quotaBytes } = await readRoom();
    const free = quotaBytes === null ? null : quotaBytes - (usedBytes ?? 0);
    // Chrome reports a quota of its own making, far above what it grants: such a number helps nobody.
    const freeBytes = free !== null && free < neededBytes ? Math.max(0, free) : null;
    throw fail('no-space', 'space.full', { neededBytes, freeBytes }, error);
  }
}

function isFull(error: unknown): boolean {
  return error instanceof Error && error.name === 'QuotaExceededError';
}
