// Cross-entropy of the softmax: p = softmax(z), loss = -sum of q[c] log p[c], slope p - q, where q[c] = (1 - s) [c = label] + s / C.
// Label smoothing s: Szegedy et al. (2016), section 7, https://arxiv.org/abs/1512.00567
// Taken as log sum exp(z) - sum of q[c] z[c], so that no probability of 0 meets a logarithm.
// Floor: reads 4BC bytes, writes 8BC, about 10BC FLOP.
import type { Op } from '../../op';
import { ROW_LOSS_BUFFERS, ROW_LOSS_WRITES, type RowLossShape } from '../../row-loss';
import { softmaxLossPlain } from './plain';
import { SOFTMAX_LOSS_WGSL } from './webgpu';

/** Logits (B, W) with C outputs -> probabilities (R, C), row losses (B), slopes (B, W); B threads. */
export const softmaxLoss: Op<typeof ROW_LOSS_BUFFERS, keyof RowLossShape> = {
  name: 'softmax-loss',
  buffers: ROW_LOSS_BUFFERS,
  writes: ROW_LOSS_WRITES,
  plain: softmaxLossPlain,
  wgsl: SOFTMAX_LOSS_WGSL,
};
