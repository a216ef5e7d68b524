// Back through pooling over time in plain loops.
import { PLAN, PLAN_HEAD } from '../../plan-head';
import { POOLING, type PoolingConstant } from '../pooling/kinds';

/** The arrays of poolingSlopes; shapes stand in op.ts. */
export interface PoolingSlopeArrays {
  plan: Uint32Array<ArrayBuffer>;
  slopes: Float32Array<ArrayBuffer>;
  best: Uint32Array<ArrayBuffer>;
  xSlopes: Float32Array<ArrayBuffer>;
}

/** Deals the slopes of every row out. */
export function poolingSlopesPlain(
  { plan, slopes, best, xSlopes }: PoolingSlopeArrays,
  { kind, batch, width, reversedFrom, masked }: Record<PoolingConstant, number>,
): void {
  const length = plan[PLAN.length];
  const step = batch * width;
  xSlopes.fill(0, 0, length * step);
  for (let row = 0; row < batch; row++) {
    const words = masked ? plan[PLAN_HEAD + batch + row] : length;
    if (words === 0) continue;
    for (let i = row * width; i < (row + 1) * width; i++) {
      if (kind === POOLING.mean)
        for (let t = 0; t < words; t++) xSlopes[t * step + i] = slopes[i] / words;
      else if (kind === POOLING.max) xSlopes[best[i] * step + i] = slopes[i];
      else xSlopes[(i % width < reversedFrom ? words - 1 : 0) * step + i] = slopes[i];
    }
  }
}
