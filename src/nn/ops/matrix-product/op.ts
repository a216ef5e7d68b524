// The product of two matrices: C[m, n] = sum over k of A[m, k] B[k, n], or C += it; each matrix stands anywhere in its block,
// may be stored transposed, and its rows may lie apart or overlap (a convolution is a product with overlapping rows).
// Sizes stand in a small buffer, not in the shader, so that a few pipelines serve every product of every length.
// Floor: 2 M K N FLOP, 4 (M K + K N + M N) bytes.
import type { Op } from '../../op';
import { matrixProductPlain } from './plain';
import { MATRIX_PRODUCT_WGSL } from './webgpu';

/** A (M, K), or (K, M) with transposeA; B (K, N), or (N, K) with transposeB; C (M, N). */
export const matrixProduct: Op<
  { sizes: 'u32'; a: 'f32'; b: 'f32'; c: 'f32' },
  'transposeA' | 'transposeB' | 'add'
> = {
  name: 'matrix-product',
  buffers: { sizes: 'u32', a: 'f32', b: 'f32', c: 'f32' },
  writes: ['c'],
  plain: matrixProductPlain,
  wgsl: MATRIX_PRODUCT_WGSL,
};
