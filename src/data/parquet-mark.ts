// The mark at both ends of a Parquet file, by which it is known before anything that reads it is loaded.
// https://parquet.apache.org/docs/file-format/

/** Bytes that are enough to know it by. */
export const MARK_BYTES = 4;

/** The mark at such a place: PARE where the file is encrypted; null where there is none. */
export function markAt(bytes: Uint8Array, at: number): 'PAR1' | 'PARE' | null {
  const mark = String.fromCharCode(...bytes.subarray(at, at + MARK_BYTES));
  return mark === 'PAR1' || mark === 'PARE' ? mark : null;
}

/** Whether bytes begin as Parquet does, encrypted or not. */
export function isParquet(head: Uint8Array): boolean {
  return markAt(head, 0) !== null;
}
