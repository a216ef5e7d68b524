// The squared hinge of each class against the rest in plain loops.
import { forEachRow, type RowLossArrays, type RowLossShape } from '../../row-loss';

/** Scores, losses and slopes of a batch. */
export function hingeLossPlain(arrays: RowLossArrays, shape: RowLossShape): void {
  const { logits, probabilities, slopes } = arrays;
  const { classes, outputs } = shape;
  const first = classes - outputs; // class of the first output
  forEachRow(arrays, shape, ({ label, at, out, slopesAt, share }) => {
    let loss = 0;
    for (let o = 0; o < outputs; o++) {
      const side = first + o === label ? 1 : -1;
      const missing = Math.max(0, 1 - side * logits[at + o]);
      loss += missing * missing;
      if (slopesAt >= 0) slopes[slopesAt + o] = -2 * share * side * missing;
    }
    const found = probabilities.subarray(out, out + classes);
    if (outputs === 1) writeSoftmax([-logits[at], logits[at]], found);
    else writeSoftmax(logits.subarray(at, at + outputs), found);
    return loss;
  });
}

function writeSoftmax(margins: ArrayLike<number>, found: Float32Array): void {
  let greatest = -Infinity;
  for (let c = 0; c < margins.length; c++) greatest = Math.max(greatest, margins[c]);
  let sum = 0;
  for (let c = 0; c < margins.length; c++) sum += Math.exp(margins[c] - greatest);
  for (let c = 0; c < margins.length; c++) found[c] = Math.exp(margins[c] - greatest) / sum;
}
