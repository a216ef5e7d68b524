// The head's gradient and its Adam step in plain loops.
import { BETA1, BETA2, RATE } from '../../adam';
import { HEAD, HEAD_WORDS } from '../../plan';

/** The arrays of denseAdam; shapes stand in op.ts. */
export interface DenseArrays {
  plan: Uint32Array<ArrayBuffer>;
  bags: Float32Array<ArrayBuffer>;
  probabilities: Float32Array<ArrayBuffer>;
  w: Float32Array<ArrayBuffer>;
  moments: Float32Array<ArrayBuffer>;
  rates: Float32Array<ArrayBuffer>;
  rowLosses: Float32Array<ArrayBuffer>;
  losses: Float32Array<ArrayBuffer>;
}

/** One Adam step of the head, and the batch's mean loss into its slot. */
export function denseAdamPlain(
  arrays: DenseArrays,
  { width, classes }: { width: number; classes: number },
): void {
  const { plan, bags, probabilities, w, moments, rates, rowLosses, losses } = arrays;
  const rows = plan[HEAD.rows];
  const trusts = new Float32Array(rows);
  for (let row = 0; row < rows; row++) {
    const label = plan[HEAD_WORDS + row];
    const chosen = probabilities[row * classes + label];
    trusts[row] = rates[RATE.classWeights + label] * chosen ** rates[RATE.robustness];
  }
  for (let i = 0; i < (width + 1) * classes; i++) {
    const d = Math.floor(i / classes);
    const c = i % classes;
    let g = 0;
    for (let row = 0; row < rows; row++) {
      const x = d < width ? bags[row * width + d] : 1;
      if (x <= 0) continue;
      const error = probabilities[row * classes + c] - (plan[HEAD_WORDS + row] === c ? 1 : 0);
      g += trusts[row] * x * error;
    }
    g /= rows;
    const mean = BETA1 * moments[2 * i] + (1 - BETA1) * g;
    const square = BETA2 * moments[2 * i + 1] + (1 - BETA2) * g * g;
    moments[2 * i] = mean;
    moments[2 * i + 1] = square;
    w[i] -= (rates[RATE.headStep] * mean) / (Math.sqrt(square) + rates[RATE.epsilon]);
  }
  let sum = 0;
  for (let row = 0; row < rows; row++) sum += rowLosses[row];
  losses[plan[HEAD.lossSlot]] = sum / rows;
}
