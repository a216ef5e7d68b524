// Back through the recurrent part of an LSTM over many time steps in plain loops: the oracle of the kernel.
import {
  writeCellSlopes,
  type CellSlopeArrays,
  type CellSlopeShape,
} from '../lstm-cell-slopes/plain';
import { STEP } from '../lstm-cell/step';

/** The arrays of lstmStepsSlopes; shapes stand in op.ts. */
export interface StepsSlopeArrays extends Omit<CellSlopeArrays, 'back'> {
  recurrent: Float32Array<ArrayBuffer>;
}

/** Computes the steps one after another. */
export function lstmStepsSlopesPlain(arrays: StepsSlopeArrays, shape: CellSlopeShape): void {
  const { step } = arrays;
  const back = new Float32Array(shape.batch * shape.units);
  for (let s = 0; s < step[STEP.count]; s++) {
    const t = step[STEP.first] + (shape.reversed ? s : -s);
    const isStart = s === 0 && step[STEP.isStart] === 1;
    if (!isStart) flowBack(arrays, back, t, shape);
    writeCellSlopes({ ...arrays, back }, t, isStart, shape);
  }
}

/** back = dz' U^T of the step after. */
function flowBack(
  { recurrent, gates }: StepsSlopeArrays,
  back: Float32Array<ArrayBuffer>,
  t: number,
  { batch, units, reversed }: CellSlopeShape,
): void {
  const sums = new Float64Array(units);
  const after = (reversed ? t - 1 : t + 1) * batch;
  for (let row = 0; row < batch; row++) {
    sums.fill(0);
    for (let j = 0, at = (after + row) * 4 * units; j < 4 * units; j++) {
      const dz = gates[at + j];
      for (let u = 0, from = j * units; u < units; u++) sums[u] += dz * recurrent[from + u];
    }
    back.set(sums, row * units);
  }
}
