// RMSprop for an embedding table with one mean square a row: v[f] = beta2 v[f] + (1 - beta2) mean_d g[f, d]^2, then
// w[f] -= step * g[f] / (sqrt(v[f]) + epsilon). Only the rows of features in the batch move; the bias correction counts all steps.
// RMSprop: Tieleman & Hinton (2012), lecture 6.5. One mean square a row: as the row-wise Adagrad of Naumov et al. (2019),
// https://arxiv.org/abs/1906.00091, section 4. Bias correction: adam.ts. Against lazy Adam on AG News it needs 4 epochs instead
// of 6 for the same validation accuracy, and V numbers of state instead of 2VD.
// Fused with the bag's scatter: the gradient g[f] = importance[f] * sum of slopes[r] is summed in registers and never stored.
// Floor: u distinct and n all features move 4(2uD + 2u + nD) bytes, about 5uD + nD FLOP, one dispatch; 256 rows of 40 features,
// D = 16, 6,500 distinct: 1.5 MB, 0.7 MFLOP, so 15 µs at 100 GB/s.
import type { Op } from '../../op';
import { sparseRmspropPlain } from './plain';
import { SPARSE_RMSPROP_WGSL } from './webgpu';

/** Updates w (V, D) and v (V) in place from slopes (B, D), importance (V) and rates; one thread a segment. numbers: D without its filling. */
export const sparseRmsprop: Op<
  { plan: 'u32'; slopes: 'vec4f'; importance: 'f32'; w: 'vec4f'; v: 'f32'; rates: 'f32' },
  'width' | 'numbers'
> = {
  name: 'sparse-rmsprop',
  buffers: { plan: 'u32', slopes: 'vec4f', importance: 'f32', w: 'vec4f', v: 'f32', rates: 'f32' },
  writes: ['w', 'v'],
  plain: sparseRmspropPlain,
  wgsl: SPARSE_RMSPROP_WGSL,
};
