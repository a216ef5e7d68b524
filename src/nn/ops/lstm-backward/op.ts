// Back through the recurrent part of an LSTM (lstm-forward): from the slopes dh at its states to dz at its gates' inputs,
// dh += m dz' U^T, dc = dc' + dh o (1 - tanh(c)^2), do = dh tanh(c), di = dc g, df = dc c', dg = dc i, and what flows on is dc f;
// dz = di i (1 - i), df f (1 - f), dg (1 - g^2), do o (1 - o). dz' is of the step after, m what dropout left of the state.
// `gates` comes with the activated gates and leaves with dz, zeros behind a row's end; the gradients of W, U, b and x are then
// products over all positions. `recurrent` is U^T (4H, H): neighbouring threads read neighbouring cells. Where the product is
// made beforehand (fused = 0), `recurrent` is that product (B, H).
// Floor a step: 8 B H^2 FLOP; reads 16 H^2 + 44 B H bytes, writes 20 B H.
import type { Op } from '../../op';
import type { BackwardConstant } from '../lstm-forward/step';
import { lstmBackwardPlain } from './plain';
import { LSTM_BACKWARD_WGSL } from './webgpu';
import { LSTM_BACKWARD_STEPS_WGSL } from './webgpu-steps';

const PARTS = {
  name: 'lstm-backward',
  writes: ['gates', 'carry'],
  plain: lstmBackwardPlain,
} as const;

/** recurrent, gates (N, 4H), cells (N, H), slopes (N, outRow), mask (B, H), carry dc (B, H); one step, ceil(B / STEP_ROWS) * H / 4 threads. */
export const lstmBackward: Op<
  {
    plan: 'u32';
    step: 'u32';
    recurrent: 'vec4f';
    gates: 'vec4f';
    cells: 'vec4f';
    slopes: 'vec4f';
    mask: 'vec4f';
    carry: 'vec4f';
  },
  BackwardConstant
> = {
  ...PARTS,
  buffers: {
    plan: 'u32',
    step: 'u32',
    recurrent: 'vec4f',
    gates: 'vec4f',
    cells: 'vec4f',
    slopes: 'vec4f',
    mask: 'vec4f',
    carry: 'vec4f',
  },
  wgsl: LSTM_BACKWARD_WGSL,
};

/** The same for many steps; a group for each 4 * lanes rows, in it `group` >= H threads. */
export function lstmBackwardSteps(group: number): Op<
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
  BackwardConstant | 'lanes'
> {
  return {
    ...PARTS,
    name: `lstm-backward-steps-${group}`,
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
    group,
    wgsl: LSTM_BACKWARD_STEPS_WGSL,
  };
}
