// Binary cross-entropy of the sigmoid, for each output on its own: t = 1 where the row is of the output's class, else 0,
// smoothed to t (1 - s) + s / 2 as Keras's BinaryCrossentropy does it; loss = log(1 + exp z) - t z, slope sigmoid(z) - t.
// One output stands for the second of two classes and gives the probabilities [1 - p, p]. C outputs take each class against the
// rest: their losses are added up, so that an output learns as fast as it would alone, and the probabilities are the sigmoids
// scaled to the sum 1.
// Taken as max(z, 0) - t z + log(1 + exp -|z|), so that nothing overflows.
// Floor: reads 4BC bytes, writes 8BC, about 15BC FLOP.
import type { Op } from '../../op';
import { ROW_LOSS_BUFFERS, ROW_LOSS_WRITES, type RowLossShape } from '../../row-loss';
import { sigmoidLossPlain } from './plain';
import { SIGMOID_LOSS_WGSL } from './webgpu';

/** Logits (B, W) with 1 or C outputs -> probabilities (R, C), row losses (B), slopes (B, W); B threads. */
export const sigmoidLoss: Op<typeof ROW_LOSS_BUFFERS, keyof RowLossShape> = {
  name: 'sigmoid-loss',
  buffers: ROW_LOSS_BUFFERS,
  writes: ROW_LOSS_WRITES,
  plain: sigmoidLossPlain,
  wgsl: SIGMOID_LOSS_WGSL,
};
