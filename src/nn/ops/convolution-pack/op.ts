// Filters laid out for the two passes: packed with four neighbouring filters side by side and their number padded to a
// multiple of four, as the forward pass reads them; and turned, with an embedding's numbers side by side, as the slopes of the
// words read them. Floor: 12 W E F bytes, no arithmetic; 100 filters each of 3, 4 and 5 words, E = 128: 1.8 MB, one dispatch.
import type { Op } from '../../op';
import type { Widths } from '../convolution-windows/filters';
import { convolutionPackPlain } from './plain';
import { convolutionPackWgsl } from './webgpu';

/** parameters, in which the kernel (w, E, F) of width number i begins at the constant kernel[i], -> packed (sum of widths, E, F padded), turned (sum of widths, F, E); sum of widths * E * ceil(F / 4) threads. */
export function convolutionPack(
  widths: Widths,
): Op<{ parameters: 'f32'; packed: 'vec4f'; turned: 'f32' }, string> {
  return {
    name: `convolution-pack ${widths.join()}`,
    buffers: { parameters: 'f32', packed: 'vec4f', turned: 'f32' },
    writes: ['packed', 'turned'],
    plain: (arrays, constants) => convolutionPackPlain(widths, arrays, constants),
    wgsl: convolutionPackWgsl(widths),
  };
}
