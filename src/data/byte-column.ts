// What every reader of rows shares: columns of bytes that it fills, and how it tells of a row's end.

/** Bytes that grow at the end; whoever owns the column may cut it back between rows. */
export interface ByteColumn {
  bytes: Uint8Array<ArrayBuffer>;
  length: number; // bytes in use
}

/** What is known of a row when it ends; its bytes lie at the ends of the columns. */
export interface RowEnd {
  count: number; // fields
  line: number; // 1-based, on which the row begins
  isBroken: boolean; // it could not be read as it was meant, as when a quote runs over a line's end into the next
}

/** Reads rows out of blocks of bytes that may be cut anywhere. */
export interface RowReader {
  push: (block: Uint8Array) => void;
  end: () => void;
}

/** The longest row that is read, in bytes as they stand in the file. */
export const MOST_ROW_BYTES = 16 * 1024 * 1024;

/** An empty column, with room for so many bytes. */
export function byteColumn(capacity = 16 * 1024): ByteColumn {
  return { bytes: new Uint8Array(capacity), length: 0 };
}

/** The column's bytes, with room for so many more. */
export function roomIn(column: ByteColumn, more: number): Uint8Array<ArrayBuffer> {
  const needed = column.length + more;
  if (needed <= column.bytes.length) return column.bytes;
  const grown = new Uint8Array(Math.max(needed, 2 * column.bytes.length));
  grown.set(column.bytes.subarray(0, column.length));
  column.bytes = grown;
  return grown;
}

/** Adds bytes to a column. */
export function append(column: ByteColumn, bytes: Uint8Array): void {
  roomIn(column, bytes.length).set(bytes, column.length);
  column.length += bytes.length;
}
