// Slopes of the words in plain loops: each window that won gives its filter's weights to the words under it.
import { PLAN, PLAN_HEAD } from '../../plan-head';
import { rowsBefore, type Widths } from '../convolution-windows/filters';

/** The arrays of convolutionInputSlopes; shapes stand in op.ts. */
export interface InputSlopesArrays {
  plan: Uint32Array<ArrayBuffer>;
  list: Uint32Array<ArrayBuffer>;
  starts: Uint32Array<ArrayBuffer>;
  slopes: Float32Array<ArrayBuffer>;
  turned: Float32Array<ArrayBuffer>;
  xSlopes: Float32Array<ArrayBuffer>;
}

/** Sums over the windows that won, in the order of their places. */
export function convolutionInputSlopesPlain(
  widths: Widths,
  { plan, list, starts, slopes, turned, xSlopes }: InputSlopesArrays,
  { batch, embedding, filters }: Record<'batch' | 'embedding' | 'filters', number>,
): void {
  const length = plan[PLAN.length];
  xSlopes.fill(0, 0, length * batch * embedding);
  for (let row = 0; row < batch; row++) {
    const words = plan[PLAN_HEAD + batch + row];
    widths.forEach((width, i) => {
      const group = row * widths.length + i;
      const kernel = rowsBefore(widths, i) * filters;
      for (let place = 0; place < length; place++) {
        const at = group * (length + 1) + place;
        for (let j = starts[at]; j < starts[at + 1]; j++) {
          const f = list[group * filters + j];
          const g = slopes[group * filters + f];
          for (let k = 0; k < width && place + k < words; k++) {
            const from = (kernel + k * filters + f) * embedding;
            const to = ((place + k) * batch + row) * embedding;
            for (let e = 0; e < embedding; e++) xSlopes[to + e] += g * turned[from + e];
          }
        }
      }
    });
  }
}
