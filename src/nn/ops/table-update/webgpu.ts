// One optimizer step of all rows of a table in WGSL, one thread for four numbers of a row. Bindings: plan (u32), controls (4),
// group (2), slots (V), slopes (S, D / 4), values, means, squares (V, D / 4). Checked against plain.ts.
import { PLAN_HEAD_WGSL } from '../../plan-head';
import { GROUP, UPDATE_WGSL } from '../../update';

/** The kernel of tableUpdate. */
export const TABLE_UPDATE_WGSL = /* wgsl */ `
${PLAN_HEAD_WGSL}
${UPDATE_WGSL}
const quarters = width / 4u;
fn run(i: u32) {
  let row = i / quarters;
  if (row >= rows) { return; }
  let slot = slots[row];
  var slope = vec4f(0);
  if (slot < plan_segments()) {
    if (segment_id(slot) == row) { slope = slopes[slot * quarters + i % quarters]; }
  }
  update(i, slope, group[${GROUP.rate}], group[${GROUP.decay}]);
}
`;
