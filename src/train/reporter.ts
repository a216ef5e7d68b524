// Tells how a training goes: at most ten times a second, with rate and time left, not counting pauses.
import type { CurvePoint, EpochRecord, RunUpdate } from '../core/run';

/** News of a training; the run's id is added by whoever knows it. */
export type TrainNews = Omit<RunUpdate, 'runId'>;

/** What the reporter reads of a training whenever it reports. */
export interface Standing {
  phase: TrainNews['phase'];
  step: number; // done
  steps: number; // planned
  epoch: number; // 1-based, under way
  rows: number; // gone through, over all epochs
  epochs: EpochRecord[];
  curve: CurvePoint[];
}

const LEAST_MS = 100;

/** Reports a standing that others change. */
export class Reporter {
  private readonly standing: Standing;
  private readonly send: (news: TrainNews) => void;
  private readonly start = performance.now();
  private pausedMs = 0;
  private last = -Infinity;
  private pointsSent = 0;

  constructor(standing: Standing, send: (news: TrainNews) => void) {
    this.standing = standing;
    this.send = send;
  }

  /** Whether the last report is long enough ago for another. */
  isDue(): boolean {
    return performance.now() - this.last >= LEAST_MS;
  }

  /** Seconds since the start, without pauses. */
  seconds(): number {
    return (performance.now() - this.start - this.pausedMs) / 1000;
  }

  /** Reports now. */
  report(isPaused = false): void {
    this.last = performance.now();
    const { phase, step, steps, epoch, rows, epochs, curve } = this.standing;
    const rowsPerSecond = rows / Math.max(this.seconds(), 1e-3);
    const secondsLeft = step === 0 ? null : ((steps - step) * this.seconds()) / step;
    const points = curve.slice(this.pointsSent);
    this.pointsSent = curve.length;
    const counts = { step, steps, epoch, rowsPerSecond, secondsLeft };
    this.send({ phase, isPaused, ...counts, points, epochs: [...epochs] });
  }

  /** Tells of a pause, waits for its end and leaves it out of the time. */
  async waitFor(pause: Promise<void>): Promise<void> {
    const begin = performance.now();
    this.report(true);
    await pause;
    this.pausedMs += performance.now() - begin;
    this.report();
  }
}
