// The squared hinge of each class against the rest in WGSL, one thread a row. Bindings: see row-loss.ts. Checked against plain.ts.
import { ROW_LOSS_WGSL } from '../../row-loss';

/** The kernel of hingeLoss. */
export const HINGE_LOSS_WGSL = /* wgsl */ `
${ROW_LOSS_WGSL}
const first = classes - outputs;
// Margin of a class; with one output the first class has its opposite.
fn margin(at: u32, c: u32) -> f32 {
  if (outputs == 1u) { return select(-1.0, 1.0, c == 1u) * logits[at]; }
  return logits[at + c];
}
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
  for (var o = 0u; o < outputs; o++) {
    let side = select(-1.0, 1.0, first + o == it.label);
    let z = side * logits[it.at + o];
    let missing = select(1.0 - z, 0.0, z >= 1.0); // and not max(), which may lose what is not a number
    loss += missing * missing;
    if (training == 1u && it.is_labelled) { slopes[it.at + o] = -2.0 * share * side * missing; }
  }
  rowLosses[row] = select(0.0, it.weight * loss, it.is_labelled);
  var greatest = -3.4e38;
  for (var c = 0u; c < classes; c++) { greatest = max(greatest, margin(it.at, c)); }
  var sum = 0.0;
  for (var c = 0u; c < classes; c++) { sum += exp(margin(it.at, c) - greatest); }
  for (var c = 0u; c < classes; c++) {
    probabilities[it.out + c] = exp(margin(it.at, c) - greatest) / sum;
  }
}
`;
