// Records a loss: what the logits say of each row, how wrong that is, and the slope of the mean of it.
import type { LossName } from '../core/settings';
import type { Net, Signal } from './net';
import type { Block } from './op';
import { hingeLoss } from './ops/hinge-loss/op';
import { meanLoss } from './ops/mean-loss/op';
import { sigmoidLoss } from './ops/sigmoid-loss/op';
import { softmaxLoss } from './ops/softmax-loss/op';
import { SMOOTHING_UNIT } from './row-loss';

/** The loss that is trained on; each op says what its formula is. */
export type LossKind = LossName;

/** What a loss reads and where it writes. */
export interface LossOptions {
  kind: LossKind;
  logits: Signal; // (B, outputs), perhaps wider; its slopes are written when training
  outputs: number; // C, or 1 for two classes, which softmax does not know
  classes: number; // C
  labelSmoothing: number; // 0 to 1; hinge has none
  classWeights: Block<'f32'>; // (C), how much a row of each class counts
  probabilities: Block<'f32'>; // (R, C), written from row plan[PLAN.outRow] on
  rowLosses: Block<'f32'>; // (B), times the weight of the row's class
  losses: Block<'f32'>; // (ring); the mean goes to plan[PLAN.lossSlot] when training
  isTraining: boolean;
}

const OPS = { softmax: softmaxLoss, sigmoid: sigmoidLoss, hinge: hingeLoss } as const;

/** Outputs that a loss has for so many classes. */
export function outputsOf(kind: LossKind, classes: number): number {
  return kind !== 'softmax' && classes === 2 ? 1 : classes;
}

/** Records probabilities, row losses, and in training the slopes and the mean loss. */
export function recordLoss(net: Net, options: LossOptions): void {
  const { kind, logits, outputs, classes, labelSmoothing, isTraining } = options;
  const { classWeights, probabilities, rowLosses, losses } = options;
  if (outputs !== classes && outputs !== outputsOf(kind, classes))
    throw new Error(`${kind} with ${outputs} outputs for ${classes} classes`);
  const { backend, batch, plan } = net;
  const { values, slopes, width } = logits;
  const blocks = { plan, logits: values, classWeights, probabilities, rowLosses, slopes };
  const smoothing = kind === 'hinge' ? 0 : Math.round(labelSmoothing * SMOOTHING_UNIT);
  const shape = { batch, classes, outputs, width, smoothing, training: Number(isTraining) };
  backend.run(OPS[kind], blocks, shape, batch);
  if (isTraining) backend.run(meanLoss, { plan, rowLosses, losses }, {}, 1);
}
