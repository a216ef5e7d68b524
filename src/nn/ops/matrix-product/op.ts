// The product of two matrices: C[m, n] = sum over k of A[m, k] B[k, n], or C += it; each matrix stands anywhere in its block,
// may be stored transposed, and its rows may lie apart or overlap (a convolution is a product with overlapping rows).
// Sizes stand in a small buffer, not in the shader, so that a few pipelines serve every product of every length.
// With S slices of k there are S matrices C, one behind the other: parts of the sum, for few and long sums.
// Floor: 2 M K N FLOP, 4 (M K + K N + M N) bytes.
import type { Op } from '../../op';
import type { MatrixView } from './blocks';
import { GROUP, groupedKernel } from './grouped';
import { matrixProductPlain } from './plain';
import { registerKernel } from './register';

/** A (M, K), or (K, M) with transposeA; B (K, N), or (N, K) with transposeB; C (S, M, N). */
export type MatrixProduct = Op<
  { sizes: 'u32'; a: MatrixView; b: MatrixView; c: 'f32' },
  'transposeA' | 'transposeB' | 'add'
>;

/** The kernels: threads that know nothing of each other, or groups that share what they read. */
export type ProductKernel = 'register' | 'grouped';

const made = new Map<string, MatrixProduct>();

/** The product by a kernel that sees A and B so. */
export function matrixProduct(
  kernel: ProductKernel,
  aView: MatrixView,
  bView: MatrixView,
): MatrixProduct {
  const name = `matrix-product ${kernel} ${aView} ${bView}`;
  const found = made.get(name) ?? {
    name,
    buffers: { sizes: 'u32', a: aView, b: bView, c: 'f32' },
    writes: ['c'],
    plain: matrixProductPlain,
    ...(kernel === 'grouped'
      ? { group: GROUP, wgsl: groupedKernel(aView, bView) }
      : { wgsl: registerKernel(aView, bView) }),
  };
  made.set(name, found);
  return found;
}

/** The product as the WASM tier runs it. */
export const PLAIN_PRODUCT = matrixProduct('register', 'f32', 'f32');
