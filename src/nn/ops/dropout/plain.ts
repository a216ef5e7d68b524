// Dropout in plain loops.
import { randomBits } from '../../../core/random';
import { PLAN } from '../../plan-head';
import { dropoutStream } from '../../random';
import type { DropoutConstants } from './op';

/** Drops and scales the values, or on the way back the slopes. */
export function dropoutPlain(
  {
    plan,
    values,
    slopes,
  }: {
    plan: Uint32Array<ArrayBuffer>;
    values: Float32Array<ArrayBuffer>;
    slopes: Float32Array<ArrayBuffer>;
  },
  { numbers, layer, threshold, back }: Record<DropoutConstants, number>,
): void {
  const kept = 1 - threshold / 2 ** 32;
  const seed = plan[PLAN.seed];
  const stream = dropoutStream(plan, layer);
  const scaled = back ? slopes : values;
  for (let i = 0; i < numbers; i++)
    scaled[i] = randomBits(seed, stream, i) < threshold ? 0 : scaled[i] / kept;
  if (back) for (let i = 0; i < numbers; i++) values[i] *= kept;
}
