// Sums over rows in plain loops.
import { SUM_SIZE } from './sizes';

/** The arrays of columnSum; shapes stand in op.ts. */
export interface ColumnSumArrays {
  sizes: Uint32Array<ArrayBuffer>;
  x: Float32Array<ArrayBuffer>;
  out: Float32Array<ArrayBuffer>;
}

/** Sums each slice's rows; in f64, rounded once. */
export function columnSumPlain({ sizes, x, out }: ColumnSumArrays): void {
  const rows = sizes[SUM_SIZE.rows];
  const columns = sizes[SUM_SIZE.columns];
  const slices = sizes[SUM_SIZE.slices];
  const row = sizes[SUM_SIZE.xRow];
  const sums = new Float64Array(columns);
  for (let slice = 0; slice < slices; slice++) {
    sums.fill(0);
    for (let m = slice; m < rows; m += slices) {
      const at = sizes[SUM_SIZE.xAt] + m * row;
      for (let n = 0; n < columns; n++) sums[n] += x[at + n];
    }
    out.set(sums, sizes[SUM_SIZE.outAt] + slice * columns);
  }
}
