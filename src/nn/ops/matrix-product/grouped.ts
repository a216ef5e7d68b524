// The product of two matrices in WGSL for real GPUs: 64 threads share 64 x 64 numbers of C, and bring 16 k of A and B at a time
// into workgroup memory, so that memory is read once for 64 rows or columns and workgroup memory once for 8.
// Bindings: sizes (u32), a, b, c. Checked against plain.ts.
// Each thread brings one 4 x 4 block of A and one of B; neighbouring threads read neighbouring cells. Per slice of k a thread does
// 16 * 64 = 1,024 multiply-adds between two barriers. Rows of the shared tiles are one vec4f longer, against bank conflicts.
import {
  SIZES_WGSL,
  STORE_WGSL,
  SUMS_WGSL,
  addProducts,
  loads,
  storeSums,
  type MatrixView,
} from './blocks';
import { SIZE } from './sizes';

/** Threads of a group. */
export const GROUP = 64;
/** Rows and columns of C that a group owns. */
export const TILE = 64;

const SLICE = 16; // k at a time
const ROW = TILE / 4 + 1; // vec4f from one k to the next in a shared tile

function bring(x: 'a' | 'b'): string {
  const along = `${x.toUpperCase()}_ALONG`;
  return /* wgsl */ `
fn bring_${x}(thread: u32, at: u32, k_left: u32) {
  let row = sizes[${x === 'a' ? SIZE.aRow : SIZE.bRow}];
  let lines = select(thread % 16u, thread / 4u, ${along});
  let k = 4u * select(thread / 16u, thread % 4u, ${along});
  let found = ${x}_block(at + 4u * lines * select(1u, row, ${along}) + k * select(row, 1u, ${along}), row);
  ${[0, 1, 2, 3]
    .map(
      (z) =>
        `${x}_tile[(k + ${z}u) * ${ROW}u + lines] = select(vec4f(), found[${z}], k + ${z}u < k_left);`,
    )
    .join('\n  ')}
}`;
}

/** The kernel for real GPUs; slices x tiles groups. */
export function groupedKernel(aView: MatrixView, bView: MatrixView): string {
  return /* wgsl */ `
var<workgroup> a_tile: array<vec4f, ${SLICE * ROW}>;
var<workgroup> b_tile: array<vec4f, ${SLICE * ROW}>;
${loads(aView, bView)}
${STORE_WGSL}
${bring('a')}
${bring('b')}
fn run(group: u32, thread: u32) {
  ${SIZES_WGSL}
  let across = (columns + ${TILE - 1}u) / ${TILE}u;
  let tiles = across * ((rows + ${TILE - 1}u) / ${TILE}u);
  if (group >= tiles * slices) { return; }
  let m_first = ${TILE}u * (group % tiles / across);
  let n_first = ${TILE}u * (group % tiles % across);
  let first = group / tiles * sizes[${SIZE.depth}];
  let depth = min(sizes[${SIZE.depth}], sizes[${SIZE.inner}] - first);
  let p = sizes[${SIZE.aAt}] + m_first * a_line + first * a_deep;
  let q = sizes[${SIZE.bAt}] + n_first * b_line + first * b_deep;
  let y = thread / 8u;
  let x = thread % 8u;
  ${SUMS_WGSL}
  for (var done = 0u; done < depth; done += ${SLICE}u) {
    bring_a(thread, p + done * a_deep, depth - done);
    bring_b(thread, q + done * b_deep, depth - done);
    workgroupBarrier();
    for (var k = 0u; k < ${SLICE * ROW}u; k += ${ROW}u) {
      let a_0 = a_tile[k + y];
      let a_1 = a_tile[k + 8u + y];
      let b_0 = b_tile[k + x];
      let b_1 = b_tile[k + 8u + x];
      ${addProducts(['a_0', 'a_1'], ['b_0', 'b_1'])}
    }
    workgroupBarrier();
  }
  let m = m_first + 4u * y;
  let n = n_first + 4u * x;
  let to = sizes[${SIZE.cAt}] + group / tiles * rows * c_row;
  ${storeSums(['m', 'm + 32u'], ['n', 'n + 32u'])}
}
`;
}
