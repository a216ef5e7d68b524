// Divides the kept rows into train, validation and, where the dataset has no test file, a held-out test: seeded and stratified,
// and where near-duplicates are known without tearing them apart.
import { STREAM } from '../core/random';
import type { SplitSettings } from '../core/settings';
import { NO_LABEL, type Assignment } from '../core/types';
import { apportion } from './apportion';
import { drawnOrder } from './draw';

/** Near-duplicates have one number in both parts; the numbers lie below the rows of both together. */
export interface Groups {
  train: Uint32Array; // of each row
  test: Uint32Array; // of each row; empty where there is no test part
}

/** The rows to be divided. */
export interface Rows {
  labels: Uint16Array; // class index of each row of the train part, or NO_LABEL: no set takes such rows
  dropped: Uint8Array; // of each row of the train part; 0 = kept
  testLabels: Uint16Array | null; // of each row of the test part; null = there is none
  given: Uint8Array | null; // of each row of the train part; 1 = the files keep it for validation
  groups: Groups | null; // null = near-duplicates may be parted
}

/** What becomes of a row of the train part. */
const SET = { none: 0, train: 1, validation: 2, test: 3 } as const;

/**
 * Assigns each kept row: first near-duplicates of what the files keep for validation or test leave, then a sample is drawn,
 * then each class gives its share to each set, and keeps at least one row for train.
 */
export function assignRows(rows: Rows, split: SplitSettings): Assignment {
  const { labels, testLabels, groups } = rows;
  const hasGiven = split.givenValidation && rows.given !== null && rows.given.includes(1);
  const sets = firstSets(rows, hasGiven);
  const near = groups ? leaveNear(sets, groups) : 0;
  if (split.sampleRows > 0) sample(sets, labels, split.sampleRows, split.seed);

  const train = rowsOf(sets, SET.train);
  const sizes = countLabels(labels, train);
  const test = testLabels ? sizes.map(() => 0) : sizeSets(sizes, split, 'test');
  const rest = sizes.map((size, label) => size - test[label]);
  const validation = hasGiven ? sizes.map(() => 0) : sizeSets(rest, split, 'validation');
  fill({ sets, labels, seed: split.seed, units: unitsOf(train, groups?.train ?? null) }, [
    [SET.test, Int32Array.from(test)],
    [SET.validation, Int32Array.from(validation)],
  ]);
  return {
    train: rowsOf(sets, SET.train),
    validation: rowsOf(sets, SET.validation),
    test: testLabels ? testRows(testLabels, split) : rowsOf(sets, SET.test),
    testIsHeldOut: testLabels === null,
    near,
  };
}

/** Sets before anything is taken from train: what is dropped or lacks a label is in none. */
function firstSets({ labels, dropped, given }: Rows, hasGiven: boolean): Uint8Array {
  return dropped.map((rule, row) => {
    if (rule !== 0 || labels[row] === NO_LABEL) return SET.none;
    return hasGiven && given?.[row] === 1 ? SET.validation : SET.train;
  });
}

/** Takes rows out that nearly equal a test row, then out of train those that nearly equal a validation row; tells how many. */
function leaveNear(sets: Uint8Array, groups: Groups): number {
  const taken = new Uint8Array(groups.train.length + groups.test.length); // by group
  for (const group of groups.test) taken[group] = 1;
  const leave = (isOut: (set: number) => boolean) => {
    const out = rowsWhere(sets.length, (row) => taken[groups.train[row]] === 1 && isOut(sets[row]));
    for (const row of out) sets[row] = SET.none;
    return out.length;
  };
  const nearTest = leave((set) => set !== SET.none);
  for (const row of rowsOf(sets, SET.validation)) taken[groups.train[row]] = 1;
  return nearTest + leave((set) => set === SET.train);
}

/** Leaves so many rows in the sets, of each class in each set its share. */
function sample(sets: Uint8Array, labels: Uint16Array, wanted: number, seed: number): void {
  const before = sets.slice();
  const strata = Uint32Array.from(before);
  for (let row = 0; row < strata.length; row++) strata[row] += labels[row] * 4;
  const rows = rowsWhere(sets.length, (row) => before[row] !== SET.none);
  sets.fill(SET.none);
  for (const row of sampleOf(rows, strata, wanted, seed)) sets[row] = before[row];
}

/** The labelled rows of the test part, or a sample of them. */
function testRows(labels: Uint16Array, { sampleTestRows: wanted, seed }: SplitSettings) {
  const rows = rowsWhere(labels.length, (row) => labels[row] !== NO_LABEL);
  return wanted === 0 ? rows : sampleOf(rows, labels, wanted, seed);
}

/** So many of the rows, ascending; each stratum gives its share. */
function sampleOf(
  rows: Uint32Array<ArrayBuffer>,
  strata: Uint16Array | Uint32Array,
  wanted: number,
  seed: number,
): Uint32Array<ArrayBuffer> {
  const sizes = countLabels(strata, rows);
  const needs = apportion(wanted, sizes, sizes);
  return drawnOrder(rows, seed, STREAM.sample)
    .filter((row) => needs[strata[row]]-- > 0)
    .sort();
}

/** How many rows of each class a set takes; a class keeps one row at least. */
function sizeSets(
  sizes: readonly number[],
  split: SplitSettings,
  set: 'validation' | 'test',
): number[] {
  const mosts = sizes.map((size) => Math.max(0, size - 1));
  if (split.by === 'rows') return apportion(split[`${set}Rows`], sizes, mosts);
  const share = split[`${set}Share`];
  return sizes.map((size, label) => Math.min(Math.floor(size * share + 0.5), mosts[label]));
}

/** Rows that go into a set together: the first row of each group, and behind each row the next one of its group. */
interface Units {
  firsts: Uint32Array<ArrayBuffer>;
  next: Int32Array | null; // by row; -1 = it was the last; null = every row stands alone
}

function unitsOf(rows: Uint32Array<ArrayBuffer>, groups: Uint32Array | null): Units {
  if (!groups) return { firsts: rows, next: null };
  const next = new Int32Array(groups.length).fill(-1);
  const lastOf = new Map<number, number>();
  const firsts = rows.filter((row) => {
    const last = lastOf.get(groups[row]);
    if (last !== undefined) next[last] = row;
    lastOf.set(groups[row], row);
    return last === undefined;
  });
  return { firsts, next };
}

/** Rows under division. */
interface Filling {
  sets: Uint8Array;
  labels: Uint16Array;
  seed: number;
  units: Units;
}

/** Puts units in drawn order into the first set that still needs all their rows; what no set needs stays in train. */
function fill(
  { sets, labels, seed, units: { firsts, next } }: Filling,
  wanted: readonly [set: number, needs: Int32Array][],
): void {
  const after = (row: number) => (next ? next[row] : -1);
  const order = drawnOrder(firsts, seed, STREAM.split);
  for (let i = 0; i < order.length; i++)
    for (const [set, needs] of wanted) {
      let fits = true;
      for (let row = order[i]; row >= 0; row = after(row)) fits = needs[labels[row]]-- > 0 && fits;
      for (let row = order[i]; row >= 0; row = after(row))
        if (fits) sets[row] = set;
        else needs[labels[row]]++;
      if (fits) break;
    }
}

/** The rows that a claim is true of, ascending. */
function rowsWhere(count: number, isTrue: (row: number) => boolean): Uint32Array<ArrayBuffer> {
  const rows = new Uint32Array(count);
  let found = 0;
  for (let row = 0; row < count; row++) if (isTrue(row)) rows[found++] = row;
  return rows.slice(0, found);
}

function rowsOf(sets: Uint8Array, set: number): Uint32Array<ArrayBuffer> {
  return rowsWhere(sets.length, (row) => sets[row] === set);
}

/** Rows of each label, from 0 to the greatest. */
function countLabels(labels: Uint16Array | Uint32Array, rows: Uint32Array): number[] {
  const counts: number[] = [];
  for (let i = 0; i < rows.length; i++) {
    const label = labels[rows[i]];
    while (counts.length <= label) counts.push(0);
    counts[label]++;
  }
  return counts;
}
