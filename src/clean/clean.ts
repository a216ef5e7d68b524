// Cleans a chunk of rows: texts to a column, fingerprints for the search of repeats, and an account of what was done.
import { packTexts, unpackTexts } from '../core/columns';
import type { RowChunk, Split, TextColumn } from '../core/types';
import { Account, type Candidate } from './account';
import { FINGERPRINT_WORDS, fingerprint } from './fingerprint';
import { isMissing } from './missing';
import type { CountedRule } from './rules';
import type { Cleaner } from './text';

/** What cleaning found in a chunk. */
export interface ChunkAccount {
  split: Split;
  rowStart: number; // index of the first row within its part
  rows: number;
  prints: Uint32Array<ArrayBuffer>; // fingerprints of the cleaned rows
  missing: Uint8Array<ArrayBuffer>; // 1 = some field of the row is empty, but not all
  changed: Partial<Record<CountedRule, number>>; // rows
  candidates: Candidate[];
}

/** A cleaned chunk. */
export interface CleanedChunk {
  texts: TextColumn;
  account: ChunkAccount;
}

/** Cleans all rows of a chunk. */
export function cleanChunk(chunk: RowChunk, split: Split, clean: Cleaner): CleanedChunk {
  const columns = chunk.fields.map(unpackTexts);
  const rows = chunk.lines.length;
  const account = new Account(split);
  const cleaned = new Array<string>(rows);
  const missing = new Uint8Array(rows);
  for (let i = 0; i < rows; i++) {
    const fields = columns.map((texts) => texts[i]);
    const row = chunk.rowStart + i;
    if (isMissing(fields)) missing[i] = 1;
    cleaned[i] = clean(fields, (rule, before, after) => account.note(row, rule, before, after));
  }
  const texts = packTexts(cleaned);
  const prints = new Uint32Array(rows * FINGERPRINT_WORDS);
  for (let i = 0; i < rows; i++)
    fingerprint(
      texts.bytes,
      [texts.offsets[i], texts.offsets[i + 1]],
      prints,
      i * FINGERPRINT_WORDS,
    );
  const { changed, candidates } = account;
  const { rowStart } = chunk;
  return { texts, account: { split, rowStart, rows, prints, missing, changed, candidates } };
}
