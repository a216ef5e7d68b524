// Sets cells to zero within a capture: the slopes of a table of which only some rows are written.
// Floor: 4 bytes a cell.
import type { Op } from '../../op';
import { clearCellsPlain } from './plain';
import { CLEAR_CELLS_WGSL } from './webgpu';

/** `fours` times four cells of x, from its four cells number `at` on; as many threads. */
export const clearCells: Op<{ x: 'vec4f' }, 'at' | 'fours'> = {
  name: 'clear-cells',
  buffers: { x: 'vec4f' },
  writes: ['x'],
  plain: clearCellsPlain,
  wgsl: CLEAR_CELLS_WGSL,
};
