// Partial sums of squares in plain loops: one part has all, the others nothing.
import { PLAN } from '../../plan-head';

/** What becomes part of the shader of squareSum. */
export type SquareSumConstants =
  | 'first' // first cell, a multiple of 4
  | 'numbers' // N, a multiple of 4; 0 = as many rows as the plan has segments
  | 'width' // D of such a row
  | 'parts' // groups
  | 'partsAt'; // first part of `sums`

/** Sums the squares; in f64, rounded once. */
export function squareSumPlain(
  {
    plan,
    x,
    sums,
  }: {
    plan: Uint32Array<ArrayBuffer>;
    x: Float32Array<ArrayBuffer>;
    sums: Float32Array<ArrayBuffer>;
  },
  { first, numbers, width, parts, partsAt }: Record<SquareSumConstants, number>,
): void {
  const end = first + (numbers || plan[PLAN.segments] * width);
  let sum = 0;
  for (let i = first; i < end; i++) sum += x[i] * x[i];
  sums.fill(0, partsAt, partsAt + parts);
  sums[partsAt] = sum;
}
