// Convolution over words and its maximum over time, without the maps between them: for each filter f of width w the greatest
// of sum over k < w of W[k, :, f] . x[t + k, :] over the windows t of a row, and its t. Kim (2014), "Convolutional Neural
// Networks for Sentence Classification", https://arxiv.org/abs/1408.5882. Bias and ReLU follow in ops/convolution-pool: both
// grow with the value, so they commute with the maximum.
// Windows lie within the row's own words; a row shorter than a filter has one window, filled up with zeros.
// Fused, because the maps (T * B, F) would be the largest thing in the network and are read only once.
// Floor: 2 E F FLOP for each word under each window, 4 (N E + W E F) bytes; 64 rows of 64 words, E = 128, 100 filters each of
// 3, 4 and 5 words: 1.2 GFLOP, 2.7 MB, one dispatch.
import type { Op } from '../../op';
import type { Widths } from './filters';
import { convolutionWindowsPlain } from './plain';
import { convolutionWindowsWgsl } from './webgpu';

/** plan, x (T * B, E), packed (sum of widths, E, F padded to 4) -> tops (widths, B, S, F / 4, 2, 4): value and place; tile is the constant's; widths * B * S * ceil(F / 4) threads. */
export function convolutionWindows(
  widths: Widths,
  tile: number,
): Op<
  { plan: 'u32'; x: 'vec4f'; packed: 'vec4f'; tops: 'vec4f' },
  'batch' | 'embedding' | 'filters' | 'tile' | 'slices'
> {
  return {
    name: `convolution-windows ${widths.join()} by ${tile}`,
    buffers: { plan: 'u32', x: 'vec4f', packed: 'vec4f', tops: 'vec4f' },
    writes: ['tops'],
    plain: (arrays, sizes) => convolutionWindowsPlain(widths, arrays, sizes),
    wgsl: convolutionWindowsWgsl(widths, tile),
  };
}
