// Names for new records. They begin with the time, so that leftovers can be told by their age.
// crypto.randomUUID would do, but exists only in secure contexts.
import type { Split } from '../core/types';

/** A new id for a dataset, an import or a run. */
export function newId(now = Date.now()): string {
  const tail = crypto.getRandomValues(new Uint32Array(2));
  return `${now.toString(36).padStart(9, '0')}-${tail[0].toString(36)}${tail[1].toString(36)}`;
}

/** The id of a part that an import writes. */
export function partIdOf(importId: string, split: Split): string {
  return `${importId}.${split}`;
}

/** The import that wrote a part. */
export function importOf(partId: string): string {
  return partId.split('.')[0];
}

/** When an id was made, in ms since 1970. */
export function bornAt(id: string): number {
  return parseInt(id.split('-')[0], 36);
}
