// The greatest window of each filter out of maps in plain loops: all filters of a window side by side.
import { PLAN, PLAN_HEAD } from '../../plan-head';
import { windowCount, type Widths } from '../convolution-windows/filters';

/** The arrays of convolutionGreatest; shapes stand in op.ts. */
export interface GreatestArrays {
  plan: Uint32Array<ArrayBuffer>;
  maps: Float32Array<ArrayBuffer>;
  tops: Float32Array<ArrayBuffer>;
}

/** Walks through each row's windows; the first of equals wins. */
export function convolutionGreatestPlain(
  widths: Widths,
  { plan, maps, tops }: GreatestArrays,
  { batch, filters }: Record<'batch' | 'filters', number>,
): void {
  const length = plan[PLAN.length];
  const values = new Float32Array(filters);
  const places = new Float32Array(filters);
  widths.forEach((width, i) => {
    for (let row = 0; row < batch; row++) {
      const windows = windowCount(plan[PLAN_HEAD + batch + row], width);
      values.fill(-3.4e38);
      for (let t = 0; t < windows; t++) {
        const at = ((i * length + t) * batch + row) * filters;
        for (let f = 0; f < filters; f++) {
          if (maps[at + f] <= values[f]) continue;
          values[f] = maps[at + f];
          places[f] = t;
        }
      }
      const out = (i * batch + row) * 8 * Math.ceil(filters / 4);
      for (let f = 0; f < filters; f++) {
        const to = out + 8 * (f >> 2) + (f & 3);
        tops[to] = values[f];
        tops[to + 4] = places[f];
      }
    }
  });
}
