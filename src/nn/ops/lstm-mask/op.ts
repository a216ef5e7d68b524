// Dropout's masks of an LSTM, one number for each row and input or unit that holds for all words of the row (Gal & Ghahramani
// 2016, https://arxiv.org/abs/1512.05287, as Keras has it): 0 with a probability, else what keeps the mean.
// Floor: writes 4 B W bytes, about 25 whole-number operations a number.
import type { Op } from '../../op';
import { lstmMaskPlain } from './plain';
import { LSTM_MASK_WGSL } from './webgpu';

/** The masks of one layer take their draws from stretches of its stream that do not meet. */
export const MASK_STRETCH = 2 ** 26;

/** mask (B, W) = 0 where the draw is below `threshold` (of 2^32), else 1 / (1 - threshold / 2^32); `count` = B W threads. */
export const lstmMask: Op<
  { plan: 'u32'; mask: 'f32' },
  'count' | 'layer' | 'counter' | 'threshold'
> = {
  name: 'lstm-mask',
  buffers: { plan: 'u32', mask: 'f32' },
  writes: ['mask'],
  plain: lstmMaskPlain,
  wgsl: LSTM_MASK_WGSL,
};
