// The classifier's head in WGSL: logits, softmax, loss and slopes of one row in one thread.
// Bindings: plan (u32), bags (B, D), scales (B), head (D + 1, C), rates (4 + C), probabilities (R, C), rowLosses (B), slopes (B, D).
// D * C is small, so a row's 4DC FLOP stay below a launch's time even in one thread; no barrier. The row's logits are kept where
// its probabilities will stand. Checked against plain.ts.
import { RATE } from '../../adam';
import { HEAD, PLAN_WGSL } from '../../plan';

/** The kernel of softmaxCrossEntropy. */
export const SOFTMAX_CROSS_ENTROPY_WGSL = /* wgsl */ `
${PLAN_WGSL}
// pow(0, 0) is not a number here, and a probability can be 0.
const LEAST = 1e-30;
fn run(row: u32) {
  if (row >= rows()) { return; }
  let out = (plan[${HEAD.outRow}] + row) * classes;
  let x = row * width;
  var greatest = -3.4e38;
  for (var c = 0u; c < classes; c++) {
    var logit = head[width * classes + c];
    for (var d = 0u; d < width; d++) { logit += max(0.0, bags[x + d]) * head[d * classes + c]; }
    probabilities[out + c] = logit;
    greatest = max(greatest, logit);
  }
  let y = label(row);
  let is_labelled = y < classes;
  let chosen = select(0.0, probabilities[out + min(y, classes - 1u)] - greatest, is_labelled);
  var sum = 0.0;
  for (var c = 0u; c < classes; c++) {
    let e = exp(probabilities[out + c] - greatest);
    probabilities[out + c] = e;
    sum += e;
  }
  for (var c = 0u; c < classes; c++) { probabilities[out + c] /= sum; }
  if (!is_labelled) {
    rowLosses[row] = 0.0;
    return;
  }
  let weight = rates[${RATE.classWeights}u + y];
  rowLosses[row] = weight * (log(sum) - chosen);
  let trust = weight * pow(max(probabilities[out + y], LEAST), rates[${RATE.robustness}]);
  let scale = trust * scales[row] / f32(rows());
  for (var d = 0u; d < width; d++) {
    var slope = -head[d * classes + y];
    for (var c = 0u; c < classes; c++) { slope += probabilities[out + c] * head[d * classes + c]; }
    slopes[x + d] = select(0.0, slope * scale, bags[x + d] > 0.0);
  }
}
`;
