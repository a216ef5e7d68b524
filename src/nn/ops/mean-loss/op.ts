// The mean loss of a batch into its slot of a ring, so that the losses of many steps can be read at once.
// Floor: 4B bytes, B FLOP.
import type { Op } from '../../op';
import { meanLossPlain } from './plain';
import { MEAN_LOSS_WGSL } from './webgpu';

/** Plan, row losses (B) -> losses[plan's lossSlot]; one group. */
export const meanLoss: Op<{ plan: 'u32'; rowLosses: 'f32'; losses: 'f32' }, never> = {
  name: 'mean-loss',
  buffers: { plan: 'u32', rowLosses: 'f32', losses: 'f32' },
  writes: ['losses'],
  plain: meanLossPlain,
  group: 64,
  wgsl: MEAN_LOSS_WGSL,
};
