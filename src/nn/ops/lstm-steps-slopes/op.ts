// Back through the recurrent part of an LSTM over many time steps in one dispatch: for each dz' U^T of the step after and the way
// back through the cell (lstm-cell-slopes). U comes transposed, so that neighbouring threads read neighbouring cells.
// Floor a step: 8 B H^2 FLOP; reads 16 H^2 + 36 B H bytes (U once more for each group, from cache), writes 20 B H.
import type { Op } from '../../op';
import type { LstmConstant } from '../lstm-cell/step';
import { lstmStepsSlopesPlain } from './plain';
import { LSTM_STEPS_SLOPES_WGSL } from './webgpu';

type LstmStepsSlopes = Op<
  {
    plan: 'u32';
    step: 'u32';
    recurrent: 'f32';
    gates: 'f32';
    cells: 'f32';
    slopes: 'f32';
    mask: 'f32';
    carry: 'f32';
  },
  LstmConstant | 'lanes'
>;

/** Buffers as lstmCellSlopes', but recurrent is U^T (4H, H); a group for each 4 * lanes rows, in it `group` >= H threads. */
export function lstmStepsSlopes(group: number): LstmStepsSlopes {
  return {
    name: `lstm-steps-slopes ${group}`,
    buffers: {
      plan: 'u32',
      step: 'u32',
      recurrent: 'f32',
      gates: 'f32',
      cells: 'f32',
      slopes: 'f32',
      mask: 'f32',
      carry: 'f32',
    },
    writes: ['gates', 'carry'],
    plain: lstmStepsSlopesPlain,
    group,
    wgsl: LSTM_STEPS_SLOPES_WGSL,
  };
}
