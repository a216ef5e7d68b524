// The product of two matrices through the wasm kernel of TensorFlow.js (XNNPACK), for products too big for plain loops.
// Its right operand is packed once for each tensor, so every product makes tensors of its own; and its products of transposed
// matrices are ten times slower than others, so a transposed matrix is turned on its way into the heap.
import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import { BatchMatMul, getKernel, type TensorInfo } from '@tensorflow/tfjs-core';
import { matrixProductPlain, type ProductArrays, type ProductForm } from './plain';
import { SIZE } from './sizes';

const LEAST_WORK = 2 ** 13; // multiply-adds; below, plain loops are done before the kernel has begun
const BLOCK = 32; // cells on a side of what is turned at once

/** Where a matrix stands in its array. */
interface Place {
  at: number;
  row: number; // cells from one stored row to the next
  isTransposed: boolean;
}

function turn(from: Float32Array, { at, row }: Place, to: Float32Array, width: number): void {
  const height = to.length / width;
  for (let top = 0; top < height; top += BLOCK) {
    const bottom = Math.min(height, top + BLOCK);
    for (let left = 0; left < width; left += BLOCK) {
      const right = Math.min(width, left + BLOCK);
      for (let y = top; y < bottom; y++) {
        let i = at + left * row + y;
        for (let x = left; x < right; x++, i += row) to[y * width + x] = from[i];
      }
    }
  }
}

/** Copies a matrix of so wide rows to `to`, rows one behind the other. */
function pack(from: Float32Array, place: Place, to: Float32Array, width: number): void {
  const { at, row, isTransposed } = place;
  if (isTransposed) turn(from, place, to, width);
  else if (row === width) to.set(from.subarray(at, at + to.length));
  else
    for (let i = at, j = 0; j < to.length; i += row, j += width)
      to.set(from.subarray(i, i + width), j);
}

/** Copies a product into C, or adds it. */
function unpack(from: Float32Array, { sizes, c }: ProductArrays, { add }: ProductForm): void {
  const columns = sizes[SIZE.columns];
  const row = sizes[SIZE.cRow];
  for (let i = 0, to = sizes[SIZE.cAt]; i < from.length; i += columns, to += row) {
    if (add) for (let n = 0; n < columns; n++) c[to + n] += from[i + n];
    else c.set(from.subarray(i, i + columns), to);
  }
}

/** Makes the kernel that takes the place of matrixProductPlain. */
export function createWasmProduct(
  backend: BackendWasm,
): (arrays: ProductArrays, form: ProductForm) => void {
  const kernel = getKernel(BatchMatMul, 'wasm');
  const heap = (tensor: TensorInfo) => backend.typedArrayFromHeap(tensor) as Float32Array; // valid until the next allocation
  return (arrays, form) => {
    const { sizes } = arrays;
    const [rows, inner, columns] = sizes.subarray(SIZE.rows, SIZE.columns + 1);
    if (rows * inner * columns < LEAST_WORK || sizes[SIZE.slices] !== 1) {
      matrixProductPlain(arrays, form);
      return;
    }
    const a = backend.makeOutput([1, rows, inner], 'float32');
    const b = backend.makeOutput([1, inner, columns], 'float32');
    const aPlace = { at: sizes[SIZE.aAt], row: sizes[SIZE.aRow], isTransposed: !!form.transposeA };
    const bPlace = { at: sizes[SIZE.bAt], row: sizes[SIZE.bRow], isTransposed: !!form.transposeB };
    pack(arrays.a, aPlace, heap(a), inner);
    pack(arrays.b, bPlace, heap(b), columns);
    const attrs = { transposeA: false, transposeB: false };
    const product = kernel.kernelFunc({ inputs: { a, b }, backend, attrs }) as TensorInfo;
    unpack(heap(product), arrays, form);
    for (const { dataId } of [a, b, product]) backend.disposeData(dataId);
  };
}
