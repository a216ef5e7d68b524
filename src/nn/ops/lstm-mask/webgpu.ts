// Dropout's masks of an LSTM in WGSL, one thread a number. Bindings: plan (u32), mask (B, W). Checked against plain.ts.
import { RANDOM_WGSL } from '../../random';

/** The kernel of lstmMask. */
export const LSTM_MASK_WGSL = /* wgsl */ `
${RANDOM_WGSL}
const kept = 1 / (1 - f32(threshold) / 4294967296.0);
fn run(i: u32) {
  if (i < count) { mask[i] = select(kept, 0, dropout_bits(layer, counter + i) < threshold); }
}
`;
