// The squared hinge of each class against the rest, the loss of scikit-learn's LinearSVC as it comes: for each output t = 1 where
// the row is of the output's class, else -1; loss = max(0, 1 - t z)^2, added up over the outputs, slope -2 t max(0, 1 - t z).
// One output stands for the second of two classes. Without its own weight decay it is no support vector machine: that is the
// optimizer's. L2-SVM: Fan et al. (2008), LIBLINEAR, JMLR 9, section 2 and appendix.
// An SVM has no probabilities. What is written is the softmax of the margins (of -z and z with one output), which orders the
// classes rightly and is not calibrated.
// Floor: reads 4BC bytes, writes 8BC, about 12BC FLOP.
import type { Op } from '../../op';
import { ROW_LOSS_BUFFERS, ROW_LOSS_WRITES, type RowLossShape } from '../../row-loss';
import { hingeLossPlain } from './plain';
import { HINGE_LOSS_WGSL } from './webgpu';

/** Margins (B, W) with 1 or C outputs -> scores (R, C) of sum 1, row losses (B), slopes (B, W); B threads. */
export const hingeLoss: Op<typeof ROW_LOSS_BUFFERS, keyof RowLossShape> = {
  name: 'hinge-loss',
  buffers: ROW_LOSS_BUFFERS,
  writes: ROW_LOSS_WRITES,
  plain: hingeLossPlain,
  wgsl: HINGE_LOSS_WGSL,
};
