// One optimizer step of the rows of a table that the batch touches; the other rows and their moments stay as they are, as with
// torch.optim.SparseAdam, and so does their decay. Formulas: update.ts; the bias corrections count all steps.
// Floor for Adam: S rows move 28 S D bytes.
import type { Op } from '../../op';
import { rowUpdatePlain } from './plain';
import { ROW_UPDATE_WGSL } from './webgpu';

/** Moves values (V, D) by slopes (S, D) of the plan's segments; group (2); S * D / 4 threads. momentum: 1 if sgd has one. */
export const rowUpdate: Op<
  {
    plan: 'u32';
    controls: 'f32';
    group: 'f32';
    slopes: 'vec4f';
    values: 'vec4f';
    means: 'vec4f';
    squares: 'vec4f';
  },
  'width' | 'optimizer' | 'momentum'
> = {
  name: 'row-update',
  buffers: {
    plan: 'u32',
    controls: 'f32',
    group: 'f32',
    slopes: 'vec4f',
    values: 'vec4f',
    means: 'vec4f',
    squares: 'vec4f',
  },
  writes: ['values', 'means', 'squares'],
  plain: rowUpdatePlain,
  wgsl: ROW_UPDATE_WGSL,
};
