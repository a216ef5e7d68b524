// Applies a mask of each row to all of the row's words: y[p, i] = x[p, i] mask[row of p, i], or y += it.
// Floor: reads 4 N W bytes (8 to add), writes 4 N W; positions are by time, so the mask comes from cache.
import type { Op } from '../../op';
import { lstmDropPlain } from './plain';
import { LSTM_DROP_WGSL } from './webgpu';

/** x and y (T * B, W), mask (B, W); a thread a number. */
export const lstmDrop: Op<
  { plan: 'u32'; x: 'f32'; mask: 'f32'; y: 'f32' },
  'batch' | 'width' | 'adds'
> = {
  name: 'lstm-drop',
  buffers: { plan: 'u32', x: 'f32', mask: 'f32', y: 'f32' },
  writes: ['y'],
  plain: lstmDropPlain,
  wgsl: LSTM_DROP_WGSL,
};
