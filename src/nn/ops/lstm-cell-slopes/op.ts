// Back through the cell of an LSTM (lstm-cell) at one time step: dh = slopes of the output + m back, where back = dz' U^T of the
// step after and m what dropout left of the state; do = dh tanh(c), dc = dc' + dh o (1 - tanh(c)^2), di = dc g, df = dc c',
// dg = dc i, and what flows on is dc f; dz = di i (1 - i), df f (1 - f), dg (1 - g^2), do o (1 - o).
// `gates` comes with the gates and leaves with dz, zeros behind a row's end, so that the gradients of W, U, b and x are products
// over all positions.
// Floor: reads 36 B H bytes, writes 20 B H, about 40 B H FLOP.
import type { Op } from '../../op';
import type { LstmConstant } from '../lstm-cell/step';
import { lstmCellSlopesPlain } from './plain';
import { LSTM_CELL_SLOPES_WGSL } from './webgpu';

/** back (B, H), gates (N, 4H), cells (N, H), slopes (N, outRow), mask (B, H), carry dc (B, H); B * H threads. */
export const lstmCellSlopes: Op<
  {
    plan: 'u32';
    step: 'u32';
    back: 'f32';
    gates: 'f32';
    cells: 'f32';
    slopes: 'f32';
    mask: 'f32';
    carry: 'f32';
  },
  LstmConstant
> = {
  name: 'lstm-cell-slopes',
  buffers: {
    plan: 'u32',
    step: 'u32',
    back: 'f32',
    gates: 'f32',
    cells: 'f32',
    slopes: 'f32',
    mask: 'f32',
    carry: 'f32',
  },
  writes: ['gates', 'carry'],
  plain: lstmCellSlopesPlain,
  wgsl: LSTM_CELL_SLOPES_WGSL,
};
