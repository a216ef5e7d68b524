// Slopes of the filters in plain loops: each filter's words are summed side by side, then written to their columns.
import { PLAN_HEAD } from '../../plan-head';
import { NO_WINNER, type Widths } from '../convolution-windows/filters';

/** The arrays of convolutionKernelSlopes; shapes stand in op.ts. */
export interface KernelSlopesArrays {
  plan: Uint32Array<ArrayBuffer>;
  x: Float32Array<ArrayBuffer>;
  winners: Uint32Array<ArrayBuffer>;
  slopes: Float32Array<ArrayBuffer>;
  parameterSlopes: Float32Array<ArrayBuffer>;
}

/** Sums over the windows that won. */
export function convolutionKernelSlopesPlain(
  widths: Widths,
  { plan, x, winners, slopes, parameterSlopes }: KernelSlopesArrays,
  constants: Record<string, number>,
): void {
  const { batch, embedding, filters } = constants;
  const all = widths.length * filters;
  widths.forEach((width, i) => {
    const kernel = constants[`kernel${i}`];
    const sums = new Float32Array(width * embedding);
    for (let f = 0; f < filters; f++) {
      let bias = 0;
      sums.fill(0);
      for (let row = 0; row < batch; row++) {
        const j = row * all + i * filters + f;
        const g = slopes[j];
        if (winners[j] === NO_WINNER || g === 0) continue;
        bias += g;
        const count = Math.min(width, plan[PLAN_HEAD + batch + row]);
        for (let k = 0; k < count; k++) {
          const at = ((winners[j] + k) * batch + row) * embedding;
          const to = k * embedding;
          for (let e = 0; e < embedding; e++) sums[to + e] += g * x[at + e];
        }
      }
      for (let n = 0; n < sums.length; n++) parameterSlopes[kernel + n * filters + f] = sums[n];
      parameterSlopes[constants[`bias${i}`] + f] = bias;
    }
  });
}
