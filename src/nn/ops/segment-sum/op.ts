// Slopes of a table's rows: for each different id of the batch, g[id] = sum over its places j of [value[j]] dy[place[j]].
// The scatter of an embedding's or a sparse product's gradient, turned into sums in a fixed order: no atomics.
// Two calls: with `join` 0 the first places of every segment are summed into its row of g and the further pieces of long segments
// into `partials`; with `join` 1 these are added to g (segments.ts says why). The sums of few numbers at a time also lose less to
// rounding than one long one: Higham (1993), "The Accuracy of Floating Point Summation", SIAM J. Sci. Comput. 14(4).
// Floor: N places, S ids move 4 (N (D + 1) + S (D + 2)) bytes, N D additions, two dispatches, the second one mostly tiny;
// 128 rows of 40 words, D = 128, 2,000 ids: 3.7 MB, 0.7 MFLOP, 37 µs at 100 GB/s.
import type { Op } from '../../op';
import { segmentSumPlain } from './plain';
import { SEGMENT_SUM_WGSL } from './webgpu';

/** What becomes part of the shader of segmentSum. */
export type SegmentSumConstants =
  | 'width' // D
  | 'weighted' // 1: each place has a value
  | 'join';

/** Plan, dy (N, D) -> g (S, D), with partials (X, D) in between; (S + X) * D / 4 threads, to join L * D / 4. */
export const segmentSum: Op<
  { plan: 'u32'; dy: 'vec4f'; g: 'vec4f'; partials: 'vec4f' },
  SegmentSumConstants
> = {
  name: 'segment-sum',
  buffers: { plan: 'u32', dy: 'vec4f', g: 'vec4f', partials: 'vec4f' },
  writes: ['g', 'partials'],
  plain: segmentSumPlain,
  wgsl: SEGMENT_SUM_WGSL,
};
