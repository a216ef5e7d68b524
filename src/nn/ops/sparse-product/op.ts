// The product of sparse rows and a table: y[r] = b + sum over the row's features f of value[r, f] W[f]. Rows without
// features, missing ones too, are b.
// The gradient to W is ops/segment-sum with weights, that to b a column sum; there is none to the values.
// Floor: n features of a batch read 4 n (D + 2) bytes and do n D multiply-adds, one dispatch; 256 rows of 80 features, D = 4:
// 0.5 MB, 0.2 MFLOP: a real GPU waits for the launch and for the longest row.
import type { Op } from '../../op';
import { sparseProductPlain } from './plain';
import { SPARSE_PRODUCT_WGSL } from './webgpu';

/** Plan of features, table (V, D), bias (D) -> y (B, D); `biasAt`: its first four cells; B * D / 4 threads. */
export const sparseProduct: Op<
  { plan: 'u32'; table: 'vec4f'; bias: 'vec4f'; y: 'vec4f' },
  'batch' | 'width' | 'biasAt'
> = {
  name: 'sparse-product',
  buffers: { plan: 'u32', table: 'vec4f', bias: 'vec4f', y: 'vec4f' },
  writes: ['y'],
  plain: sparseProductPlain,
  wgsl: SPARSE_PRODUCT_WGSL,
};
