// The way back through an activation in plain loops.
import { ACTIVATION, BIAS_SIZE } from '../bias-activation/sizes';

/** Multiplies each slope by the activation's. */
export function activationSlopePlain(
  {
    sizes,
    y,
    slopes,
  }: {
    sizes: Uint32Array<ArrayBuffer>;
    y: Float32Array<ArrayBuffer>;
    slopes: Float32Array<ArrayBuffer>;
  },
  { activation }: { activation: number },
): void {
  const end = sizes[BIAS_SIZE.rows] * sizes[BIAS_SIZE.width];
  if (activation === ACTIVATION.relu) {
    for (let i = 0; i < end; i++) if (y[i] <= 0) slopes[i] = 0;
  } else if (activation === ACTIVATION.tanh) {
    for (let i = 0; i < end; i++) slopes[i] *= 1 - y[i] * y[i];
  } else {
    for (let i = 0; i < end; i++) slopes[i] *= y[i] * (1 - y[i]);
  }
}
