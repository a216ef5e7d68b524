// Applies a mask of each row to all of the row's words: y[p, i] = x[p, i] mask[row of p, i], or y += it.
// Floor: reads 4 N W bytes (8 to add), writes 4 N W; positions are by time, so the mask comes from cache.
import { PLAN, PLAN_HEAD_WGSL } from '../../plan-head';
import type { Op } from '../../op';

/** x and y (T * B, W), mask (B, W); a thread a number. */
export const lstmDrop: Op<
  { plan: 'u32'; x: 'f32'; mask: 'f32'; y: 'f32' },
  'batch' | 'width' | 'adds'
> = {
  name: 'lstm-drop',
  buffers: { plan: 'u32', x: 'f32', mask: 'f32', y: 'f32' },
  writes: ['y'],
  plain({ plan, x, mask, y }, { batch, width, adds }) {
    const cells = batch * width;
    const end = plan[PLAN.length] * cells;
    for (let start = 0; start < end; start += cells) {
      if (adds) for (let i = 0; i < cells; i++) y[start + i] += x[start + i] * mask[i];
      else for (let i = 0; i < cells; i++) y[start + i] = x[start + i] * mask[i];
    }
  },
  wgsl: /* wgsl */ `
${PLAN_HEAD_WGSL}
fn run(i: u32) {
  if (i >= plan_length() * batch * width) { return; }
  let dropped = x[i] * mask[i % (batch * width)];
  y[i] = select(dropped, y[i] + dropped, adds == 1);
}
`,
};
