// Dropout's masks of an LSTM in plain loops.
import { dropoutBits } from '../../random';

/** Draws each number of the mask by its place, from `counter` on. */
export function lstmMaskPlain(
  { plan, mask }: { plan: Uint32Array<ArrayBuffer>; mask: Float32Array<ArrayBuffer> },
  { count, layer, counter, threshold }: Record<'count' | 'layer' | 'counter' | 'threshold', number>,
): void {
  const kept = 1 / (1 - threshold / 2 ** 32);
  for (let i = 0; i < count; i++)
    mask[i] = dropoutBits(plan, layer, counter + i) < threshold ? 0 : kept;
}
