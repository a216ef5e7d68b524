// Binary cross-entropy of the sigmoid in plain loops.
import { SMOOTHING_UNIT, forEachRow, type RowLossArrays, type RowLossShape } from '../../row-loss';

function sigmoid(z: number): number {
  const e = Math.exp(-Math.abs(z));
  return (z >= 0 ? 1 : e) / (1 + e);
}

/** log(1 + exp z). */
function softplus(z: number): number {
  return Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z)));
}

/** Probabilities, losses and slopes of a batch. */
export function sigmoidLossPlain(arrays: RowLossArrays, shape: RowLossShape): void {
  const { logits, probabilities, slopes } = arrays;
  const { classes, outputs } = shape;
  const smoothing = shape.smoothing / SMOOTHING_UNIT;
  const first = classes - outputs; // class of the first output
  forEachRow(arrays, shape, ({ label, at, out, slopesAt, share }) => {
    let loss = 0;
    for (let o = 0; o < outputs; o++) {
      const z = logits[at + o];
      const aim = smoothing / 2 + (first + o === label ? 1 - smoothing : 0);
      loss += softplus(z) - aim * z;
      if (slopesAt >= 0) slopes[slopesAt + o] = share * (sigmoid(z) - aim);
    }
    const found = probabilities.subarray(out, out + classes);
    if (outputs === 1) writePair(logits[at], found);
    else writeScaled(logits.subarray(at, at + outputs), found);
    return loss;
  });
}

function writePair(z: number, found: Float32Array): void {
  found[0] = sigmoid(-z);
  found[1] = sigmoid(z);
}

/** Sigmoids scaled to the sum 1, by their logarithms: all of them may be too small for a float. */
function writeScaled(z: Float32Array, found: Float32Array): void {
  let greatest = -Infinity;
  for (let c = 0; c < z.length; c++) greatest = Math.max(greatest, -softplus(-z[c]));
  let sum = 0;
  for (let c = 0; c < z.length; c++) sum += Math.exp(-softplus(-z[c]) - greatest);
  for (let c = 0; c < z.length; c++) found[c] = Math.exp(-softplus(-z[c]) - greatest) / sum;
}
