// The recurrent weights of an LSTM with rows and columns exchanged, so that going back reads them along their rows.
// Floor: 32 H^2 bytes.
import type { Op } from '../../op';

/** transposed (4H, H) of U (H, 4H), which stands at a cell of `weights`; a thread a number. */
export const lstmTranspose: Op<{ weights: 'f32'; transposed: 'f32' }, 'units' | 'recurrentAt'> = {
  name: 'lstm-transpose',
  buffers: { weights: 'f32', transposed: 'f32' },
  writes: ['transposed'],
  plain({ weights, transposed }, { units, recurrentAt }) {
    const wide = 4 * units;
    for (let j = 0; j < wide; j++)
      for (let u = 0; u < units; u++)
        transposed[j * units + u] = weights[recurrentAt + u * wide + j];
  },
  wgsl: /* wgsl */ `
fn run(i: u32) {
  if (i >= 4 * units * units) { return; }
  transposed[i] = weights[recurrentAt + i % units * 4 * units + i / units];
}
`,
};
