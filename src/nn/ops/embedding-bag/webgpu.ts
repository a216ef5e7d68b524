// The embedding bag in WGSL: bags[row, d] = 1/n * sum over the row's n features f of table[f, d].
// Bindings: plan (u32), table (V, D), bags (B, D). One thread owns one (row, d), d fastest: neighbours read neighbours,
// no barrier, no workgroup memory. Checked against plain.ts.
import { PLAN_WGSL } from '../../plan';

/** The kernel of embeddingBag. */
export const EMBEDDING_BAG_WGSL = /* wgsl */ `
${PLAN_WGSL}
fn run(i: u32) {
  let row = i / width;
  if (row >= rows()) { return; }
  let d = i % width;
  let start = row_start(row);
  let end = row_start(row + 1);
  var sum = 0.0;
  for (var j = start; j < end; j++) { sum += table[plan[j] * width + d]; }
  bags[i] = sum / f32(max(1u, end - start));
}
`;
