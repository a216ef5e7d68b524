// The recurrent part of an LSTM over many time steps in plain loops: the oracle of the kernel.
import { writeCells, type CellArrays, type CellShape } from '../lstm-cell/plain';
import { STEP } from '../lstm-cell/step';

/** Computes the steps one after another. */
export function lstmStepsPlain(
  arrays: CellArrays,
  shape: CellShape & { recurrentAt: number },
): void {
  const { step } = arrays;
  for (let s = 0; s < step[STEP.count]; s++) {
    const t = step[STEP.first] + (shape.reversed ? -s : s);
    const isStart = s === 0 && step[STEP.isStart] === 1;
    if (!isStart) addStates(arrays, t, shape);
    writeCells(arrays, t, isStart, shape);
  }
}

/** gates += h' U, each number rounded once. */
function addStates(
  { weights, gates, states }: CellArrays,
  t: number,
  { batch, units, reversed, recurrentAt }: CellShape & { recurrentAt: number },
): void {
  const width = 4 * units;
  const z = new Float64Array(width);
  for (let p = t * batch; p < (t + 1) * batch; p++) {
    const before = (reversed ? p + batch : p - batch) * units;
    z.set(gates.subarray(p * width, (p + 1) * width));
    for (let k = 0; k < units; k++) {
      const h = states[before + k];
      for (let j = 0, at = recurrentAt + k * width; j < width; j++) z[j] += h * weights[at + j];
    }
    gates.set(z, p * width);
  }
}
