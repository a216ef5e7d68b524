// The classifier's head with its loss: x = ReLU(bag), z = x W + b, p = softmax(z), loss = -log p[y], taken as log sum exp - z[y].
// Times the weight a[y] of the row's class; ones unless classes are balanced.
// Gradients in closed form: dz = a[y] p[y]^q (p - y) / B; the slope at every feature of row r is scale_r * [bag > 0] * dz W^T.
// q > 0 trusts rows less that the model finds unlikely, so wrong labels do less harm: the gradient of the generalised
// cross-entropy (1 - p[y]^q) / q, Zhang & Sabuncu (2018), https://arxiv.org/abs/1805.07836; q = 0 is plain cross-entropy.
// W and b are one buffer, `head` (D + 1, C), b its last row: one update serves both (dense-adam).
// Fused, because a step of so small a product is all launches: logits, softmax, loss, dz and dx as TF.js ops are 6 dispatches,
// here 1. Floor: reads 4BD bytes, writes 4B(D + C + 1), 4BDC FLOP.
import type { Op } from '../../op';
import { softmaxCrossEntropyPlain } from './plain';
import { SOFTMAX_CROSS_ENTROPY_WGSL } from './webgpu';

/** plan, bags (B, D), scales (B), head (D + 1, C), rates (4 + C) -> probabilities from the plan's outRow on, rowLosses (B), slopes (B, D); B threads. */
export const softmaxCrossEntropy: Op<
  {
    plan: 'u32';
    bags: 'f32';
    scales: 'f32';
    head: 'f32';
    rates: 'f32';
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
    scales: 'f32',
    head: 'f32',
    rates: 'f32',
    probabilities: 'f32',
    rowLosses: 'f32',
    slopes: 'f32',
  },
  writes: ['probabilities', 'rowLosses', 'slopes'],
  plain: softmaxCrossEntropyPlain,
  wgsl: SOFTMAX_CROSS_ENTROPY_WGSL,
};
