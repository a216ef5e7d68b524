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
  const gradient = new Float32Array(width);
  for (let segment = 0; segment < segments; segment++) {
    const id = plan[ids + segment];
    const start = plan[ids + segments + segment];
    const end = plan[ids + segments + segment + 1];
    const scale = importance[id];
    const only = plan[start] * width;
    for (let d = 0; d < width; d++) gradient[d] = slopes[only + d];
    for (let i = start + 1; i < end; i++) {
      const at = plan[i] * width;
      for (let d = 0; d < width; d++) gradient[d] += slopes[at + d];
    }
    let square = 0;
    for (let d = 0; d < width; d++) square += gradient[d] * gradient[d];
    const mean = BETA2 * v[id] + ((1 - BETA2) * scale * scale * square) / numbers;
    v[id] = mean;
    const rate = (stepSize * scale) / (Math.sqrt(mean) + epsilon);
    const row = id * width;
    for (let d = 0; d < width; d++) w[row + d] -= rate * gradient[d];
  }
}
