// A bias and an activation in plain loops.
import { ACTIVATION, BIAS_SIZE } from './sizes';

/** Adds the bias and applies the activation. */
export function biasActivationPlain(
  {
    sizes,
    bias,
    x,
  }: {
    sizes: Uint32Array<ArrayBuffer>;
    bias: Float32Array<ArrayBuffer>;
    x: Float32Array<ArrayBuffer>;
  },
  { activation }: { activation: number },
): void {
  const units = sizes[BIAS_SIZE.units];
  const width = sizes[BIAS_SIZE.width];
  const biasAt = sizes[BIAS_SIZE.biasAt];
  const end = sizes[BIAS_SIZE.rows] * width;
  for (let row = 0; row < end; row += width) {
    for (let u = 0; u < units; u++) x[row + u] += bias[biasAt + u];
    if (activation !== ACTIVATION.none) activate(x.subarray(row, row + units), activation);
  }
}

function activate(x: Float32Array, activation: number): void {
  if (activation === ACTIVATION.relu) {
    for (let u = 0; u < x.length; u++) if (x[u] < 0) x[u] = 0;
    return;
  }
  if (activation === ACTIVATION.tanh) {
    for (let u = 0; u < x.length; u++) x[u] = Math.tanh(x[u]);
    return;
  }
  for (let u = 0; u < x.length; u++) x[u] = 1 / (1 + Math.exp(-x[u]));
}
