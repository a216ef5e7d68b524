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

/** C = A B, or C += A B. */
export function matrixProductPlain({ sizes, a, b, c }: ProductArrays, form: ProductForm): void {
  const [rows, inner, columns] = sizes.subarray(SIZE.rows, SIZE.columns + 1);
  const aRow = sizes[SIZE.aRow];
  const bRow = sizes[SIZE.bRow];
  const [aDown, aAlong] = form.transposeA ? [1, aRow] : [aRow, 1];
  const [bDown, bAlong] = form.transposeB ? [1, bRow] : [bRow, 1];
  for (let m = 0; m < rows; m++) {
    const out = sizes[SIZE.cAt] + m * sizes[SIZE.cRow];
    for (let n = 0; n < columns; n++) {
      let sum = form.add ? c[out + n] : 0;
      let i = sizes[SIZE.aAt] + m * aDown;
      let j = sizes[SIZE.bAt] + n * bAlong;
      for (let k = 0; k < inner; k++, i += aAlong, j += bDown) sum += a[i] * b[j];
      c[out + n] = sum;
    }
  }
}
