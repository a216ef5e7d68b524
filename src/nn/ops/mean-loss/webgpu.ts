// The mean loss of a batch in WGSL: 64 threads add up every 64th row each, then the first one adds up their sums.
// Bindings: plan (u32), rowLosses (B), losses (ring). Checked against plain.ts.
import { PLAN, PLAN_HEAD_WGSL } from '../../plan-head';

/** The kernel of meanLoss. */
export const MEAN_LOSS_WGSL = /* wgsl */ `
${PLAN_HEAD_WGSL}
var<workgroup> sums: array<f32, 64>;
fn run(group: u32, thread: u32) {
  let rows = plan_rows();
  var sum = 0.0;
  for (var row = thread; row < rows; row += 64u) { sum += rowLosses[row]; }
  sums[thread] = sum;
  workgroupBarrier();
  if (group > 0u || thread > 0u) { return; }
  var all = 0.0;
  for (var i = 0u; i < 64u; i++) { all += sums[i]; }
  losses[plan[${PLAN.lossSlot}]] = all / f32(rows);
}
`;
