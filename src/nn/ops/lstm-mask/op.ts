// Dropout's masks of an LSTM, one number for each row and input or unit that holds for all words of the row (Gal & Ghahramani
// 2016, https://arxiv.org/abs/1512.05287, as Keras has it): 0 with a probability, else what keeps the mean.
// Floor: 4 B W bytes, about 20 whole-number operations a number.
import { RANDOM_WGSL, dropoutBits } from '../../random';
import type { Op } from '../../op';

/** The masks of one layer take their draws from stretches of its stream that do not meet. */
export const MASK_STRETCH = 2 ** 26;

/** mask (B, W) = 0 where the draw is below `threshold` (of 2^32), else 1 / (1 - threshold / 2^32); `count` threads. */
export const lstmMask: Op<
  { plan: 'u32'; mask: 'f32' },
  'count' | 'layer' | 'counter' | 'threshold'
> = {
  name: 'lstm-mask',
  buffers: { plan: 'u32', mask: 'f32' },
  writes: ['mask'],
  plain({ plan, mask }, { count, layer, counter, threshold }) {
    const kept = 1 / (1 - threshold / 2 ** 32);
    for (let i = 0; i < count; i++)
      mask[i] = dropoutBits(plan, layer, counter + i) < threshold ? 0 : kept;
  },
  wgsl: /* wgsl */ `
${RANDOM_WGSL}
fn run(i: u32) {
  if (i >= count) { return; }
  mask[i] = select(1 / (1 - f32(threshold) / 4294967296.0), 0, dropout_bits(layer, counter + i) < threshold);
}
`,
};
