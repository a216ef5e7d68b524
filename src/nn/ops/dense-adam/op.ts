// Adam for the linear head, fused with the head's gradient: dW = x^T dz, db = sum of dz, x = ReLU(bag),
// dz = a[y] p[y]^q (p - y) / B (see softmax-cross-entropy); formula of Adam in adam.ts.
// It also writes the batch's mean loss to its slot of a ring, so that a step needs no launch of its own for that.
// Fused: gradient of W, gradient of b, two Adam steps and the mean are 5 dispatches as TF.js ops with one kernel each, here 1.
// Floor: reads 4B(D + C) bytes once from memory (again from cache), 2BDC FLOP, one dispatch.
import type { Op } from '../../op';
import { denseAdamPlain } from './plain';
import { DENSE_ADAM_WGSL } from './webgpu';

/** Updates w (D + 1, C) and moments (D + 1, C, 2) in place from rates (4 + C); (D + 1) * C + 1 threads. */
export const denseAdam: Op<
  {
    plan: 'u32';
    bags: 'f32';
    probabilities: 'f32';
    w: 'f32';
    moments: 'f32';
    rates: 'f32';
    rowLosses: 'f32';
    losses: 'f32';
  },
  'width' | 'classes'
> = {
  name: 'dense-adam',
  buffers: {
    plan: 'u32',
    bags: 'f32',
    probabilities: 'f32',
    w: 'f32',
    moments: 'f32',
    rates: 'f32',
    rowLosses: 'f32',
    losses: 'f32',
  },
  writes: ['w', 'moments', 'losses'],
  plain: denseAdamPlain,
  wgsl: DENSE_ADAM_WGSL,
};
