// What slopes are multiplied by so that all of them together are no longer than `clip`: min(1, clip / (length + 1e-6)), in the form
// of torch.nn.utils.clip_grad_norm_. Pascanu et al. (2013), section 3.2, https://arxiv.org/abs/1211.5063
// The scale stays on the device, where the updates read it: no step waits for a number to come back.
import type { Op } from '../../op';
import { clipScalePlain } from './plain';
import { CLIP_SCALE_WGSL } from './webgpu';

/** Sums of squares (P), limit (1) -> controls[CONTROL.clip]; one group. */
export const clipScale: Op<{ sums: 'f32'; limit: 'f32'; controls: 'f32' }, 'parts'> = {
  name: 'clip-scale',
  buffers: { sums: 'f32', limit: 'f32', controls: 'f32' },
  writes: ['controls'],
  plain: clipScalePlain,
  group: 64,
  wgsl: CLIP_SCALE_WGSL,
};
