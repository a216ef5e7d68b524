// The order in which rows are drawn: by a number drawn for each, so that a row's place does not depend on the others.
// Knuth (1998), "The Art of Computer Programming", vol. 3, 5.2.5: radix sort from the least significant digit.
import { randomBits } from '../core/random';

const DIGIT_BITS = 16;
const DIGITS = 2 ** DIGIT_BITS;

/** Rows ascending by their drawn numbers, rows of equal numbers in their given order. */
export function drawnOrder(
  rows: Uint32Array<ArrayBuffer>,
  seed: number,
  stream: number,
): Uint32Array<ArrayBuffer> {
  const draws = rows.map((row) => randomBits(seed, stream, row));
  let order = rows.map((_, i) => i);
  for (const shift of [0, DIGIT_BITS]) order = sortedByDigit(order, draws, shift);
  return order.map((i) => rows[i]);
}

function sortedByDigit(
  order: Uint32Array<ArrayBuffer>,
  draws: Uint32Array<ArrayBuffer>,
  shift: number,
): Uint32Array<ArrayBuffer> {
  const digitOf = (i: number) => (draws[i] >>> shift) & (DIGITS - 1);
  const starts = new Uint32Array(DIGITS + 1);
  for (let i = 0; i < order.length; i++) starts[digitOf(order[i]) + 1]++;
  for (let digit = 0; digit < DIGITS; digit++) starts[digit + 1] += starts[digit];
  const sorted = new Uint32Array(order.length);
  for (let i = 0; i < order.length; i++) sorted[starts[digitOf(order[i])]++] = order[i];
  return sorted;
}
