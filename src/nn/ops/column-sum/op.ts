// Sums over rows: out[s, n] = sum of x[m, n] over m = s, s + S, s + 2S, ...; with one slice the whole sum of each column.
// Rows are dealt out to the slices in turn, so that neighbouring threads read neighbouring cells however few columns there are.
// Fixed order of sums. Floor: 4 (M N + S N) bytes, M N FLOP.
import type { Op } from '../../op';
import { columnSumPlain } from './plain';
import { COLUMN_SUM_WGSL } from './webgpu';

/** x (M, N) to out (S, N); S * N threads. */
export const columnSum: Op<{ sizes: 'u32'; x: 'f32'; out: 'f32' }, never> = {
  name: 'column-sum',
  buffers: { sizes: 'u32', x: 'f32', out: 'f32' },
  writes: ['out'],
  plain: columnSumPlain,
  wgsl: COLUMN_SUM_WGSL,
};
