// Divides the kept rows into train, validation and, where the dataset has no test file, a held-out test: seeded and stratified.
import { randomBits, STREAM } from '../core/random';
import type { SplitSettings } from '../core/settings';
import { NO_LABEL, type Assignment } from '../core/types';

/** The rows to be divided. */
export interface Rows {
  labels: Uint16Array; // class index of each row of the train part, or NO_LABEL: no set takes such rows
  dropped: Uint8Array; // of each row of the train part; 0 = kept
  testLabels: Uint16Array | null; // of each row of the test part; null = there is none
}

const HELD_OUT_SHARE = 0.1; // of the kept train rows, when there is no test file

/** Assigns each kept row; a class gives the same share of its rows to each set, and keeps at least one for train. */
export function assignRows(
  { labels, dropped, testLabels }: Rows,
  split: SplitSettings,
): Assignment {
  const testIsHeldOut = testLabels === null;
  const train: number[] = [];
  const validation: number[] = [];
  const test: number[] = [];
  for (const rows of rowsByClass(labels, dropped)) {
    const drawn = inDrawnOrder(rows, split.seed);
    const heldOut = testIsHeldOut
      ? Math.min(round(rows.length * HELD_OUT_SHARE), rows.length - 1)
      : 0;
    const rest = rows.length - heldOut;
    const chosen = Math.min(round(rest * split.validationShare), rest - 1);
    for (let i = 0; i < drawn.length; i++)
      (i < heldOut ? test : i < heldOut + chosen ? validation : train).push(drawn[i]);
  }
  return {
    train: Uint32Array.from(train).sort(),
    validation: Uint32Array.from(validation).sort(),
    test: testIsHeldOut ? Uint32Array.from(test).sort() : labelledRows(testLabels),
    testIsHeldOut,
  };
}

function labelledRows(labels: Uint16Array): Uint32Array<ArrayBuffer> {
  const rows = Uint32Array.from(labels.keys());
  return rows.filter((row) => labels[row] !== NO_LABEL);
}

function rowsByClass(labels: Uint16Array, dropped: Uint8Array): number[][] {
  const rows: number[][] = [];
  for (let row = 0; row < labels.length; row++)
    if (dropped[row] === 0 && labels[row] !== NO_LABEL) (rows[labels[row]] ??= []).push(row);
  return rows.filter((ofClass) => ofClass.length > 0); // also skips the holes of classes without rows
}

const ROW_LIMIT = 2 ** 21; // a draw of 32 bits and a place of 21 fit a double exactly

/** Rows by the number drawn for each, so that a row's place does not depend on how many others there are. */
function inDrawnOrder(rows: readonly number[], seed: number): number[] {
  if (rows.length > ROW_LIMIT) throw new RangeError(`more than ${ROW_LIMIT} rows in a class`);
  const keys = new Float64Array(rows.length);
  for (let i = 0; i < rows.length; i++)
    keys[i] = randomBits(seed, STREAM.split, rows[i]) * ROW_LIMIT + i;
  return Array.from(keys.sort(), (key) => rows[key % ROW_LIMIT]);
}

/** Rounds half up; at least none. */
function round(value: number): number {
  return Math.max(0, Math.floor(value + 0.5));
}
