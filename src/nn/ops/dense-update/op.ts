// One optimizer step of all dense parameters at once: they stand in one block, their slopes in another (parameters.ts), and each
// run of 64 cells belongs to a group with a rate and a decay of its own. Formulas: update.ts.
// One dispatch for the whole network; one for each parameter would be all launches. Floor for Adam: 28 bytes and 14 FLOP a number.
import type { Op } from '../../op';
import { denseUpdatePlain } from './plain';
import { DENSE_UPDATE_WGSL } from './webgpu';

/** Moves values by slopes (N); groups (N / 64, 2); a group of rate 0 stays; N / 4 threads. momentum: 1 if sgd has one. */
export const denseUpdate: Op<
  {
    plan: 'u32';
    controls: 'f32';
    groups: 'f32';
    slopes: 'vec4f';
    values: 'vec4f';
    means: 'vec4f';
    squares: 'vec4f';
  },
  'numbers' | 'optimizer' | 'momentum'
> = {
  name: 'dense-update',
  buffers: {
    plan: 'u32',
    controls: 'f32',
    groups: 'f32',
    slopes: 'vec4f',
    values: 'vec4f',
    means: 'vec4f',
    squares: 'vec4f',
  },
  writes: ['values', 'means', 'squares'],
  plain: denseUpdatePlain,
  wgsl: DENSE_UPDATE_WGSL,
};
