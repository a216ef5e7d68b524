// The product of two matrices in WGSL, one thread a number. Bindings: sizes (u32), a, b, c. Checked against plain.ts.
import { SIZE } from './sizes';

/** The kernel of matrixProduct. */
export const MATRIX_PRODUCT_WGSL = /* wgsl */ `
fn run(i: u32) {
  let rows = sizes[${SIZE.rows}];
  let columns = sizes[${SIZE.columns}];
  if (i >= rows * columns) { return; }
  let m = i / columns;
  let n = i % columns;
  let out = sizes[${SIZE.cAt}] + m * sizes[${SIZE.cRow}] + n;
  let a_step = select(1u, sizes[${SIZE.aRow}], transposeA == 1u);
  let b_step = select(sizes[${SIZE.bRow}], 1u, transposeB == 1u);
  var p = sizes[${SIZE.aAt}] + m * select(sizes[${SIZE.aRow}], 1u, transposeA == 1u);
  var q = sizes[${SIZE.bAt}] + n * select(1u, sizes[${SIZE.bRow}], transposeB == 1u);
  var sum = select(0.0, c[out], add == 1u);
  for (var k = 0u; k < sizes[${SIZE.inner}]; k++) {
    sum += a[p] * b[q];
    p += a_step;
    q += b_step;
  }
  c[out] = sum;
}
`;
