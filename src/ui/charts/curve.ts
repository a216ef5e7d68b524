// The columns behind the training curves: one x for all lines, grown in place so that a redraw copies nothing.
import type { CurvePoint, EpochRecord } from '../../core/run';

/** The lines of a training. */
export const CURVES = ['trainLoss', 'trainTrend', 'validationLoss', 'validationAccuracy'] as const;

const MEMORY = 0.05; // epochs over which the trend of the noisy training loss forgets

/** One of them. */
export type CurveName = (typeof CURVES)[number];

/** Losses, the training loss's exponential running mean, and accuracy over epochs; null where a line has no point, NaN included. */
export class CurveTable {
  readonly x: number[] = []; // epochs since the start, ascending
  readonly columns: Record<CurveName, (number | null)[]> = {
    trainLoss: [],
    trainTrend: [],
    validationLoss: [],
    validationAccuracy: [],
  };
  #trend = 0;
  #lastX = 0;
  #points = 0;
  #epochs = 0;

  /** Takes what is new in two growing lists. */
  follow(
    points: readonly CurvePoint[],
    epochs: readonly EpochRecord[],
    stepsPerEpoch: number,
  ): void {
    for (; this.#points < points.length; this.#points++) {
      const { step, loss } = points[this.#points];
      const x = step / stepsPerEpoch;
      const place = this.#placeOf(x);
      const weight = 1 - Math.exp((this.#lastX - x) / MEMORY);
      this.#trend += (loss - this.#trend) * (this.#points === 0 ? 1 : weight);
      this.#lastX = x;
      this.columns.trainLoss[place] = loss;
      this.columns.trainTrend[place] = this.#trend;
    }
    for (; this.#epochs < epochs.length; this.#epochs++) {
      const { epoch, validationLoss, validationAccuracy } = epochs[this.#epochs];
      const place = this.#placeOf(epoch);
      this.columns.validationLoss[place] = orNull(validationLoss);
      this.columns.validationAccuracy[place] = orNull(validationAccuracy);
    }
  }

  /** The index of x; new values nearly always belong at the end. */
  #placeOf(x: number): number {
    let place = this.x.length;
    while (place > 0 && this.x[place - 1] > x) place--;
    if (place > 0 && this.x[place - 1] === x) return place - 1;
    this.x.splice(place, 0, x);
    for (const name of CURVES) this.columns[name].splice(place, 0, null);
    return place;
  }
}

/** Without rows kept aside there are no figures: NaN would spread over the whole chart. */
function orNull(value: number): number | null {
  return Number.isNaN(value) ? null : value;
}
