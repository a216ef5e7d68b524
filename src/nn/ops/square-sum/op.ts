// Partial sums of squares, for the length of all slopes together. Each group of threads sums its part of the numbers; clip-scale
// adds the parts up. Slopes of a table count as far as this batch's segments go: behind them stand those of earlier batches.
// Floor: 4 N bytes, 2 N FLOP.
import type { Op } from '../../op';
import { squareSumPlain, type SquareSumConstants } from './plain';
import { SQUARE_SUM_WGSL } from './webgpu';

/** Numbers -> sums[partsAt] to sums[partsAt + parts]; as many groups as parts. */
export const squareSum: Op<{ plan: 'u32'; x: 'vec4f'; sums: 'f32' }, SquareSumConstants> = {
  name: 'square-sum',
  buffers: { plan: 'u32', x: 'vec4f', sums: 'f32' },
  writes: ['sums'],
  plain: squareSumPlain,
  group: 64,
  wgsl: SQUARE_SUM_WGSL,
};
