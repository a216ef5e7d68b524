// Winning windows in the order of their places, each width's of each row for itself, so that a word finds the filters that won
// over it without looking at all of them: those that won at place t are the numbers starts[t] up to starts[t + 1] of the list.
// Filters without a slope, be it that their ReLU is shut or that dropout left them out, come last and under no place.
// A counting sort; of equal places the earlier filter comes first, so sums over the list have a fixed order.
// On a GPU each filter counts those before it: B F^2 widths comparisons, 1.9 million for 64 rows and 3 times 100 filters.
import type { Op } from '../../op';
import type { Widths } from '../convolution-windows/filters';
import { convolutionOrderPlain } from './plain';
import { convolutionOrderWgsl } from './webgpu';

/** plan, winners (B, F * widths), slopes (B, F * widths) -> list (B, widths, F) of filters, starts (B, widths, T + 1); B * F * widths threads. */
export function convolutionOrder(
  widths: Widths,
): Op<
  { plan: 'u32'; winners: 'u32'; slopes: 'f32'; list: 'u32'; starts: 'u32' },
  'batch' | 'embedding' | 'filters'
> {
  return {
    name: `convolution-order ${widths.length}`,
    buffers: { plan: 'u32', winners: 'u32', slopes: 'f32', list: 'u32', starts: 'u32' },
    writes: ['list', 'starts'],
    plain: (arrays, sizes) => convolutionOrderPlain(widths.length, arrays, sizes),
    wgsl: convolutionOrderWgsl(widths),
  };
}
