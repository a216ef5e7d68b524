// Sparse rows times a table in plain loops: four numbers of a row at a time, so that the sums stay in registers.
import { PLAN, PLAN_HEAD } from '../../plan-head';

/** The arrays of sparseProduct; shapes stand in op.ts. */
export interface SparseProductArrays {
  plan: Uint32Array<ArrayBuffer>;
  table: Float32Array<ArrayBuffer>;
  bias: Float32Array<ArrayBuffer>;
  y: Float32Array<ArrayBuffer>;
}

/** y[row] = bias + sum of value * table[id] over the row's entries. */
export function sparseProductPlain(
  { plan, table, bias, y }: SparseProductArrays,
  { batch, width, biasAt }: Record<'batch' | 'width' | 'biasAt', number>,
): void {
  const values = new Float32Array(plan.buffer, plan.byteOffset, plan.length);
  const entries = plan[PLAN.entries];
  for (let row = 0; row < batch; row++) {
    const start = plan[PLAN_HEAD + batch + row];
    const end = plan[PLAN_HEAD + batch + row + 1];
    for (let d = 0; d < width; d += 4) {
      const from = 4 * biasAt + d;
      let a = bias[from];
      let b = bias[from + 1];
      let c = bias[from + 2];
      let e = bias[from + 3];
      for (let i = start; i < end; i++) {
        const value = values[i + entries];
        const j = plan[i] * width + d;
        a += value * table[j];
        b += value * table[j + 1];
        c += value * table[j + 2];
        e += value * table[j + 3];
      }
      const out = row * width + d;
      y[out] = a;
      y[out + 1] = b;
      y[out + 2] = c;
      y[out + 3] = e;
    }
  }
}
