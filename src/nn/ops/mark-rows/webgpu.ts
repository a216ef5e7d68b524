// Notes where each touched row has its slopes, in WGSL. Bindings: plan (u32), slots (V). Ids differ, so no two threads write one
// cell. Checked against plain.ts.
import { PLAN_HEAD_WGSL } from '../../plan-head';

/** The kernel of markRows. */
export const MARK_ROWS_WGSL = /* wgsl */ `
${PLAN_HEAD_WGSL}
fn run(segment: u32) {
  if (segment < plan_segments()) { slots[segment_id(segment)] = segment; }
}
`;
