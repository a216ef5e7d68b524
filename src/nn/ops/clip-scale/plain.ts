// The scale that clips slopes, in plain loops.
import { CONTROL } from '../../update';

/** Keeps a length of 0 from being divided by. */
export const LEAST_LENGTH = 1e-6;

/** Adds up the parts and writes the scale. */
export function clipScalePlain(
  {
    sums,
    limit,
    controls,
  }: {
    sums: Float32Array<ArrayBuffer>;
    limit: Float32Array<ArrayBuffer>;
    controls: Float32Array<ArrayBuffer>;
  },
  { parts }: { parts: number },
): void {
  let sum = 0;
  for (let i = 0; i < parts; i++) sum += sums[i];
  controls[CONTROL.clip] = Math.min(1, limit[0] / (Math.sqrt(sum) + LEAST_LENGTH));
}
