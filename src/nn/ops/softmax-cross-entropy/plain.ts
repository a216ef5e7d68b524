// The classifier's head in plain loops.
import { RATE } from '../../adam';
import { HEAD, HEAD_WORDS } from '../../plan';

/** The arrays of softmaxCrossEntropy; shapes stand in op.ts. */
export interface HeadArrays {
  plan: Uint32Array<ArrayBuffer>;
  bags: Float32Array<ArrayBuffer>;
  scales: Float32Array<ArrayBuffer>;
  head: Float32Array<ArrayBuffer>;
  rates: Float32Array<ArrayBuffer>;
  probabilities: Float32Array<ArrayBuffer>;
  rowLosses: Float32Array<ArrayBuffer>;
  slopes: Float32Array<ArrayBuffer>;
}

interface HeadShape {
  width: number;
  classes: number;
}

/** Probabilities, losses, and the slope of the mean loss at each row's features. */
export function softmaxCrossEntropyPlain(arrays: HeadArrays, shape: HeadShape): void {
  const { plan, rates, probabilities, rowLosses } = arrays;
  const { classes } = shape;
  const rows = plan[HEAD.rows];
  for (let row = 0; row < rows; row++) {
    const out = (plan[HEAD.outRow] + row) * classes;
    const label = plan[HEAD_WORDS + row];
    writeLogits(arrays, row, out, shape);
    let greatest = -Infinity;
    for (let c = 0; c < classes; c++) greatest = Math.max(greatest, probabilities[out + c]);
    const chosen = label < classes ? probabilities[out + label] - greatest : 0;
    let sum = 0;
    for (let c = 0; c < classes; c++) {
      probabilities[out + c] = Math.exp(probabilities[out + c] - greatest);
      sum += probabilities[out + c];
    }
    for (let c = 0; c < classes; c++) probabilities[out + c] /= sum;
    const weight = label < classes ? rates[RATE.classWeights + label] : 0;
    rowLosses[row] = label < classes ? weight * (Math.log(sum) - chosen) : 0;
    if (label < classes) writeSlopes(arrays, row, out, shape);
  }
}

function writeLogits(arrays: HeadArrays, row: number, out: number, shape: HeadShape): void {
  const { bags, head, probabilities } = arrays;
  const { width, classes } = shape;
  for (let c = 0; c < classes; c++) {
    let logit = head[width * classes + c];
    for (let d = 0; d < width; d++) {
      const bag = bags[row * width + d];
      if (bag > 0) logit += bag * head[d * classes + c];
    }
    probabilities[out + c] = logit;
  }
}

function writeSlopes(arrays: HeadArrays, row: number, out: number, shape: HeadShape): void {
  const { plan, bags, scales, head, rates, probabilities, slopes } = arrays;
  const { width, classes } = shape;
  const label = plan[HEAD_WORDS + row];
  const trust =
    rates[RATE.classWeights + label] * probabilities[out + label] ** rates[RATE.robustness];
  const scale = (trust * scales[row]) / plan[HEAD.rows];
  for (let d = 0; d < width; d++) {
    let slope = -head[d * classes + label];
    for (let c = 0; c < classes; c++) slope += probabilities[out + c] * head[d * classes + c];
    slopes[row * width + d] = bags[row * width + d] > 0 ? slope * scale : 0;
  }
}
