// The embedding bag in WGSL: bags[row, d] = 1/n * sum over the row's n features f of table[f, d].
// Bindings: plan (u32), table (V, D / 4), bags (B, D / 4). One thread owns four numbers of a row, neighbours the next four: loads
// are whole and adjacent, no barrier, no workgroup memory. Checked against plain.ts.
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
  for (var j = start; j < end; j++) { sum += table[plan[j] * quarter + d]; }
  bags[i] = sum / f32(max(1u, end - start));
}
`;
