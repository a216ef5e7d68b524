// The product of two matrices in WGSL without workgroup memory: a thread knows only its 8 x 8 numbers of C. For software
// adapters, which play barriers slowly and whose memory is near. Bindings: sizes (u32), a, b, c. Checked against plain.ts.
// Four k at a time, because a turn of the loop costs about as much there as the products of one k.
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

/** Rows and columns of C that a thread owns. */
export const REGISTER_TILE = 8;

const AT_EACH_K = [0, 1, 2, 3].map((k) =>
  addProducts([`a_0[${k}]`, `a_1[${k}]`], [`b_0[${k}]`, `b_1[${k}]`]),
);

/** The kernel for software adapters; slices x tiles threads. */
export function registerKernel(aView: MatrixView, bView: MatrixView): string {
  return /* wgsl */ `
${loads(aView, bView)}
${STORE_WGSL}
fn run(i: u32) {
  ${SIZES_WGSL}
  let across = (columns + 7u) / 8u;
  let tiles = across * ((rows + 7u) / 8u);
  if (i >= tiles * slices) { return; }
  let m = 8u * (i % tiles / across);
  let n = 8u * (i % tiles % across);
  let first = i / tiles * sizes[${SIZE.depth}];
  let depth = min(sizes[${SIZE.depth}], sizes[${SIZE.inner}] - first);
  var p = sizes[${SIZE.aAt}] + m * a_line + first * a_deep;
  var q = sizes[${SIZE.bAt}] + n * b_line + first * b_deep;
  ${SUMS_WGSL}
  for (var k = depth / 4u; k > 0u; k--) {
    let a_0 = a_block(p, a_row);
    let a_1 = a_block(p + 4u * a_line, a_row);
    let b_0 = b_block(q, b_row);
    let b_1 = b_block(q + 4u * b_line, b_row);
    ${AT_EACH_K.join('\n')}
    p += 4u * a_deep;
    q += 4u * b_deep;
  }
  for (var k = depth % 4u; k > 0u; k--) {
    let a_0 = a_lines(p, a_row);
    let a_1 = a_lines(p + 4u * a_line, a_row);
    let b_0 = b_lines(q, b_row);
    let b_1 = b_lines(q + 4u * b_line, b_row);
    ${addProducts(['a_0', 'a_1'], ['b_0', 'b_1'])}
    p += a_deep;
    q += b_deep;
  }
  let to = sizes[${SIZE.cAt}] + i / tiles * rows * c_row;
  ${storeSums(['m', 'm + 4u'], ['n', 'n + 4u'])}
}
`;
}
