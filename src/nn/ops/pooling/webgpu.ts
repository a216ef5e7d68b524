// Pooling over time in WGSL: a thread owns a column of a row, neighbours the next columns. Formula, shapes: op.ts.
// Checked against plain.ts.
import { PLAN_HEAD_WGSL } from '../../plan-head';
import { POOLING, ROW_WORDS_WGSL } from './kinds';

/** The kernel of pooling. */
export const POOLING_WGSL = /* wgsl */ `
${PLAN_HEAD_WGSL}
${ROW_WORDS_WGSL}
fn run(i: u32) {
  if (i >= batch * width) { return; }
  let words = row_words(i / width);
  if (words == 0) {
    y[i] = 0;
    return;
  }
  if (kind == ${POOLING.last}) {
    y[i] = x[select(0, words - 1, i % width < reversedFrom) * batch * width + i];
    return;
  }
  var sum = x[i];
  var greatest = sum;
  var time = 0u;
  for (var t = 1u; t < words; t++) {
    let value = x[t * batch * width + i];
    sum += value;
    if (value > greatest) {
      greatest = value;
      time = t;
    }
  }
  y[i] = select(sum / f32(words), greatest, kind == ${POOLING.max});
  best[i] = time;
}
`;
