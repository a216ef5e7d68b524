// Sums over rows in WGSL, one thread for a column of a slice. Bindings: sizes (u32), x (M, N), out (S, N). Checked against plain.ts.
import { SUM_SIZE } from './sizes';

/** The kernel of columnSum. */
export const COLUMN_SUM_WGSL = /* wgsl */ `
fn run(i: u32) {
  let columns = sizes[${SUM_SIZE.columns}];
  let slices = sizes[${SUM_SIZE.slices}];
  if (i >= slices * columns) { return; }
  let slice = i / columns;
  let row = sizes[${SUM_SIZE.xRow}];
  let step = slices * row;
  let end = sizes[${SUM_SIZE.xAt}] + sizes[${SUM_SIZE.rows}] * row;
  let column = i % columns;
  var sum = 0.0;
  for (var at = sizes[${SUM_SIZE.xAt}] + slice * row; at < end; at += step) { sum += x[at + column]; }
  out[sizes[${SUM_SIZE.outAt}] + i] = sum;
}
`;
