// Records a matrix product in the form that suits its shape and the device.
import type { Net } from './net';
import type { Block } from './op';
import { matrixProduct } from './ops/matrix-product/op';
import { SIZE, SIZE_WORDS } from './ops/matrix-product/sizes';

/** A matrix within a block. */
export interface Matrix {
  block: Block<'f32'>;
  at?: number; // first cell; 0 unless told
  row: number; // cells from one stored row to the next
  transposed?: boolean; // it is stored with rows and columns exchanged
}

/** C (rows, columns) = A (rows, inner) B (inner, columns). */
export interface Product {
  rows: number;
  inner: number;
  columns: number;
  a: Matrix;
  b: Matrix;
  c: Matrix; // not transposed
  adds?: boolean; // C += A B
}

/** Records a product; within a capture, for its sizes are put into a block of their own. */
export function recordProduct(net: Net, product: Product): void {
  const { rows, inner, columns, a, b, c, adds = false } = product;
  const sizes = new Uint32Array(SIZE_WORDS);
  sizes[SIZE.rows] = rows;
  sizes[SIZE.inner] = inner;
  sizes[SIZE.columns] = columns;
  [sizes[SIZE.aAt], sizes[SIZE.aRow]] = [a.at ?? 0, a.row];
  [sizes[SIZE.bAt], sizes[SIZE.bRow]] = [b.at ?? 0, b.row];
  [sizes[SIZE.cAt], sizes[SIZE.cRow]] = [c.at ?? 0, c.row];
  const form = {
    transposeA: Number(a.transposed ?? false),
    transposeB: Number(b.transposed ?? false),
    add: Number(adds),
  };
  const blocks = { sizes: net.whole(sizes), a: a.block, b: b.block, c: c.block };
  net.backend.run(matrixProduct, blocks, form, rows * columns);
}
