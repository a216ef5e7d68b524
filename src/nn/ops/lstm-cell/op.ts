// The cell of an LSTM at one time step: i, f, o = sigmoid(z), g = tanh(z), c = f c' + i g, h = o tanh(c), with z = x W + h' U + b;
// c' and h' are of the word before (behind, when reversed), zeros at the start, and h' is what dropout left of it.
// Hochreiter & Schmidhuber (1997), with the forget gate of Gers et al. (2000); gates in Keras's order i, f, g, o.
// Positions are by time, p = t B + row. `gates` comes with x W + h' U and leaves with i, f, g, o; `states` keeps h' for the next
// step and for the gradient of U. Behind a row's end, where that is skipped, everything is zero: a reversed pass so starts at the
// row's last word.
// Floor: reads 20 B H bytes, writes 28 B H, about 60 B H FLOP. The products beside it are matrix-product's, 8 B H^2 FLOP a step.
import type { Op } from '../../op';
import { lstmCellPlain } from './plain';
import type { CellConstant } from './step';
import { LSTM_CELL_WGSL } from './webgpu';

/** gates (N, 4H), cells c (N, H), states h' (N, H), output h (N, outRow), mask (B, H); B * H threads. */
export const lstmCell: Op<
  {
    plan: 'u32';
    step: 'u32';
    weights: 'f32';
    gates: 'f32';
    cells: 'f32';
    states: 'f32';
    output: 'f32';
    mask: 'f32';
  },
  CellConstant
> = {
  name: 'lstm-cell',
  buffers: {
    plan: 'u32',
    step: 'u32',
    weights: 'f32',
    gates: 'f32',
    cells: 'f32',
    states: 'f32',
    output: 'f32',
    mask: 'f32',
  },
  writes: ['gates', 'cells', 'states', 'output'],
  plain: lstmCellPlain,
  wgsl: LSTM_CELL_WGSL,
};
