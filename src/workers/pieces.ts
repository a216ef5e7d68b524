// The names of the pieces of cleaned and encoded artifacts, and what those that are no chunks hold.
import type { Assignment, CleanReport, Prepared, Split } from '../core/types';

/** The piece with the texts, or the encoded rows, of a chunk. */
export function pieceOf({ split, index }: { split: Split; index: number }): string {
  return `${split} ${index}`;
}

/** The piece `summary` of cleaned texts. */
export interface CleanSummary {
  report: CleanReport;
  dropped: Uint8Array<ArrayBuffer>; // see Drops.dropped
}

/** The piece `record` of encoded rows; the piece `tokenizer` is a Tokenizer. */
export interface EncodedRecord {
  prepared: Prepared;
  assignment: Assignment;
  parts: Record<Split, { id: string; chunkCount: number } | null>;
}
