// Filters laid out for the two passes in plain loops.
import { rowsBefore, type Widths } from '../convolution-windows/filters';

/** The arrays of convolutionPack; shapes stand in op.ts. */
export interface PackArrays {
  parameters: Float32Array<ArrayBuffer>;
  packed: Float32Array<ArrayBuffer>;
  turned: Float32Array<ArrayBuffer>;
}

/** Copies every weight to its place in both layouts. */
export function convolutionPackPlain(
  widths: Widths,
  { parameters, packed, turned }: PackArrays,
  constants: Record<string, number>,
): void {
  const { embedding, filters } = constants;
  const padded = 4 * Math.ceil(filters / 4);
  widths.forEach((width, i) => {
    const before = rowsBefore(widths, i);
    for (let k = 0; k < width; k++) {
      for (let e = 0; e < embedding; e++) {
        const from = constants[`kernel${i}`] + (k * embedding + e) * filters;
        const to = ((before + k) * embedding + e) * padded;
        packed.set(parameters.subarray(from, from + filters), to);
        const turnedAt = (before + k) * filters * embedding + e;
        for (let f = 0; f < filters; f++) turned[turnedAt + f * embedding] = parameters[from + f];
      }
    }
  });
}
