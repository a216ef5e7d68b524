// Several curves, each over its own x, as one table for one chart.
import type { Line } from './line-plot';

/** One drawing of a curve: ascending x, and y for each. */
export interface Trace {
  x: readonly number[];
  y: readonly (number | null)[];
}

/** The curves of one run: a trend without marks, and marked points. */
export interface RunCurve {
  name: string; // stands beside its end
  slot: number; // 0 to 7: its colour and its dashes
  trend: Trace | null;
  points: Trace;
}

/** Curves that can be told apart in one chart. */
export const SLOTS = 8;

/** The dashes of each slot, px drawn and left out; they tell curves apart where colours do not. */
export const DASHES: readonly (readonly number[])[] = [
  [],
  [9, 4],
  [2, 3],
  [10, 3, 2, 3],
  [16, 4],
  [5, 5],
  [10, 3, 2, 3, 2, 3],
  [4, 2],
];

/** All x in order, and each curve's lines over them; null where a curve has no point. */
export function overlay(curves: readonly RunCurve[]): { x: number[]; lines: Line[] } {
  const all = curves.flatMap(({ trend, points }) => [...(trend?.x ?? []), ...points.x]);
  const x = Float64Array.from(new Set(all)).sort();
  const placeOf = new Map(Array.from(x, (value, place) => [value, place]));
  const columnOf = (trace: Trace) => {
    const column = new Array<number | null>(x.length).fill(null);
    trace.x.forEach((value, i) => (column[placeOf.get(value) ?? 0] = trace.y[i]));
    return column;
  };
  const lines = curves.flatMap(({ name, slot, trend, points }) => {
    const look = { colour: `--class-${slot}`, dash: DASHES[slot] };
    const thin: Line[] = trend
      ? [{ ...look, name: '', width: 1, hasDots: false, values: columnOf(trend) }]
      : [];
    return [...thin, { ...look, name, width: 2.2, hasDots: true, values: columnOf(points) }];
  });
  return { x: Array.from(x), lines };
}
