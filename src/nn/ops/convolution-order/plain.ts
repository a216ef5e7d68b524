// Winning windows in the order of their places in plain loops: a counting sort.
import { PLAN } from '../../plan-head';
import { NO_WINNER } from '../convolution-windows/filters';

/** The arrays of convolutionOrder; shapes stand in op.ts. */
export interface OrderArrays {
  plan: Uint32Array<ArrayBuffer>;
  winners: Uint32Array<ArrayBuffer>;
  slopes: Float32Array<ArrayBuffer>;
  list: Uint32Array<ArrayBuffer>;
  starts: Uint32Array<ArrayBuffer>;
}

/** Sorts the filters of every row and width. */
export function convolutionOrderPlain(
  widths: number,
  { plan, winners, slopes, list, starts }: OrderArrays,
  { batch, filters }: Record<'batch' | 'filters', number>,
): void {
  const length = plan[PLAN.length];
  const next = new Uint32Array(length + 2);
  const placeOf = (i: number) =>
    winners[i] === NO_WINNER || slopes[i] === 0 ? length : winners[i];
  for (let group = 0; group < batch * widths; group++) {
    const first = group * filters;
    next.fill(0);
    for (let f = 0; f < filters; f++) next[placeOf(first + f) + 1]++;
    for (let t = 0; t <= length; t++) next[t + 1] += next[t];
    starts.set(next.subarray(0, length + 1), group * (length + 1));
    for (let f = 0; f < filters; f++) list[first + next[placeOf(first + f)]++] = f;
  }
}
