// Slopes of the words: dx[t * B + b, :] = sum over the windows that won over word t, place[b, f] = t - k, of g[b, f] W[k, :, f];
// 0 where no window won and behind a row's words. The sum goes by width, then by k, then by filter.
// Floor: 2 B E F FLOP for each word of each filter, 4 T B E bytes written; 64 rows of 64 words, E = 128, 100 filters each of
// 3, 4 and 5 words: 20 MFLOP, 2.1 MB written and at most 39 MB of filters out of the cache, one dispatch.
import type { Op } from '../../op';
import type { Widths } from '../convolution-windows/filters';
import { convolutionInputSlopesPlain } from './plain';
import { convolutionInputSlopesWgsl } from './webgpu';

/** plan, list (B, widths, F), starts (B, widths, T + 1), slopes (B, F * widths), turned (sum of widths, F, E) -> xSlopes (T * B, E); T * B * E / 4 threads. */
export function convolutionInputSlopes(widths: Widths): Op<
  {
    plan: 'u32';
    list: 'u32';
    starts: 'u32';
    slopes: 'f32';
    turned: 'vec4f';
    xSlopes: 'vec4f';
  },
  'batch' | 'embedding' | 'filters'
> {
  return {
    name: `convolution-input-slopes ${widths.join()}`,
    buffers: {
      plan: 'u32',
      list: 'u32',
      starts: 'u32',
      slopes: 'f32',
      turned: 'vec4f',
      xSlopes: 'vec4f',
    },
    writes: ['xSlopes'],
    plain: (arrays, sizes) => convolutionInputSlopesPlain(widths, arrays, sizes),
    wgsl: convolutionInputSlopesWgsl(widths),
  };
}
