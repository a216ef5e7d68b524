// The embedding bag in WGSL: bags[row, d] = scale * sum over the row's features f of importance[f] table[f, d].
// Bindings: plan (u32), table (V, D / 4), importance (V), bags (B, D / 4), scales (B). One thread owns four numbers of a row,
// neighbours the next four: loads are whole and adjacent, no barrier, no workgroup memory. Checked against plain.ts.
import { PLAN_WGSL } from '../../plan';

/** The kernel of embeddingBag. */
export const EMBEDDING_BAG_WGSL = /* wgsl */ `
${PLAN_WGSL}
const quarter = width / 4;
fn run(i: u32) {
  let row = i / quarter;
  if (row >= rows()) { return; }
  let d = i % quarter;
  let start = row_start(row);
  let end = row_start(row + 1);
  var sum = vec4f(0);
  var total = 0.0;
  for (var j = start; j < end; j++) {
    let id = plan[j];
    let weight = importance[id];
    sum += weight * table[id * quarter + d];
    total += weight;
  }
  let scale = select(0.0, 1.0 / total, total > 0.0);
  bags[i] = sum * scale;
  if (d == 0u) { scales[row] = scale; }
}
`;
