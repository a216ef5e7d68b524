// The end of the maximum over time: y = ReLU(b + the greatest of the slices' values), or without the ReLU, and which window won.
// A filter whose ReLU is shut has no winner: no slope reaches it. Floor: 8 B S F bytes, one dispatch.
import type { Op } from '../../op';
import type { Widths } from '../convolution-windows/filters';
import { convolutionPoolPlain } from './plain';
import { convolutionPoolWgsl } from './webgpu';

/** plan, tops (widths, B, S, F / 4, 2, 4), parameters, in which the bias (F) of width number i begins at the constant bias[i], -> y (B, F * widths), winners (B, F * widths): places of windows; B * F * widths threads. */
export function convolutionPool(
  widths: Widths,
): Op<{ plan: 'u32'; tops: 'f32'; parameters: 'f32'; y: 'f32'; winners: 'u32' }, string> {
  return {
    name: `convolution-pool ${widths.join()}`,
    buffers: { plan: 'u32', tops: 'f32', parameters: 'f32', y: 'f32', winners: 'u32' },
    writes: ['y', 'winners'],
    plain: (arrays, constants) => convolutionPoolPlain(widths, arrays, constants),
    wgsl: convolutionPoolWgsl(widths),
  };
}
