// The way back through an activation, told from its output y: dx = f'(x) dy with f' = [y > 0], 1 - y^2 or y (1 - y).
// Floor: 12NW bytes, 3NW FLOP.
import type { Op } from '../../op';
import { activationSlopePlain } from './plain';
import { ACTIVATION_SLOPE_WGSL } from './webgpu';

/** Changes slopes (N, W) in place, given y (N, W); N * W / 4 threads. */
export const activationSlope: Op<{ sizes: 'u32'; y: 'vec4f'; slopes: 'vec4f' }, 'activation'> = {
  name: 'activation-slope',
  buffers: { sizes: 'u32', y: 'vec4f', slopes: 'vec4f' },
  writes: ['slopes'],
  plain: activationSlopePlain,
  wgsl: ACTIVATION_SLOPE_WGSL,
};
