// Dropout in WGSL, one thread for four numbers. Bindings: plan (u32), values and slopes (N, W / 4). Checked against plain.ts.
import { RANDOM_WGSL } from '../../random';

/** The kernel of dropout. */
export const DROPOUT_WGSL = /* wgsl */ `
${RANDOM_WGSL}
const kept = 1.0 - f32(threshold) / 4294967296.0;
fn run(i: u32) {
  if (i >= numbers / 4u) { return; }
  let draws = vec4u(
    dropout_bits(layer, 4u * i),
    dropout_bits(layer, 4u * i + 1u),
    dropout_bits(layer, 4u * i + 2u),
    dropout_bits(layer, 4u * i + 3u),
  );
  let is_dropped = draws < vec4u(threshold);
  if (back == 0u) {
    values[i] = select(values[i] / kept, vec4f(0), is_dropped);
  } else {
    slopes[i] = select(slopes[i] / kept, vec4f(0), is_dropped);
    values[i] *= kept;
  }
}
`;
