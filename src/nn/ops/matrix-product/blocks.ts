// WGSL that both kernels of the matrix product share: how cells of A and B reach registers, and what a thread does with them.
// A thread owns 8 x 8 numbers of C: two bands of 4 rows (lines of A) by two bands of 4 columns (lines of B), `sum_<row>_<band>`.
import { SIZE } from './sizes';

/** How a kernel sees A or B: four cells at a time where offsets and rows allow. */
export type MatrixView = 'f32' | 'vec4f';

const BANDS = [0, 1];
const FOUR = [0, 1, 2, 3];
const ROWS = [0, 1, 2, 3, 4, 5, 6, 7];

/** Reads the sizes, at the head of a kernel. */
export const SIZES_WGSL = /* wgsl */ `
let rows = sizes[${SIZE.rows}];
let columns = sizes[${SIZE.columns}];
let slices = sizes[${SIZE.slices}];
let a_row = sizes[${SIZE.aRow}];
let b_row = sizes[${SIZE.bRow}];
let c_row = sizes[${SIZE.cRow}];
// From a line to the next, and from one k to the next.
let a_line = select(1u, a_row, A_ALONG);
let a_deep = select(a_row, 1u, A_ALONG);
let b_line = select(1u, b_row, B_ALONG);
let b_deep = select(b_row, 1u, B_ALONG);
`;

function loadsOf(x: 'a' | 'b', view: MatrixView): string {
  const along = `${x.toUpperCase()}_ALONG`;
  const [quad, cell] =
    view === 'vec4f'
      ? [`${x}[at / 4u]`, `${x}[at / 4u][at % 4u]`]
      : [`vec4f(${x}[at], ${x}[at + 1u], ${x}[at + 2u], ${x}[at + 3u])`, `${x}[at]`];
  return /* wgsl */ `
fn ${x}_quad(at: u32) -> vec4f { return ${quad}; }
fn ${x}_cell(at: u32) -> f32 { return ${cell}; }
// Four lines at four k: column z holds the lines at k + z.
fn ${x}_block(at: u32, row: u32) -> mat4x4f {
  let stored = mat4x4f(${FOUR.map((i) => `${x}_quad(at + ${i}u * row)`).join(', ')});
  if (${along}) { return transpose(stored); }
  return stored;
}
// Four lines at one k.
fn ${x}_lines(at: u32, row: u32) -> vec4f {
  if (${along}) { return vec4f(${FOUR.map((i) => `${x}_cell(at + ${i}u * row)`).join(', ')}); }
  return ${x}_quad(at);
}`;
}

/** Functions that load A and B; a matrix lies `ALONG` k where neighbouring cells are neighbouring k. */
export function loads(aView: MatrixView, bView: MatrixView): string {
  return /* wgsl */ `
const A_ALONG = transposeA == 0u;
const B_ALONG = transposeB == 1u;
${loadsOf('a', aView)}
${loadsOf('b', bView)}`;
}

/** Declares the sums. */
export const SUMS_WGSL = ROWS.flatMap((row) =>
  BANDS.map((band) => `var sum_${row}_${band} = vec4f();`),
).join('\n');

/** Adds a[0..7] b[0..7] to the sums; the names are of two vec4f each. */
export function addProducts(a: readonly string[], b: readonly string[]): string {
  return ROWS.flatMap((row) =>
    BANDS.map(
      (band) => `sum_${row}_${band} += ${a[Math.floor(row / 4)]}[${row % 4}] * ${b[band]};`,
    ),
  ).join('\n');
}

/** A function that stores four columns of a row, those of them that are within C. */
export const STORE_WGSL = /* wgsl */ `
fn store(m: u32, n: u32, at: u32, sum: vec4f) {
  if (m >= sizes[${SIZE.rows}]) { return; }
  let columns = sizes[${SIZE.columns}];
  ${FOUR.map((i) => `if (n + ${i}u < columns) { c[at + ${i}u] = sum[${i}] + select(0.0, c[at + ${i}u], add == 1u); }`).join('\n  ')}
}`;

/** Calls of `store` for all sums: C begins at `to`, the bands of rows at `m` and of columns at `n`. */
export function storeSums(m: readonly string[], n: readonly string[]): string {
  return ROWS.flatMap((row) =>
    BANDS.map((band) => {
      const line = `${m[Math.floor(row / 4)]} + ${row % 4}u`;
      return `store(${line}, ${n[band]}, to + (${line}) * c_row + ${n[band]}, sum_${row}_${band});`;
    }),
  ).join('\n');
}
