// The head's gradient and its Adam step in WGSL.
// Bindings: plan (u32), bags (B, D), probabilities (B, C), w (D + 1, C), moments (D + 1, C, 2: mean, square), rates (4 + C),
// rowLosses (B), losses (ring). Thread i < (D + 1) C owns weight i and sums over the rows; the next one sums the loss.
// No barrier, a fixed order of sums. Checked against plain.ts.
import { BETA1, BETA2, RATE } from '../../adam';
import { HEAD, PLAN_WGSL } from '../../plan';

/** The kernel of denseAdam. */
export const DENSE_ADAM_WGSL = /* wgsl */ `
${PLAN_WGSL}
// pow(0, 0) is not a number here, and a probability can be 0.
const LEAST = 1e-30;
fn run(i: u32) {
  let n = rows();
  let weights = (width + 1) * classes;
  if (i > weights) { return; }
  if (i == weights) {
    var loss = 0.0;
    for (var row = 0u; row < n; row++) { loss += rowLosses[row]; }
    losses[plan[${HEAD.lossSlot}]] = loss / f32(n);
    return;
  }
  let d = i / classes;
  let c = i % classes;
  var g = 0.0;
  for (var row = 0u; row < n; row++) {
    var x = 1.0;
    if (d < width) { x = max(0.0, bags[row * width + d]); }
    let y = label(row);
    let trust = rates[${RATE.classWeights}u + y]
      * pow(max(probabilities[row * classes + y], LEAST), rates[${RATE.robustness}]);
    g += trust * x * (probabilities[row * classes + c] - f32(y == c));
  }
  g /= f32(n);
  let mean = ${BETA1} * moments[2 * i] + ${1 - BETA1} * g;
  let square = ${BETA2} * moments[2 * i + 1] + ${1 - BETA2} * g * g;
  moments[2 * i] = mean;
  moments[2 * i + 1] = square;
  w[i] -= rates[${RATE.headStep}] * mean / (sqrt(square) + rates[${RATE.epsilon}]);
}
`;
