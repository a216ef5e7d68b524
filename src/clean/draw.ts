// The order in which rows are drawn: by a number drawn for each, so that a row's place does not depend on the others.
import { randomBits } from '../core/random';

/** Rows ascending by their drawn numbers, rows of equal numbers in their given order. */
export function drawnOrder(
  rows: Uint32Array<ArrayBuffer>,
  seed: number,
  stream: number,
): Uint32Array<ArrayBuffer> {
  // The index is the low half of a 64-bit number and the draw its high half, on all machines that run browsers:
  // numbers are sorted natively, several times as fast as by code that has yet to get warm.
  const pairs = new Uint32Array(2 * rows.length);
  for (let i = 0; i < rows.length; i++) {
    pairs[2 * i] = i;
    pairs[2 * i + 1] = randomBits(seed, stream, rows[i]);
  }
  new BigUint64Array(pairs.buffer).sort();
  return rows.map((_, i) => rows[pairs[2 * i]]);
}
