// Pooling over time in plain loops.
import { PLAN, PLAN_HEAD } from '../../plan-head';
import { POOLING, type PoolingConstant } from './kinds';

/** The arrays of pooling; shapes stand in op.ts. */
export interface PoolingArrays {
  plan: Uint32Array<ArrayBuffer>;
  x: Float32Array<ArrayBuffer>;
  y: Float32Array<ArrayBuffer>;
  best: Uint32Array<ArrayBuffer>;
}

type PoolingShape = Record<PoolingConstant, number>;

/** Pools every row; sums in f64. */
export function poolingPlain(arrays: PoolingArrays, shape: PoolingShape): void {
  const { plan, x, y } = arrays;
  const { kind, batch, width, reversedFrom, masked } = shape;
  const sums = new Float64Array(width);
  for (let row = 0; row < batch; row++) {
    const words = masked ? plan[PLAN_HEAD + batch + row] : plan[PLAN.length];
    const out = row * width;
    if (words === 0) y.fill(0, out, out + width);
    else if (kind === POOLING.max) takeGreatest(arrays, { row, words, ...shape });
    else if (kind === POOLING.last) {
      const last = ((words - 1) * batch + row) * width;
      for (let i = 0; i < width; i++) y[out + i] = x[(i < reversedFrom ? last : out) + i];
    } else {
      sums.fill(0);
      for (let t = 0, at = out; t < words; t++, at += batch * width)
        for (let i = 0; i < width; i++) sums[i] += x[at + i];
      for (let i = 0; i < width; i++) y[out + i] = sums[i] / words;
    }
  }
}

function takeGreatest(
  { x, y, best }: PoolingArrays,
  { row, words, batch, width }: PoolingShape & { row: number; words: number },
): void {
  const out = row * width;
  for (let i = out; i < out + width; i++) y[i] = x[i];
  best.fill(0, out, out + width);
  for (let t = 1; t < words; t++) {
    const from = t * batch * width;
    for (let i = out; i < out + width; i++) {
      if (x[from + i] <= y[i]) continue;
      y[i] = x[from + i];
      best[i] = t;
    }
  }
}
