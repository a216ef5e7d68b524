// The end of the maximum over time in plain loops.
import { PLAN } from '../../plan-head';
import { NO_WINNER, sliceCount, type Widths } from '../convolution-windows/filters';

/** The arrays of convolutionPool; shapes stand in op.ts. */
export interface PoolArrays {
  plan: Uint32Array<ArrayBuffer>;
  tops: Float32Array<ArrayBuffer>;
  parameters: Float32Array<ArrayBuffer>;
  y: Float32Array<ArrayBuffer>;
  winners: Uint32Array<ArrayBuffer>;
}

/** Adds the bias to each filter's greatest value, and keeps what is above 0. */
export function convolutionPoolPlain(
  widths: Widths,
  { plan, tops, parameters, y, winners }: PoolArrays,
  constants: Record<string, number>,
): void {
  const { batch, filters, activates, tile } = constants;
  const padded = 4 * Math.ceil(filters / 4);
  const slices = sliceCount(plan[PLAN.length], { tile, slices: constants.slices });
  const all = widths.length * filters;
  widths.forEach((_, i) => {
    const bias = constants[`bias${i}`];
    for (let row = 0; row < batch; row++) {
      for (let f = 0; f < filters; f++) {
        let at = (i * batch + row) * slices * 2 * padded + 8 * Math.floor(f / 4) + (f % 4);
        let [top, place] = [tops[at], tops[at + 4]];
        for (let slice = 1; slice < slices; slice++) {
          at += 2 * padded;
          if (tops[at] < top || (tops[at] === top && tops[at + 4] > place)) continue;
          [top, place] = [tops[at], tops[at + 4]];
        }
        const value = Math.fround(top + parameters[bias + f]);
        const isShut = activates === 1 && value <= 0;
        const out = row * all + i * filters + f;
        y[out] = isShut ? 0 : value;
        winners[out] = isShut ? NO_WINNER : place;
      }
    }
  });
}
