// The recurrent part of an LSTM: z = x W + h' U + b, i, f, o = sigmoid(z), g = tanh(z), c = f c' + i g, h = o tanh(c),
// where c' and h' are of the word before (behind, when reversed), zeros at the start, and h' is what dropout left of it.
// Hochreiter & Schmidhuber (1997), with the forget gate of Gers et al. (2000); gates in Keras's order i, f, g, o.
// Positions are by time, p = t B + row. `gates` comes with x W of all positions and leaves with i, f, g, o; `states` keeps h' for
// the next step and for the gradient of U. Behind a row's end, where that is skipped, everything is zero: a reversed pass so
// starts at the row's last word.
// Floor a step: 8 B H^2 FLOP; reads 16 H^2 + 20 B H bytes, writes 28 B H.
// One step a dispatch without barriers for software adapters and wide layers, or many steps a dispatch (webgpu-steps.ts), where
// a group of threads owns a few rows from step to step and their states never leave the group's memory.
import type { Op } from '../../op';
import { lstmForwardPlain } from './plain';
import type { ForwardConstant } from './step';
import { LSTM_FORWARD_WGSL } from './webgpu';
import { LSTM_FORWARD_STEPS_WGSL } from './webgpu-steps';

const PARTS = {
  name: 'lstm-forward',
  writes: ['gates', 'cells', 'states', 'output'],
  plain: lstmForwardPlain,
} as const;

/** gates (N, 4H), cells c (N, H), states h' (N, H), output h (N, outRow), mask (B, H); one step, ceil(B / STEP_ROWS) * H / 4 threads. */
export const lstmForward: Op<
  {
    plan: 'u32';
    step: 'u32';
    weights: 'vec4f';
    gates: 'vec4f';
    cells: 'vec4f';
    states: 'vec4f';
    output: 'vec4f';
    mask: 'vec4f';
  },
  ForwardConstant
> = {
  ...PARTS,
  buffers: {
    plan: 'u32',
    step: 'u32',
    weights: 'vec4f',
    gates: 'vec4f',
    cells: 'vec4f',
    states: 'vec4f',
    output: 'vec4f',
    mask: 'vec4f',
  },
  wgsl: LSTM_FORWARD_WGSL,
};

/** The same for many steps; a group for each 4 * lanes rows, in it `group` >= H threads. */
export function lstmForwardSteps(group: number): Op<
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
  ForwardConstant | 'lanes'
> {
  return {
    ...PARTS,
    name: `lstm-forward-steps-${group}`,
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
    group,
    wgsl: LSTM_FORWARD_STEPS_WGSL,
  };
}
