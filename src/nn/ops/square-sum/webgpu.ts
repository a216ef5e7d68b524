// Partial sums of squares in WGSL: neighbouring threads take neighbouring numbers, four at a time, then the first thread of each
// group adds up the group's sums. One barrier. Bindings: plan (u32), x (N / 4), sums. Checked against plain.ts.
import { PLAN_HEAD_WGSL } from '../../plan-head';

/** The kernel of squareSum. */
export const SQUARE_SUM_WGSL = /* wgsl */ `
${PLAN_HEAD_WGSL}
var<workgroup> sums_of_threads: array<f32, 64>;
fn run(group: u32, thread: u32) {
  let count = select(numbers, plan_segments() * width, numbers == 0u) / 4u;
  var sum = vec4f(0);
  if (group < parts) {
    for (var i = group * 64u + thread; i < count; i += parts * 64u) {
      let four = x[first / 4u + i];
      sum += four * four;
    }
  }
  sums_of_threads[thread] = dot(sum, vec4f(1));
  workgroupBarrier();
  if (thread > 0u || group >= parts) { return; }
  var all = 0.0;
  for (var i = 0u; i < 64u; i++) { all += sums_of_threads[i]; }
  sums[partsAt + group] = all;
}
`;
