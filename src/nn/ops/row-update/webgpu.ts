// One optimizer step of the rows that a batch touches, in WGSL, one thread for four numbers of a row. Bindings: plan (u32),
// controls (4), group (2), slopes (S, D / 4), values, means, squares (V, D / 4). Checked against plain.ts.
import { PLAN_HEAD_WGSL } from '../../plan-head';
import { GROUP, UPDATE_WGSL } from '../../update';

/** The kernel of rowUpdate. */
export const ROW_UPDATE_WGSL = /* wgsl */ `
${PLAN_HEAD_WGSL}
${UPDATE_WGSL}
const quarters = width / 4u;
fn run(i: u32) {
  let segment = i / quarters;
  if (segment >= plan_segments()) { return; }
  let at = segment_id(segment) * quarters + i % quarters;
  update(at, slopes[i], group[${GROUP.rate}], group[${GROUP.decay}]);
}
`;
