// Notes where each touched row of a table has its slopes: slots[id of segment s] = s. What was noted for earlier batches may stay:
// a slot counts only if its segment is one of this batch's and has the row's id, the sparse set of Briggs & Torczon (1993),
// "An Efficient Representation for Sparse Sets", ACM LOPLAS 2(1-4), so nothing has to be cleared.
// Floor: 8 S bytes.
import type { Op } from '../../op';
import { markRowsPlain } from './plain';
import { MARK_ROWS_WGSL } from './webgpu';

/** Plan -> slots (V); S threads. */
export const markRows: Op<{ plan: 'u32'; slots: 'u32' }, never> = {
  name: 'mark-rows',
  buffers: { plan: 'u32', slots: 'u32' },
  writes: ['slots'],
  plain: markRowsPlain,
  wgsl: MARK_ROWS_WGSL,
};
