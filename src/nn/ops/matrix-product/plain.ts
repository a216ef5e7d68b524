// The product of two matrices in plain loops: the oracle, and the kernel of small products on the WASM tier.
// Sums are held in f64, a row of C at a time; four terms at a time, so that a sum is loaded and stored once for four.
import { SIZE } from './sizes';

/** The arrays of the product; shapes stand in op.ts. */
export interface ProductArrays {
  sizes: Uint32Array<ArrayBuffer>;
  a: Float32Array<ArrayBuffer>;
  b: Float32Array<ArrayBuffer>;
  c: Float32Array<ArrayBuffer>;
}

/** Which matrices are stored transposed, and whether C keeps what it has; each 0 or 1. */
export type ProductForm = Record<'transposeA' | 'transposeB' | 'add', number>;

type Adder = (b: Float32Array, at: number, row: number) => void; // adds line * B to sums; B begins at `at`

/** sums[n] += sum over k of line[k] B[k, n], B stored by rows. */
function rowAdder(line: Float64Array, sums: Float64Array): Adder {
  const columns = sums.length;
  return (b, at, row) => {
    let k = 0;
    for (; k + 4 <= line.length; k += 4, at += 4 * row) {
      const [x0, x1, x2, x3] = [line[k], line[k + 1], line[k + 2], line[k + 3]];
      const [at1, at2, at3] = [at + row, at + 2 * row, at + 3 * row];
      for (let n = 0; n < columns; n++)
        sums[n] += x0 * b[at + n] + x1 * b[at1 + n] + x2 * b[at2 + n] + x3 * b[at3 + n];
    }
    for (; k < line.length; k++, at += row) {
      const x = line[k];
      for (let n = 0; n < columns; n++) sums[n] += x * b[at + n];
    }
  };
}

/** The same, B stored transposed. */
function dotAdder(line: Float64Array, sums: Float64Array): Adder {
  const depth = line.length;
  return (b, at, row) => {
    for (let n = 0; n < sums.length; n++, at += row) {
      let [even, odd] = [0, 0];
      let k = 0;
      for (; k + 2 <= depth; k += 2) {
        even += line[k] * b[at + k];
        odd += line[k + 1] * b[at + k + 1];
      }
      if (k < depth) even += line[k] * b[at + k];
      sums[n] += even + odd;
    }
  };
}

/** C = A B, or C += A B; with several slices each is a C of its own. */
export function matrixProductPlain({ sizes, a, b, c }: ProductArrays, form: ProductForm): void {
  const [rows, inner, columns] = sizes.subarray(SIZE.rows, SIZE.columns + 1);
  const [aAt, aRow, bAt, bRow, cAt, cRow] = sizes.subarray(SIZE.aAt, SIZE.cRow + 1);
  const [aDown, aAlong] = form.transposeA ? [1, aRow] : [aRow, 1];
  const bDown = form.transposeB ? 1 : bRow;
  const depth = sizes[SIZE.depth];
  const sums = new Float64Array(columns); // of a row of C
  for (let first = 0, slice = 0; slice < sizes[SIZE.slices]; first += depth, slice++) {
    const line = new Float64Array(Math.min(depth, inner - first)); // of A
    const addLine = form.transposeB ? dotAdder(line, sums) : rowAdder(line, sums);
    for (let m = 0; m < rows; m++) {
      let i = aAt + m * aDown + first * aAlong;
      for (let k = 0; k < line.length; k++, i += aAlong) line[k] = a[i];
      const out = cAt + (slice * rows + m) * cRow;
      for (let n = 0; n < columns; n++) sums[n] = form.add ? c[out + n] : 0;
      addLine(b, bAt + first * bDown, bRow);
      c.set(sums, out);
    }
  }
}
