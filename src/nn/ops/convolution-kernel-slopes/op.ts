// Slopes of the filters: dW[k, e, f] = sum over rows b of g[b, f] x[(place[b, f] + k) * B + b, e], db[f] = sum of g[b, f].
// Only the windows that won have a slope g, one a row and filter, so this is T times less than the product it takes the place of.
// Rows are summed in their order. Floor: 2 B E FLOP for each word of each filter, 4 (B F W E) bytes read from the words;
// 64 rows, E = 128, 100 filters each of 3, 4 and 5 words: 20 MFLOP, at most 39 MB out of the cache, one dispatch.
import type { Op } from '../../op';
import type { Widths } from '../convolution-windows/filters';
import { convolutionKernelSlopesPlain } from './plain';
import { convolutionKernelSlopesWgsl } from './webgpu';

/** plan, x (T * B, E), winners (B, F * widths), slopes (B, F * widths) -> parameterSlopes, where kernels and biases stand as constants say; F * widths * E / 4 threads. */
export function convolutionKernelSlopes(
  widths: Widths,
): Op<{ plan: 'u32'; x: 'vec4f'; winners: 'u32'; slopes: 'f32'; parameterSlopes: 'f32' }, string> {
  return {
    name: `convolution-kernel-slopes ${widths.join()}`,
    buffers: { plan: 'u32', x: 'vec4f', winners: 'u32', slopes: 'f32', parameterSlopes: 'f32' },
    writes: ['parameterSlopes'],
    plain: (arrays, constants) => convolutionKernelSlopesPlain(widths, arrays, constants),
    wgsl: convolutionKernelSlopesWgsl(widths),
  };
}
