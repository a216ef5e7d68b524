// The greatest window of each filter in plain loops: the oracle. The WASM tier multiplies matrices instead (layers/convolution.ts).
import { PLAN_HEAD, PLAN } from '../../plan-head';
import { rowsBefore, sliceCount, windowCount, type Widths } from './filters';

/** The arrays of convolutionWindows; shapes stand in op.ts. */
export interface WindowsArrays {
  plan: Uint32Array<ArrayBuffer>;
  x: Float32Array<ArrayBuffer>;
  packed: Float32Array<ArrayBuffer>;
  tops: Float32Array<ArrayBuffer>;
}

/** Finds the greatest windows of every slice of every row; the first of equals. */
export function convolutionWindowsPlain(
  widths: Widths,
  { plan, x, packed, tops }: WindowsArrays,
  sizes: Record<'batch' | 'embedding' | 'filters' | 'tile' | 'slices', number>,
): void {
  const { batch, embedding, filters } = sizes;
  const padded = 4 * Math.ceil(filters / 4);
  const slices = sliceCount(plan[PLAN.length], sizes);
  const sums = new Float64Array(padded);
  tops.fill(-3.4e38);
  widths.forEach((width, i) => {
    const first = rowsBefore(widths, i) * embedding * padded;
    for (let row = 0; row < batch; row++) {
      const words = plan[PLAN_HEAD + batch + row];
      for (let t = 0; t < windowCount(words, width); t++) {
        sums.fill(0);
        for (let k = 0; k < width && t + k < words; k++) {
          const at = ((t + k) * batch + row) * embedding;
          for (let e = 0; e < embedding; e++) {
            const w = first + (k * embedding + e) * padded;
            for (let f = 0; f < padded; f++) sums[f] += x[at + e] * packed[w + f];
          }
        }
        const slice = Math.floor(t / sizes.tile) % slices;
        const out = ((i * batch + row) * slices + slice) * 2 * padded;
        for (let f = 0; f < padded; f++) {
          const to = out + 8 * Math.floor(f / 4) + (f % 4);
          if (sums[f] <= tops[to]) continue;
          tops[to] = sums[f];
          tops[to + 4] = t;
        }
      }
    }
  });
}
