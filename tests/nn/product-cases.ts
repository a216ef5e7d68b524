// Matrix products for tests: where each matrix stands, and how it is laid out.
import { STREAM, randomUnit } from '../../src/core/random';
import { Net } from '../../src/nn/net';
import type { Backend } from '../../src/nn/op';
import {
  chooseForm,
  recordProductAs,
  type Matrix,
  type Product,
  type ProductForm,
} from '../../src/nn/product';

/** A product and how its matrices are stored. */
export interface ProductCase {
  size: readonly [rows: number, inner: number, columns: number];
  transposeA?: boolean;
  transposeB?: boolean;
  at?: number; // first cell of each matrix
  gap?: number; // cells between rows; negative: rows of A overlap
  adds?: boolean;
}

/** Pairwise over 1, 7, 64, 65, 257, aligned and not, both ways of storing, gaps, overlapping rows, adding. */
export const CASES: readonly ProductCase[] = [
  { size: [1, 1, 1] },
  { size: [1, 257, 65], transposeB: true, at: 64 },
  { size: [7, 64, 257], transposeA: true, gap: 3, adds: true },
  { size: [7, 65, 64], at: 3 },
  { size: [64, 7, 65], transposeA: true, transposeB: true },
  { size: [64, 64, 64], at: 64 },
  { size: [64, 257, 7], transposeA: true, at: 5 },
  { size: [65, 64, 1], transposeB: true, adds: true },
  { size: [65, 96, 100], gap: -64 },
  { size: [65, 21, 7], gap: -14, at: 1 },
  { size: [257, 128, 64], transposeB: true, gap: 4 },
  { size: [257, 1, 257], transposeA: true, transposeB: true, gap: 64, at: 4 },
];

/** Says a case in a test's name. */
export function nameOf({ size, transposeA, transposeB, at, gap, adds }: ProductCase): string {
  const told = [
    transposeA ? 'A transposed' : '',
    transposeB ? 'B transposed' : '',
    at ? `from cell ${at}` : '',
    gap ? `gap ${gap}` : '',
    adds ? 'adding' : '',
  ];
  return [size.join(' x '), ...told.filter((part) => part !== '')].join(', ');
}

function place(net: Net, seed: number, [lines, width]: number[], [at, gap]: number[]): Matrix {
  const row = width + gap;
  const block = net.float(64 * Math.ceil((at + (lines - 1) * row + width) / 64));
  const draw = (_: unknown, i: number) => randomUnit(seed, STREAM.sample, i) - 0.5;
  net.backend.write(block, Float32Array.from({ length: block.length }, draw));
  return { block, at, row };
}

/** Lays a case out in blocks filled with random numbers, the same on each backend. */
export function layOut(net: Net, { size, at = 0, gap = 0, ...form }: ProductCase): Product {
  const [rows, inner, columns] = size;
  const { transposeA = false, transposeB = false, adds = false } = form;
  const apart = Math.max(0, gap);
  const a = place(net, 1, transposeA ? [inner, rows] : [rows, inner], [at, gap]);
  const b = place(net, 2, transposeB ? [columns, inner] : [inner, columns], [at, apart]);
  const c = place(net, 3, [rows, columns], [at, apart]);
  return {
    rows,
    inner,
    columns,
    a: { ...a, transposed: transposeA },
    b: { ...b, transposed: transposeB },
    c,
    adds,
  };
}

/** The whole block of C after the product, in this form or the one that is chosen, and how many dispatches it took. */
export async function productOn(backend: Backend, test: ProductCase, form?: ProductForm) {
  const net = new Net(backend, { batch: 1, length: 0, planWords: 32 });
  const product = layOut(net, test);
  const record = () => recordProductAs(net, product, form ?? chooseForm(backend, product));
  const capture = backend.capture(record);
  capture.replay();
  const found = await backend.read(product.c.block);
  net.dispose();
  return { found, dispatches: capture.dispatches };
}
