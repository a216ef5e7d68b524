// Sums over segments in WGSL: g[s, d] = sum over the places j of segment s of [value[j]] dy[plan[j], d].
// Bindings: plan (u32), dy (N, D / 4), g (S, D / 4), partials (X, D / 4). One thread owns four numbers of a piece, neighbours the next four;
// the first S pieces are the beginnings of the segments. It sums in order, four loads under way at once. To join, one thread owns
// four numbers of a long segment and adds its partials in order. Checked against plain.ts.
import { PLAN, PLAN_HEAD_WGSL } from '../../plan-head';
import { PIECE_PLACES } from '../../segments';

/** The kernel of segmentSum. */
export const SEGMENT_SUM_WGSL = /* wgsl */ `
${PLAN_HEAD_WGSL}
const quarter = width / 4;
fn run(i: u32) {
  if (join == 1u) { join_pieces(i / quarter, i % quarter); } else { sum_piece(i / quarter, i % quarter); }
}
fn sum_piece(n: u32, d: u32) {
  let segments = plan_segments();
  if (n < segments) {
    let start = segment_start(n);
    g[n * quarter + d] = sum_places(start, min(start + ${PIECE_PLACES}, segment_start(n + 1)), d);
    return;
  }
  let piece = n - segments;
  let pieces_at = plan[${PLAN.piecesAt}];
  let pieces = plan[pieces_at];
  if (piece >= pieces) { return; }
  let start_at = pieces_at + 3 + 2 * plan[pieces_at + 1] + piece;
  partials[piece * quarter + d] = sum_places(plan[start_at], plan[start_at + pieces], d);
}
fn sum_places(start: u32, end: u32, d: u32) -> vec4f {
  let entries = plan[${PLAN.entries}];
  var sum = vec4f(0);
  var j = start;
  for (; j + 4 <= end; j += 4) {
    let p = term(j, entries, d);
    let q = term(j + 1, entries, d);
    let r = term(j + 2, entries, d);
    let s = term(j + 3, entries, d);
    sum += p;
    sum += q;
    sum += r;
    sum += s;
  }
  for (; j < end; j++) { sum += term(j, entries, d); }
  return sum;
}
fn term(j: u32, entries: u32, d: u32) -> vec4f {
  let x = dy[plan[j] * quarter + d];
  if (weighted == 0u) { return x; }
  return bitcast<f32>(plan[j + entries]) * x;
}
fn join_pieces(n: u32, d: u32) {
  let pieces_at = plan[${PLAN.piecesAt}];
  let longs = plan[pieces_at + 1];
  if (n >= longs) { return; }
  let long_at = pieces_at + 2 + n;
  let cell = plan[long_at] * quarter + d;
  var sum = g[cell];
  for (var piece = plan[long_at + longs]; piece < plan[long_at + longs + 1]; piece++) {
    sum += partials[piece * quarter + d];
  }
  g[cell] = sum;
}
`;
