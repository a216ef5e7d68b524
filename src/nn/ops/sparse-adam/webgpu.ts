// The row-sparse Adam step in WGSL: g[f, d] = sum of slopes[r, d] over the rows r of feature f's segment, then Adam on (f, d).
// Bindings: plan (u32), slopes (B, D / 4), w, m, v (V, D / 4), rates (2). One thread owns four numbers of a segment, neighbours the
// next four, so a table row is read and written whole; sums run in the plan's order: no atomics. Checked against plain.ts.
import { BETA1, BETA2 } from '../../adam';
import { PLAN_WGSL } from '../../plan';

/** The kernel of sparseAdam. */
export const SPARSE_ADAM_WGSL = /* wgsl */ `
${PLAN_WGSL}
const quarter = width / 4;
fn run(i: u32) {
  let segment = i / quarter;
  let n = segments();
  if (segment >= n) { return; }
  let d = i % quarter;
  let ids = segments_at();
  let start = plan[ids + n + segment];
  let end = plan[ids + n + segment + 1];
  var g = vec4f(0);
  for (var j = start; j < end; j++) { g += slopes[plan[j] * quarter + d]; }
  let at = plan[ids + segment] * quarter + d;
  let mean = ${BETA1} * m[at] + ${1 - BETA1} * g;
  let square = ${BETA2} * v[at] + ${1 - BETA2} * g * g;
  m[at] = mean;
  v[at] = square;
  w[at] -= rates[0] * mean / (sqrt(square) + rates[1]);
}
`;
