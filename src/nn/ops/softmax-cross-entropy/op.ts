// The linear classifier's head with its loss: z = x W + b, p = softmax(z), loss = -log p[y], taken as log sum exp - z[y].
// Gradients in closed form: dz = (p - y) / B; the slope at every feature of row r is dx[r] / n_r = dz W^T / n_r.
// W and b are one buffer, `head` (D + 1, C), b its last row: one update serves both (dense-adam).
// Fused, because a step of so small a product is all launches: logits, softmax, loss, dz and dx as TF.js ops are 6 dispatches,
// here 1. Floor: reads 4BD bytes, writes 4B(D + C + 1), 4BDC FLOP.
import type { Op } from '../../op';
import { softmaxCrossEntropyPlain } from './plain';
import { SOFTMAX_CROSS_ENTROPY_WGSL } from './webgpu';

/** plan, bags (B, D), head (D + 1, C) -> probabilities from the plan's outRow on, rowLosses (B), slopes (B, D); B threads. */
export const softmaxCrossEntropy: Op<
  {
    plan: 'u32';
    bags: 'f32';
    head: 'f32';
    probabilities: 'f32';
    rowLosses: 'f32';
    slopes: 'f32';
  },
  'width' | 'classes'
> = {
  name: 'softmax-cross-entropy',
  buffers: {
    plan: 'u32',
    bags: 'f32',
    head: 'f32',
    probabilities: 'f32',
    rowLosses: 'f32',
    slopes: 'f32',
  },
  writes: ['probabilities', 'rowLosses', 'slopes'],
  plain: softmaxCrossEntropyPlain,
  wgsl: SOFTMAX_CROSS_ENTROPY_WGSL,
};
