// Orders n-grams by falling count, ties by key: a radix sort of columns of numbers, linear in their length.
// Knuth, The Art of Computer Programming 3, section 5.2.5.
import { release } from '../core/arrays';
import type { GramList } from './gram-table';

const DIGITS = 0x10000;

/** The indices of a list by falling count; equal counts by rising key. */
export function byFallingCount({ lows, highs, counts }: GramList): Uint32Array<ArrayBuffer> {
  const falling = new Uint32Array(counts.length);
  let order = new Uint32Array(counts.length);
  for (let i = 0; i < counts.length; i++) {
    falling[i] = 0xffffffff - counts[i];
    order[i] = i;
  }
  let spare = new Uint32Array(counts.length);
  for (const column of [lows, highs, falling])
    for (const shift of [0, 16]) {
      if (isEven(column, shift)) continue;
      sortBy(column, shift, order, spare);
      [order, spare] = [spare, order];
    }
  release(falling, spare);
  return order;
}

/** Whether a digit is the same everywhere, so that sorting by it changes nothing. */
function isEven(column: Uint32Array, shift: number): boolean {
  const first = (column[0] >>> shift) & 0xffff;
  for (let i = 1; i < column.length; i++)
    if (((column[i] >>> shift) & 0xffff) !== first) return false;
  return true;
}

/** One stable pass of counting sort: `into` gets the indices of `from` ordered by a digit of their values. */
function sortBy(column: Uint32Array, shift: number, from: Uint32Array, into: Uint32Array): void {
  const starts = new Uint32Array(DIGITS + 1);
  for (let i = 0; i < column.length; i++) starts[((column[i] >>> shift) & 0xffff) + 1]++;
  for (let digit = 0; digit < DIGITS; digit++) starts[digit + 1] += starts[digit];
  for (let i = 0; i < from.length; i++)
    into[starts[(column[from[i]] >>> shift) & 0xffff]++] = from[i];
}
