// The recurrent weights of an LSTM with rows and columns exchanged, so that going back reads them along their rows.
// Floor: 32 H^2 bytes.
import type { Op } from '../../op';
import { lstmTransposePlain } from './plain';
import { LSTM_TRANSPOSE_WGSL } from './webgpu';

/** transposed (4H, H) of U (H, 4H), which stands at a cell of `weights`; a thread a number. */
export const lstmTranspose: Op<{ weights: 'f32'; transposed: 'f32' }, 'units' | 'recurrentAt'> = {
  name: 'lstm-transpose',
  buffers: { weights: 'f32', transposed: 'f32' },
  writes: ['transposed'],
  plain: lstmTransposePlain,
  wgsl: LSTM_TRANSPOSE_WGSL,
};
