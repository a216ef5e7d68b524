// The row-sparse RMSprop step in WGSL.
// Bindings: plan (u32), slopes (B, D / 4), importance (V), w (V, D / 4), v (V), rates (4). One thread owns one distinct feature and goes
// through its numbers in order: the mean square of a row needs them all, and most features stand in one or two rows of a batch.
// Sums run in the plan's order: no atomics. Checked against plain.ts.
import { BETA2, RATE } from '../../adam';
import { PLAN_WGSL } from '../../plan';

/** The kernel of sparseRmsprop. */
export const SPARSE_RMSPROP_WGSL = /* wgsl */ `
${PLAN_WGSL}
const quarter = width / 4;
fn run(segment: u32) {
  let n = segments();
  if (segment >= n) { return; }
  let ids = segments_at();
  let id = plan[ids + segment];
  let start = plan[ids + n + segment];
  let end = plan[ids + n + segment + 1];
  let scale = importance[id];
  var gradient: array<vec4f, quarter>;
  var square = 0.0;
  for (var d = 0u; d < quarter; d++) {
    var g = vec4f(0);
    for (var j = start; j < end; j++) { g += slopes[plan[j] * quarter + d]; }
    gradient[d] = g;
    square += dot(g, g);
  }
  let mean = ${BETA2} * v[id] + ${1 - BETA2} * scale * scale * square / f32(numbers);
  v[id] = mean;
  let rate = rates[${RATE.tableStep}] * scale / (sqrt(mean) + rates[${RATE.epsilon}]);
  for (var d = 0u; d < quarter; d++) { w[id * quarter + d] -= rate * gradient[d]; }
}
`;
