// Embeddings of words in WGSL: x[p, d] = table[id[p], d].
// Bindings: plan (u32), table (V, E / 4), x (T * B, E / 4). One thread moves four numbers, neighbours the next four of the same row:
// reads and writes are whole and adjacent. Checked against plain.ts.
import { PLAN_HEAD, PLAN_HEAD_WGSL } from '../../plan-head';

/** The kernel of embedding. */
export const EMBEDDING_WGSL = /* wgsl */ `
${PLAN_HEAD_WGSL}
const quarter = width / 4;
fn run(i: u32) {
  let p = i / quarter;
  if (p >= plan_length() * batch) { return; }
  let id = plan[${PLAN_HEAD} + 2 * batch + p];
  x[i] = table[id * quarter + i % quarter];
}
`;
