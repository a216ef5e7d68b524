// Records a matrix product in the form that suits its shape and the device.
import type { Net } from './net';
import type { Backend, Block } from './op';
import { columnSum } from './ops/column-sum/op';
import { SUM_SIZE, SUM_SIZE_WORDS } from './ops/column-sum/sizes';
import { TILE } from './ops/matrix-product/grouped';
import type { MatrixView } from './ops/matrix-product/blocks';
import { PLAIN_PRODUCT, matrixProduct, type ProductKernel } from './ops/matrix-product/op';
import { REGISTER_TILE } from './ops/matrix-product/register';
import { SIZE, SIZE_WORDS } from './ops/matrix-product/sizes';
import { scratchOf } from './scratch';

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

/** How a product is computed. */
export interface ProductForm {
  kernel: ProductKernel;
  slices: number; // parts of the sum over `inner` that are computed side by side, and then summed
}

const ENOUGH_GROUPS = 256; // of 64 threads, to keep a laptop's GPU busy
const ENOUGH_THREADS = 256; // to keep a few cores busy
const LEAST_DEPTH = 64; // of a slice
const LEAST_SLICES = 4; // fewer gain less than the second pass costs
const DEPTH_STEP = 16; // slices begin at whole steps of the grouped kernel, and stay aligned

/** What decides how products are computed. */
export type ProductDevice = Pick<Backend, 'tier' | 'isSoftware'>;

/** The form that suits a product's shape and the device. */
export function chooseForm(device: ProductDevice, product: Product): ProductForm {
  const kernel = device.isSoftware ? 'register' : 'grouped';
  return { kernel, slices: chooseSlices(device, product) };
}

function tilesOf(tile: number, { rows, columns }: Product): number {
  return Math.ceil(rows / tile) * Math.ceil(columns / tile);
}

function chooseSlices({ tier, isSoftware }: ProductDevice, product: Product): number {
  const { inner, columns, c, adds = false } = product;
  const isWhole = c.row === columns; // else the parts could not be summed as one row
  if (tier === 'wasm' || adds || !isWhole) return 1;
  const wanted = isSoftware
    ? ENOUGH_THREADS / tilesOf(REGISTER_TILE, product)
    : ENOUGH_GROUPS / tilesOf(TILE, product);
  const slices = Math.min(Math.floor(wanted), Math.floor(inner / LEAST_DEPTH));
  return slices < LEAST_SLICES ? 1 : slices;
}

/** How a kernel may see a matrix: four cells at a time if each of its rows begins at a multiple of four. */
function viewOf({ block, at = 0, row }: Matrix): MatrixView {
  return at % 4 === 0 && row % 4 === 0 && block.length % 4 === 0 ? 'vec4f' : 'f32';
}

/** Records a product; within a capture, for its sizes are put into a block of their own. */
export function recordProduct(net: Net, product: Product): void {
  recordProductAs(net, product, chooseForm(net.backend, product));
}

/** Records a product in a given form; several slices only where C is contiguous and nothing is added to. */
export function recordProductAs(net: Net, product: Product, { kernel, slices }: ProductForm): void {
  const { rows, inner, columns, c } = product;
  const depth = DEPTH_STEP * Math.max(1, Math.ceil(inner / slices / DEPTH_STEP));
  const parts = Math.ceil(inner / depth);
  if (parts <= 1) {
    runProduct(net, product, { kernel, slices: 1, depth: inner });
    return;
  }
  const cells = rows * columns;
  const block = scratchOf(net, parts * cells);
  runProduct(net, { ...product, c: { block, row: columns } }, { kernel, slices: parts, depth });
  const sizes = new Uint32Array(SUM_SIZE_WORDS);
  sizes[SUM_SIZE.rows] = parts;
  sizes[SUM_SIZE.columns] = cells;
  sizes[SUM_SIZE.slices] = 1;
  sizes[SUM_SIZE.xRow] = cells;
  sizes[SUM_SIZE.outAt] = c.at ?? 0;
  net.backend.run(columnSum, { sizes: net.whole(sizes), x: block, out: c.block }, {}, cells);
}

function runProduct(net: Net, product: Product, form: ProductForm & { depth: number }): void {
  const { rows, inner, columns, a, b, c, adds = false } = product;
  const { kernel, slices, depth } = form;
  const sizes = new Uint32Array(SIZE_WORDS);
  sizes[SIZE.rows] = rows;
  sizes[SIZE.inner] = inner;
  sizes[SIZE.columns] = columns;
  [sizes[SIZE.aAt], sizes[SIZE.aRow]] = [a.at ?? 0, a.row];
  [sizes[SIZE.bAt], sizes[SIZE.bRow]] = [b.at ?? 0, b.row];
  [sizes[SIZE.cAt], sizes[SIZE.cRow]] = [c.at ?? 0, c.row];
  [sizes[SIZE.slices], sizes[SIZE.depth]] = [slices, depth];
  const constants = {
    transposeA: Number(a.transposed ?? false),
    transposeB: Number(b.transposed ?? false),
    add: Number(adds),
  };
  const isPlain = net.backend.tier === 'wasm';
  const op = isPlain ? PLAIN_PRODUCT : matrixProduct(kernel, viewOf(a), viewOf(b));
  const blocks = { sizes: net.whole(sizes), a: a.block, b: b.block, c: c.block };
  const tile = kernel === 'grouped' ? TILE : REGISTER_TILE;
  net.backend.run(op, blocks, constants, slices * tilesOf(tile, product));
}
