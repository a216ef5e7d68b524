// The product of two matrices in plain loops: the oracle.
import { SIZE } from './sizes';

/** The arrays of matrixProduct; shapes stand in op.ts. */
export interface ProductArrays {
  sizes: Uint32Array<ArrayBuffer>;
  a: Float32Array<ArrayBuffer>;
  b: Float32Array<ArrayBuffer>;
  c: Float32Array<ArrayBuffer>;
}

/** Which matrices are stored transposed, and whether C keeps what it has; each 0 or 1. */
export type ProductForm = Record<'transposeA' | 'transposeB' | 'add', number>;

/** C = A B, or C += A B; with several slices each is a C of its own. */
export function matrixProductPlain(arrays: ProductArrays, form: ProductForm): void {
  const { sizes, a, b, c } = arrays;
  const [rows, inner, columns] = sizes.subarray(SIZE.rows, SIZE.columns + 1);
  const cRow = sizes[SIZE.cRow];
  const depth = sizes[SIZE.depth];
  const [aDown, aAlong] = form.transposeA ? [1, sizes[SIZE.aRow]] : [sizes[SIZE.aRow], 1];
  const [bDown, bAlong] = form.transposeB ? [1, sizes[SIZE.bRow]] : [sizes[SIZE.bRow], 1];
  const sums = new Float64Array(columns); // of a row of C
  for (let slice = 0; slice < sizes[SIZE.slices]; slice++) {
    const first = slice * depth;
    const end = Math.min(inner, first + depth);
    for (let m = 0; m < rows; m++) {
      const out = sizes[SIZE.cAt] + (slice * rows + m) * cRow;
      for (let n = 0; n < columns; n++) sums[n] = form.add ? c[out + n] : 0;
      for (let k = first; k < end; k++) {
        const x = a[sizes[SIZE.aAt] + m * aDown + k * aAlong];
        let j = sizes[SIZE.bAt] + k * bDown;
        for (let n = 0; n < columns; n++, j += bAlong) sums[n] += x * b[j];
      }
      c.set(sums, out);
    }
  }
}
