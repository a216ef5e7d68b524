// One optimizer step of all rows of a table, as Keras and torch.optim.Adam take it: a row that the batch does not touch has the
// slope 0 and goes on by its moments and its decay. Formulas: update.ts. The slopes stay compact; slots tell where they are.
// Floor for Adam: 24 V D + 4 S D bytes, however few rows the batch has.
import type { Op } from '../../op';
import { tableUpdatePlain } from './plain';
import { TABLE_UPDATE_WGSL } from './webgpu';

/** Moves values (V, D) by slopes (S, D) and the slots (V) that mark-rows has written; group (2); V * D / 4 threads. */
export const tableUpdate: Op<
  {
    plan: 'u32';
    controls: 'f32';
    group: 'f32';
    slots: 'u32';
    slopes: 'vec4f';
    values: 'vec4f';
    means: 'vec4f';
    squares: 'vec4f';
  },
  'rows' | 'width' | 'optimizer' | 'momentum'
> = {
  name: 'table-update',
  buffers: {
    plan: 'u32',
    controls: 'f32',
    group: 'f32',
    slots: 'u32',
    slopes: 'vec4f',
    values: 'vec4f',
    means: 'vec4f',
    squares: 'vec4f',
  },
  writes: ['values', 'means', 'squares'],
  plain: tableUpdatePlain,
  wgsl: TABLE_UPDATE_WGSL,
};
