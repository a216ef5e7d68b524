// Binary cross-entropy of the sigmoid in WGSL, one thread a row. Bindings: see row-loss.ts. Checked against plain.ts.
import { ROW_LOSS_WGSL, SMOOTHING_UNIT } from '../../row-loss';

/** The kernel of sigmoidLoss. */
export const SIGMOID_LOSS_WGSL = /* wgsl */ `
${ROW_LOSS_WGSL}
const smoothed = f32(smoothing) / ${SMOOTHING_UNIT}.0;
const first = classes - outputs;
fn sigmoid(z: f32) -> f32 {
  let e = exp(-abs(z));
  return select(e, 1.0, z >= 0.0) / (1.0 + e);
}
// log sigmoid(z)
fn log_sigmoid(z: f32) -> f32 { return min(z, 0.0) - log(1.0 + exp(-abs(z))); }
fn run(row: u32) {
  if (row >= batch) { return; }
  let it = loss_row(row);
  if (training == 1u) { no_slopes(it.at); }
  if (row >= plan_rows()) {
    rowLosses[row] = 0.0;
    return;
  }
  let share = it.weight / f32(plan_rows());
  var loss = 0.0;
  var greatest = -3.4e38;
  for (var o = 0u; o < outputs; o++) {
    let z = logits[it.at + o];
    let aim = 0.5 * smoothed + select(0.0, 1.0 - smoothed, first + o == it.label);
    loss += (1.0 - aim) * z - log_sigmoid(z);
    greatest = max(greatest, log_sigmoid(z));
    if (training == 1u && it.is_labelled) { slopes[it.at + o] = share * (sigmoid(z) - aim); }
  }
  rowLosses[row] = select(0.0, it.weight * loss, it.is_labelled);
  if (outputs == 1u) {
    probabilities[it.out] = sigmoid(-logits[it.at]);
    probabilities[it.out + 1] = sigmoid(logits[it.at]);
    return;
  }
  var sum = 0.0;
  for (var o = 0u; o < outputs; o++) { sum += exp(log_sigmoid(logits[it.at + o]) - greatest); }
  for (var o = 0u; o < outputs; o++) {
    probabilities[it.out + o] = exp(log_sigmoid(logits[it.at + o]) - greatest) / sum;
  }
}
`;
