// The greatest window of each filter out of the maps that matrix products left: what ops/convolution-windows gives in one, for
// the WASM tier, where products are fast and nothing else is. Floor: 4 N F widths bytes read, one dispatch.
import type { Op } from '../../op';
import type { Widths } from '../convolution-windows/filters';
import { convolutionGreatestPlain } from './plain';
import { convolutionGreatestWgsl } from './webgpu';

/** plan, maps (widths, T, B, F) -> tops as ops/convolution-windows has them, with one slice; B * F * widths threads. */
export function convolutionGreatest(
  widths: Widths,
): Op<{ plan: 'u32'; maps: 'f32'; tops: 'f32' }, 'batch' | 'embedding' | 'filters'> {
  return {
    name: `convolution-greatest ${widths.join()}`,
    buffers: { plan: 'u32', maps: 'f32', tops: 'f32' },
    writes: ['tops'],
    plain: (arrays, sizes) => convolutionGreatestPlain(widths, arrays, sizes),
    wgsl: convolutionGreatestWgsl(widths),
  };
}
