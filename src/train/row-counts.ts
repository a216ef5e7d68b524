// In how many rows features stand: what feature weights of every kind are made of.
import type { IdLists } from '../nn/examples';

/** Adds to counts[f] the number of rows that have feature f; a row's repeats count once. `stamps` begins with zeros. */
export function countRows(
  { offsets, ids }: IdLists,
  rows: ArrayLike<number>,
  counts: Uint32Array,
  stamps: Uint32Array, // as long as counts; which row counted a feature last
): void {
  for (let k = 0; k < rows.length; k++) {
    const row = rows[k];
    for (let i = offsets[row]; i < offsets[row + 1]; i++) {
      const feature = ids[i];
      if (stamps[feature] === row + 1) continue;
      stamps[feature] = row + 1;
      counts[feature]++;
    }
  }
}
