// The row-sparse Adam step in WGSL: g[f, d] = sum of slopes[r, d] over the rows r of feature f's segment, then Adam on (f, d).
// Bindings: plan (u32), slopes (B, D), w, m, v (V, D), rates (2). One thread owns one (segment, d), d fastest, so a table row
// is read and written whole by neighbours; sums run in the plan's order: no atomics. Checked against plain.ts.
import { ADAM_WGSL } from '../../adam';
import { PLAN_WGSL } from '../../plan';

/** The kernel of sparseAdam. */
export const SPARSE_ADAM_WGSL = /* wgsl */ `
${PLAN_WGSL}
${ADAM_WGSL}
fn run(i: u32) {
  let segment = i / width;
  let n = segments();
  if (segment >= n) { return; }
  let d = i % width;
  let ids = segments_at();
  let start = plan[ids + n + segment];
  let end = plan[ids + n + segment + 1];
  var g = 0.0;
  for (var j = start; j < end; j++) { g += slopes[plan[j] * width + d]; }
  adam(plan[ids + segment] * width + d, g);
}
`;
