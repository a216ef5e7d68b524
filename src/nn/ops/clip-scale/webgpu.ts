// The scale that clips slopes, in WGSL, by one group of threads. Bindings: sums (P), limit (1), controls (4). Checked against plain.ts.
import { CONTROL } from '../../update';
import { LEAST_LENGTH } from './plain';

/** The kernel of clipScale. */
export const CLIP_SCALE_WGSL = /* wgsl */ `
var<workgroup> sums_of_threads: array<f32, 64>;
fn run(group: u32, thread: u32) {
  var sum = 0.0;
  for (var i = thread; i < parts; i += 64u) { sum += sums[i]; }
  sums_of_threads[thread] = sum;
  workgroupBarrier();
  if (group > 0u || thread > 0u) { return; }
  var all = 0.0;
  for (var i = 0u; i < 64u; i++) { all += sums_of_threads[i]; }
  controls[${CONTROL.clip}] = min(1.0, limit[0] / (sqrt(all) + ${LEAST_LENGTH}));
}
`;
