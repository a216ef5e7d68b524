// Cross-entropy of the softmax in WGSL, one thread a row: a row has few numbers. Bindings: see row-loss.ts. Checked against plain.ts.
import { ROW_LOSS_WGSL, SMOOTHING_UNIT } from '../../row-loss';

/** The kernel of softmaxLoss. */
export const SOFTMAX_LOSS_WGSL = /* wgsl */ `
${ROW_LOSS_WGSL}
const rest = 1.0 - f32(smoothing) / ${SMOOTHING_UNIT}.0;
const even = f32(smoothing) / ${SMOOTHING_UNIT}.0 / f32(classes);
fn run(row: u32) {
  if (row >= batch) { return; }
  let it = loss_row(row);
  var greatest = -3.4e38;
  for (var c = 0u; c < classes; c++) { greatest = max(greatest, logits[it.at + c]); }
  var sum = 0.0;
  var aims = 0.0;
  for (var c = 0u; c < classes; c++) {
    let z = logits[it.at + c] - greatest;
    sum += exp(z);
    aims += (even + select(0.0, rest, c == it.label)) * z;
  }
  rowLosses[row] = select(0.0, it.weight * (log(sum) - aims), it.is_labelled);
  if (row >= plan_rows()) {
    if (training == 1u) { no_slopes(it.at); }
    return;
  }
  let share = it.weight / f32(plan_rows());
  for (var c = 0u; c < classes; c++) {
    let p = exp(logits[it.at + c] - greatest) / sum;
    probabilities[it.out + c] = p;
    if (training == 1u) { slopes[it.at + c] = share * (p - even - select(0.0, rest, c == it.label)); }
  }
  if (training == 1u) { no_filler_slopes(it.at); }
}
`;
