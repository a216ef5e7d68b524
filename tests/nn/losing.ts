// A loss recorded and replayed on a backend, for the tests of losses.
import { randomUnit } from '../../src/core/random';
import { recordLoss, type LossKind } from '../../src/nn/loss';
import { Net } from '../../src/nn/net';
import type { Backend } from '../../src/nn/op';
import { NO_LABEL, PLAN, PLAN_HEAD } from '../../src/nn/plan-head';

/** What a loss is given. */
export interface LossCase {
  kind: LossKind;
  classes: number;
  outputs: number;
  width: number;
  batch: number;
  logits: Float32Array<ArrayBuffer>; // (batch, width)
  labels: number[]; // of the rows that are there
  labelSmoothing: number;
  classWeights: number[];
  isTraining: boolean;
  outRow: number;
  lossSlot: number;
}

/** Logits with a row of labels for each. */
export function randomLogits(shape: { rows: number; classes: number; outputs: number }): LossCase {
  const { rows, classes, outputs } = shape;
  const width = 4 * Math.ceil(outputs / 4);
  const draw = (i: number) => randomUnit(rows, classes, i);
  return {
    kind: 'softmax',
    ...{ classes, outputs, width },
    batch: rows,
    logits: Float32Array.from({ length: rows * width }, (_, i) =>
      i % width < outputs ? 6 * draw(i) - 3 : 0,
    ),
    labels: Array.from({ length: rows }, (_, i) => Math.floor(classes * draw(1000 + i))),
    labelSmoothing: 0,
    classWeights: Array.from({ length: classes }, (_, c) => 0.5 + draw(5000 + c)),
    isTraining: true,
    outRow: 2,
    lossSlot: 3,
  };
}

/** Everything that the loss writes. */
export async function lossOn(backend: Backend, given: LossCase) {
  const { batch, classes, width, labels, outRow } = given;
  const net = new Net(backend, { batch, length: 0, planWords: PLAN_HEAD + batch });
  const logits = net.signal(batch, width);
  backend.write(logits.values, given.logits);
  backend.write(logits.slopes, new Float32Array(batch * width));
  const classWeights = net.float(classes);
  backend.write(classWeights, Float32Array.from(given.classWeights));
  const plan = new Uint32Array(PLAN_HEAD + batch).fill(NO_LABEL, PLAN_HEAD);
  plan[PLAN.rows] = labels.length;
  plan[PLAN.outRow] = outRow;
  plan[PLAN.lossSlot] = given.lossSlot;
  plan.set(labels, PLAN_HEAD);
  backend.write(net.plan, plan);
  const probabilities = net.float((outRow + batch) * classes);
  const rowLosses = net.float(batch);
  const losses = net.float(8);
  try {
    const capture = backend.capture(() =>
      recordLoss(net, { ...given, logits, classWeights, probabilities, rowLosses, losses }),
    );
    capture.replay();
    return {
      probabilities: await backend.read(probabilities),
      rowLosses: await backend.read(rowLosses),
      losses: await backend.read(losses),
      slopes: await backend.read(logits.slopes),
    };
  } finally {
    net.dispose();
  }
}
