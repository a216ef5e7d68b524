// Back through pooling over time in WGSL: a thread owns a number of x. Formula, shapes: op.ts. Checked against plain.ts.
import { PLAN_HEAD_WGSL } from '../../plan-head';
import { POOLING, ROW_WORDS_WGSL } from '../pooling/kinds';

/** The kernel of poolingSlopes. */
export const POOLING_SLOPES_WGSL = /* wgsl */ `
${PLAN_HEAD_WGSL}
${ROW_WORDS_WGSL}
fn run(i: u32) {
  let step = batch * width;
  if (i >= plan_length() * step) { return; }
  let t = i / step;
  let own = i % step;
  let words = row_words(own / width);
  var slope = 0.0;
  if (t < words) {
    if (kind == ${POOLING.mean}) { slope = slopes[own] / f32(words); }
    else {
      var time = best[own];
      if (kind == ${POOLING.last}) { time = select(0, words - 1, own % width < reversedFrom); }
      slope = select(0, slopes[own], t == time);
    }
  }
  xSlopes[i] = slope;
}
`;
