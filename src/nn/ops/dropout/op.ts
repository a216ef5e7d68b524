// Dropout in place: each number is 0 with probability p, else multiplied by 1 / (1 - p), so that its mean stays.
// Srivastava et al. (2014), JMLR 15, section 10 (the scaled form). Which ones are dropped is drawn anew, by the number's place, in
// the forward and in the backward pass: nothing has to be kept.
// The way back also takes the factor off the values again, for an activation below tells its slope from them; those that were
// dropped stay 0, and so does their slope.
// Floor: forward 8NW bytes, backward 16NW, one draw of about 25 operations for each number.
import type { Op } from '../../op';
import { dropoutPlain, type DropoutConstants } from './plain';
import { DROPOUT_WGSL } from './webgpu';

/** Changes values (N, W), and on the way back slopes (N, W); N * W / 4 threads. */
export const dropout: Op<{ plan: 'u32'; values: 'vec4f'; slopes: 'vec4f' }, DropoutConstants> = {
  name: 'dropout',
  buffers: { plan: 'u32', values: 'vec4f', slopes: 'vec4f' },
  writes: ['values', 'slopes'],
  plain: dropoutPlain,
  wgsl: DROPOUT_WGSL,
};
