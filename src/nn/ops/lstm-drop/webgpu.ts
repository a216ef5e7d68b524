// Applies a mask of each row to all of the row's words, in WGSL, one thread a number. Bindings: plan (u32), x, mask (B, W), y.
// Checked against plain.ts.
import { PLAN_HEAD_WGSL } from '../../plan-head';

/** The kernel of lstmDrop. */
export const LSTM_DROP_WGSL = /* wgsl */ `
${PLAN_HEAD_WGSL}
fn run(i: u32) {
  if (i >= plan_length() * batch * width) { return; }
  let dropped = x[i] * mask[i % (batch * width)];
  y[i] = select(dropped, y[i] + dropped, adds == 1);
}
`;
