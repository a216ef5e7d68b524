// Dropout in plain loops.
import { randomBits } from '../../../core/random';
import { PLAN } from '../../plan-head';
import { dropoutStream } from '../../random';

/** What becomes part of the shader of dropout. */
export type DropoutConstants =
  | 'numbers' // N W, a multiple of 4
  | 'layer' // number of the layer, for its stream of draws
  | 'threshold' // a draw below it drops the number
  | 'back'; // 1: the way back

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
