// The way back through an activation in WGSL, one thread for four numbers. Bindings: sizes (u32), y and slopes (N, W / 4).
// Checked against plain.ts.
import { ACTIVATION, BIAS_SIZE } from '../bias-activation/sizes';

/** The kernel of activationSlope. */
export const ACTIVATION_SLOPE_WGSL = /* wgsl */ `
fn run(i: u32) {
  if (i >= sizes[${BIAS_SIZE.rows}] * sizes[${BIAS_SIZE.width}] / 4u) { return; }
  let out = y[i];
  if (activation == ${ACTIVATION.relu}u) {
    slopes[i] = select(slopes[i], vec4f(0), out <= vec4f(0));
  } else if (activation == ${ACTIVATION.tanh}u) {
    slopes[i] *= 1.0 - out * out;
  } else {
    slopes[i] *= out * (1.0 - out);
  }
}
`;
