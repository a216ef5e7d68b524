// Applies a mask of each row to all of the row's words, in plain loops.
import { PLAN } from '../../plan-head';

/** The arrays of lstmDrop; shapes stand in op.ts. */
export interface DropArrays {
  plan: Uint32Array<ArrayBuffer>;
  x: Float32Array<ArrayBuffer>;
  mask: Float32Array<ArrayBuffer>;
  y: Float32Array<ArrayBuffer>;
}

/** y = x mask, or y += x mask. */
export function lstmDropPlain(
  { plan, x, mask, y }: DropArrays,
  { batch, width, adds }: Record<'batch' | 'width' | 'adds', number>,
): void {
  const cells = batch * width;
  const end = plan[PLAN.length] * cells;
  for (let start = 0; start < end; start += cells) {
    if (adds) for (let i = 0; i < cells; i++) y[start + i] += x[start + i] * mask[i];
    else for (let i = 0; i < cells; i++) y[start + i] = x[start + i] * mask[i];
  }
}
