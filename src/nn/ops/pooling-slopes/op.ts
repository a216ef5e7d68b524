// Back through pooling over time: every slope of y (B, W) goes to the numbers of x (T * B, W) that it was made of; zeros elsewhere.
// Floor: reads 8 B W bytes, writes 4 T B W.
import type { Op } from '../../op';
import type { PoolingConstant } from '../pooling/kinds';
import { poolingSlopesPlain } from './plain';
import { POOLING_SLOPES_WGSL } from './webgpu';

/** slopes at y (B, W) and, of max, `best` (B, W) to those at x (T * B, W); T * B * W threads. */
export const poolingSlopes: Op<
  { plan: 'u32'; slopes: 'f32'; best: 'u32'; xSlopes: 'f32' },
  PoolingConstant
> = {
  name: 'pooling-slopes',
  buffers: { plan: 'u32', slopes: 'f32', best: 'u32', xSlopes: 'f32' },
  writes: ['xSlopes'],
  plain: poolingSlopesPlain,
  wgsl: POOLING_SLOPES_WGSL,
};
