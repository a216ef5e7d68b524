// Pooling over time: x (T * B, W), positions by time, to y (B, W): the number at the row's last word (for a reversed layer its
// first, where that layer ends), the mean over its words, or the greatest with the word it stands at. Zeros for a row without words.
// Floor: reads 4 T B W bytes (8 B W for last), writes 8 B W.
import type { Op } from '../../op';
import type { PoolingConstant } from './kinds';
import { poolingPlain } from './plain';
import { POOLING_WGSL } from './webgpu';

/** x (T * B, W) to y (B, W) and, of max, `best` (B, W), the times of the greatest; B * W threads. */
export const pooling: Op<{ plan: 'u32'; x: 'f32'; y: 'f32'; best: 'u32' }, PoolingConstant> = {
  name: 'pooling',
  buffers: { plan: 'u32', x: 'f32', y: 'f32', best: 'u32' },
  writes: ['y', 'best'],
  plain: poolingPlain,
  wgsl: POOLING_WGSL,
};
