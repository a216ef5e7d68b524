// The recurrent part of an LSTM over many time steps in one dispatch: for each z = x W + h' U + b and the cell (lstm-cell).
// Groups of threads own a few rows from step to step and wait for nobody else, so that a real GPU is not asked to start two
// kernels a step; what limits it is U, which each group reads once a step.
// Floor a step: 8 B H^2 FLOP; reads 16 H^2 + 20 B H bytes (U once more for each group, from cache), writes 28 B H.
import type { Op } from '../../op';
import type { CellConstant } from '../lstm-cell/step';
import { lstmStepsPlain } from './plain';
import { LSTM_STEPS_WGSL } from './webgpu';

/** What becomes part of the shader: quadruples of rows of a group, and where U (H, 4H) stands among the parameters. */
export type StepsConstant = CellConstant | 'lanes' | 'recurrentAt';

type LstmSteps = Op<
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
  StepsConstant
>;

/** Buffers as lstmCell's, but gates come with x W; a group for each 4 * lanes rows, in it `group` >= H threads. */
export function lstmSteps(group: number): LstmSteps {
  return {
    name: `lstm-steps ${group}`,
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
    plain: lstmStepsPlain,
    group,
    wgsl: LSTM_STEPS_WGSL,
  };
}
