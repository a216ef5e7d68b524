// The row-sparse RMSprop step in plain loops.
import { BETA2, RATE } from '../../adam';
import { HEAD, HEAD_WORDS } from '../../plan';

/** The arrays of sparseRmsprop; shapes stand in op.ts. */
export interface SparseArrays {
  plan: Uint32Array<ArrayBuffer>;
  slopes: Float32Array<ArrayBuffer>;
  importance: Float32Array<ArrayBuffer>;
  w: Float32Array<ArrayBuffer>;
  v: Float32Array<ArrayBuffer>;
  rates: Float32Array<ArrayBuffer>;
}

/** One step of the table rows that the plan names. */
export function sparseRmspropPlain(
  arrays: SparseArrays,
  { width, numbers }: { width: number; numbers: number },
): void {
  const { plan, slopes, importance, w, v, rates } = arrays;
  const segments = plan[HEAD.segments];
  const ids = HEAD_WORDS + 2 * plan[HEAD.rows] + 1 + plan[HEAD.features];
  const stepSize = rates[RATE.tableStep];
  const epsilon = rates[RATE.epsilon];
  const sums = new Float32Array(width);
  for (let segment = 0; segment < segments; segment++) {
    const id = plan[ids + segment];
    const start = plan[ids + segments + segment];
    const end = plan[ids + segments + segment + 1];
    // Most features stand in one row of a batch: its slopes are the sum, and need no copy.
    const isOne = end - start === 1;
    const gradient = isOne ? slopes : sums;
    const at = isOne ? plan[start] * width : 0;
    if (!isOne) sumSlopes(arrays, sums, start, end);
    let square = 0;
    for (let d = at; d < at + width; d++) square += gradient[d] * gradient[d];
    const scale = importance[id];
    const mean = BETA2 * v[id] + ((1 - BETA2) * scale * scale * square) / numbers;
    v[id] = mean;
    const rate = (stepSize * scale) / (Math.sqrt(mean) + epsilon);
    const row = id * width;
    for (let d = 0; d < width; d += 4) {
      w[row + d] -= rate * gradient[at + d];
      w[row + d + 1] -= rate * gradient[at + d + 1];
      w[row + d + 2] -= rate * gradient[at + d + 2];
      w[row + d + 3] -= rate * gradient[at + d + 3];
    }
  }
}

/** sums = the slopes of the rows plan[start] to plan[end], four numbers at a time, so that they stay in registers. */
function sumSlopes(
  { plan, slopes }: SparseArrays,
  sums: Float32Array,
  start: number,
  end: number,
): void {
  const width = sums.length;
  for (let d = 0; d < width; d += 4) {
    let a = 0;
    let b = 0;
    let c = 0;
    let e = 0;
    for (let i = start; i < end; i++) {
      const at = plan[i] * width + d;
      a += slopes[at];
      b += slopes[at + 1];
      c += slopes[at + 2];
      e += slopes[at + 3];
    }
    sums[d] = a;
    sums[d + 1] = b;
    sums[d + 2] = c;
    sums[d + 3] = e;
  }
}
