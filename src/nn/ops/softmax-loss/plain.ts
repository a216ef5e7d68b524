// Cross-entropy of the softmax in plain loops.
import { SMOOTHING_UNIT, forEachRow, type RowLossArrays, type RowLossShape } from '../../row-loss';

/** Probabilities, losses and slopes of a batch. */
export function softmaxLossPlain(arrays: RowLossArrays, shape: RowLossShape): void {
  const { logits, probabilities, slopes } = arrays;
  const { classes } = shape;
  const even = shape.smoothing / SMOOTHING_UNIT / classes; // of the label's share for each class alike
  const rest = 1 - shape.smoothing / SMOOTHING_UNIT;
  forEachRow(arrays, shape, ({ label, at, out, slopesAt, share }) => {
    let greatest = -Infinity;
    for (let c = 0; c < classes; c++) greatest = Math.max(greatest, logits[at + c]);
    let sum = 0;
    let aims = 0; // sum of q z, z seen from the greatest
    for (let c = 0; c < classes; c++) {
      const z = logits[at + c] - greatest;
      const e = Math.exp(z);
      probabilities[out + c] = e;
      sum += e;
      aims += (even + (c === label ? rest : 0)) * z;
    }
    for (let c = 0; c < classes; c++) probabilities[out + c] /= sum;
    if (slopesAt >= 0)
      for (let c = 0; c < classes; c++) {
        const aim = even + (c === label ? rest : 0);
        slopes[slopesAt + c] = share * (probabilities[out + c] - aim);
      }
    return Math.log(sum) - aims;
  });
}
