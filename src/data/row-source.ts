// What a file of rows is once it is opened, whatever it is written in.
import type { FoundCharset } from '../core/reading';
import type { ByteColumn, RowEnd } from './byte-column';
import type { Schema } from './schema';

/** A file of which the beginning was read. */
export interface RowSource {
  schema: Schema;
  charset: () => FoundCharset; // so far
  labelNames: string[] | null; // what the file itself calls the labels 0, 1 and so on
  /** Fills columns, as many as the schema has fields, and tells of each row; rows are best taken away at every step. */
  read: (columns: readonly ByteColumn[], take: (row: RowEnd) => void) => AsyncIterable<unknown>;
}
