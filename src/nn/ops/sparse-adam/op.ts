// Lazy Adam for an embedding table: only the rows of features in the batch move, and only their moments decay; the bias
// corrections count all steps, as in torch.optim.SparseAdam. Fused with the bag's scatter: the gradient is summed per distinct
// feature in registers and never stored. Formula in adam.ts.
// Floor: u distinct and n all features move 4(6uD + nD) bytes (w, m, v read and written; slopes read), about 12uD + nD FLOP, one
// dispatch; 256 rows of 40 features, D = 16, 6,500 distinct: 3.2 MB, 1.4 MFLOP, so 30 µs at 100 GB/s.
import type { Op } from '../../op';
import { sparseAdamPlain } from './plain';
import { SPARSE_ADAM_WGSL } from './webgpu';

/** Updates w, m, v (V, D) in place from slopes (B, D) and rates (step size, epsilon), D a multiple of 4; segments * D / 4 threads. */
export const sparseAdam: Op<
  { plan: 'u32'; slopes: 'vec4f'; w: 'vec4f'; m: 'vec4f'; v: 'vec4f'; rates: 'f32' },
  'width'
> = {
  name: 'sparse-adam',
  buffers: { plan: 'u32', slopes: 'vec4f', w: 'vec4f', m: 'vec4f', v: 'vec4f', rates: 'f32' },
  writes: ['w', 'm', 'v'],
  plain: sparseAdamPlain,
  wgsl: SPARSE_ADAM_WGSL,
};
