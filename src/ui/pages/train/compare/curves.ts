// A run's curves over epochs, seconds or rows read.
import type { Run } from '../../../../core/run';
import { CurveTable } from '../../../charts/curve';
import type { Trace } from '../../../charts/overlay';

/** What curves can be laid over. */
export const AXES = ['epochs', 'seconds', 'rows'] as const;

/** One of them. */
export type Axis = (typeof AXES)[number];

/** What curves can show. */
export const MEASURES = ['loss', 'accuracy'] as const;

/** One of them. */
export type Measure = (typeof MEASURES)[number];

const MOST_POINTS = 300; // of a trend: more cannot be seen

/** The trend of the training loss, and the points on validation; the trend is null where it is of another measure. */
export function tracesOf(
  run: Run,
  measure: Measure,
  axis: Axis,
): { trend: Trace | null; points: Trace } {
  const table = new CurveTable();
  table.follow(run.curve, run.epochs, stepsPerEpoch(run));
  const onAxis = axisOf(run, axis);
  const { trainTrend, validationLoss, validationAccuracy } = table.columns;
  const traceOf = (column: readonly (number | null)[], most: number): Trace => {
    const places = column.flatMap((value, i) => (value === null ? [] : [i]));
    const step = Math.max(1, Math.ceil(places.length / most));
    const kept = places.filter((_, i) => i % step === 0 || i === places.length - 1);
    return { x: kept.map((i) => onAxis(table.x[i])), y: kept.map((i) => column[i]) };
  };
  return {
    trend: measure === 'loss' ? traceOf(trainTrend, MOST_POINTS) : null,
    points: traceOf(measure === 'loss' ? validationLoss : validationAccuracy, Infinity),
  };
}

function stepsPerEpoch({ steps, settings }: Run): number {
  return Math.max(1, steps / settings.train.epochs);
}

/** Turns epochs since the start into the axis' unit. Seconds are known at the end of each epoch, and even in between. */
function axisOf({ epochs, prepared }: Run, axis: Axis): (epoch: number) => number {
  if (axis === 'epochs') return (epoch) => epoch;
  if (axis === 'rows') return (epoch) => epoch * prepared.rows.train;
  const ends = [0, ...epochs.map(({ seconds }) => seconds)];
  const last = ends.length - 1;
  return (epoch) => {
    const before = Math.min(Math.floor(epoch), Math.max(0, last - 1)); // beyond the last: at its pace
    const pace = last === 0 ? 0 : ends[before + 1] - ends[before];
    return ends[before] + (epoch - before) * pace;
  };
}
