// Sparse rows times a table in WGSL: y[row, d] = bias[d] + sum over the row's entries of value * table[id, d].
// Bindings: plan (u32), table (V, D / 4), bias (D / 4), y (B, D / 4). One thread owns four numbers of a row and goes through the
// row's entries in order, four loads under way at once. Checked against plain.ts.
import { PLAN, PLAN_HEAD, PLAN_HEAD_WGSL } from '../../plan-head';

/** The kernel of sparseProduct. */
export const SPARSE_PRODUCT_WGSL = /* wgsl */ `
${PLAN_HEAD_WGSL}
const quarter = width / 4;
fn term(j: u32, entries: u32, d: u32) -> vec4f {
  return bitcast<f32>(plan[j + entries]) * table[plan[j] * quarter + d];
}
fn run(i: u32) {
  let row = i / quarter;
  if (row >= batch) { return; }
  let d = i % quarter;
  let entries = plan[${PLAN.entries}];
  var j = plan[${PLAN_HEAD} + batch + row];
  let end = plan[${PLAN_HEAD} + batch + row + 1];
  var sum = bias[biasAt + d];
  for (; j + 4 <= end; j += 4) {
    let p = term(j, entries, d);
    let q = term(j + 1, entries, d);
    let r = term(j + 2, entries, d);
    let s = term(j + 3, entries, d);
    sum += p;
    sum += q;
    sum += r;
    sum += s;
  }
  for (; j < end; j++) { sum += term(j, entries, d); }
  y[i] = sum;
}
`;
