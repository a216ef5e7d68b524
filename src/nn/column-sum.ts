// Records the sums of a matrix's columns: gradients of biases.
import type { Net } from './net';
import type { Block } from './op';
import { columnSum } from './ops/column-sum/op';
import { SUM_SIZE, SUM_SIZE_WORDS } from './ops/column-sum/sizes';
import { scratchOf } from './scratch';

/** out[outAt + n] = sum over m of x[m, n]. */
export interface ColumnSum {
  rows: number; // M
  columns: number; // N
  x: { block: Block<'f32'>; at?: number; row: number }; // first cell, 0 unless told; cells from one row to the next
  out: Block<'f32'>;
  outAt: number;
}

const FEW_ROWS = 256; // that one thread sums on its own
const MOST_THREADS = 2 ** 16;

/** Slices of rows that are summed side by side: about as many as each then has rows. */
function slicesOf(net: Net, rows: number, columns: number): number {
  if (net.backend.tier === 'wasm' || rows <= FEW_ROWS) return 1;
  return Math.max(1, Math.min(Math.ceil(Math.sqrt(rows)), Math.floor(MOST_THREADS / columns)));
}

function run(net: Net, sum: ColumnSum, slices: number): void {
  const { rows, columns, x, out, outAt } = sum;
  const sizes = new Uint32Array(SUM_SIZE_WORDS);
  sizes[SUM_SIZE.rows] = rows;
  sizes[SUM_SIZE.columns] = columns;
  sizes[SUM_SIZE.slices] = slices;
  sizes[SUM_SIZE.xAt] = x.at ?? 0;
  sizes[SUM_SIZE.xRow] = x.row;
  sizes[SUM_SIZE.outAt] = outAt;
  net.backend.run(columnSum, { sizes: net.whole(sizes), x: x.block, out }, {}, slices * columns);
}

/** Records the sums, within a capture; one dispatch, or two where there are many rows. */
export function recordColumnSum(net: Net, sum: ColumnSum): void {
  const { rows, columns, out, outAt } = sum;
  const slices = slicesOf(net, rows, columns);
  if (slices === 1) {
    run(net, sum, 1);
    return;
  }
  const parts = scratchOf(net, slices * columns);
  run(net, { ...sum, out: parts, outAt: 0 }, slices);
  run(net, { rows: slices, columns, x: { block: parts, row: columns }, out, outAt }, 1);
}
