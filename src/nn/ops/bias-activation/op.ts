// A bias and an activation in place: y = f(x + b) with f = none, ReLU, tanh or sigmoid.
// Fused because each alone is all memory: 16NW bytes for two ops, 8NW here. Its slope is ops/activation-slope.
// Floor: 8NW bytes, 2NW FLOP and more where f is tanh or sigmoid.
import type { Op } from '../../op';
import { biasActivationPlain } from './plain';
import { BIAS_ACTIVATION_WGSL } from './webgpu';

/** Changes x (N, W) by a bias that stands in a block of parameters; N * W / 4 threads. activation: see sizes.ts. */
export const biasActivation: Op<{ sizes: 'u32'; bias: 'f32'; x: 'vec4f' }, 'activation'> = {
  name: 'bias-activation',
  buffers: { sizes: 'u32', bias: 'f32', x: 'vec4f' },
  writes: ['x'],
  plain: biasActivationPlain,
  wgsl: BIAS_ACTIVATION_WGSL,
};
