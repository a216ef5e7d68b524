// Partial sums of squares in plain loops: one part has all, the others nothing.
import { PLAN } from '../../plan-head';
import type { SquareSumConstants } from './op';

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
