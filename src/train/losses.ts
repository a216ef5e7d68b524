// The losses of a training: read from the device now and then, never awaited at a step.
import { fail } from '../core/errors';
import type { CurvePoint } from '../core/run';
import { LOSS_SLOTS, type Model } from '../models/model';

const MOST_POINTS = 2000;

/** Collects the loss of every step and thins them to a curve. */
export class Losses {
  readonly curve: CurvePoint[] = [];
  private readonly model: Model;
  private readonly every: number; // steps a point
  private readonly rows = new Uint32Array(LOSS_SLOTS); // of the last steps, at (step - 1) % LOSS_SLOTS
  private taken = 0; // the last step whose loss is known
  private handed = 0; // the last step handed to the device
  private epochSum = 0;
  private epochRows = 0;
  private pointSum = 0;
  private pointRows = 0;
  private reading: Promise<void> | null = null;
  private fault: unknown = null;

  constructor(model: Model, steps: number) {
    this.model = model;
    this.every = Math.ceil(steps / MOST_POINTS);
  }

  /** Notes that a step was handed over; waits only when the device's ring is half full of unread losses. */
  async note(step: number, rows: number): Promise<void> {
    this.handed = step;
    this.rows[(step - 1) % LOSS_SLOTS] = rows;
    if (step - this.taken >= LOSS_SLOTS / 2) await this.collect();
  }

  /** Starts a read in the background, unless one is under way; throws what an earlier one met. */
  glance(): void {
    if (this.fault !== null) throw this.fault as Error;
    this.reading ??= this.take().then(
      () => void (this.reading = null),
      (error: unknown) => void (this.fault = error),
    );
  }

  /** Waits until the losses of all steps handed over are known; throws where one is no number. */
  async collect(): Promise<void> {
    if (this.reading) await this.reading;
    this.glance();
    await this.reading;
    if (this.fault !== null) throw this.fault as Error;
  }

  /** Mean loss over the rows since the last call. */
  takeEpochMean(): number {
    const mean = this.epochSum / this.epochRows;
    this.epochSum = 0;
    this.epochRows = 0;
    return mean;
  }

  private async take(): Promise<void> {
    const last = this.handed;
    const ring = await this.model.readLosses();
    for (let step = this.taken + 1; step <= last; step++) {
      const loss = ring[(step - 1) % LOSS_SLOTS];
      if (!Number.isFinite(loss)) throw fail('bad-config', 'train.notFinite', { step });
      this.add(step, loss);
    }
    this.taken = last;
  }

  private add(step: number, loss: number): void {
    const rows = this.rows[(step - 1) % LOSS_SLOTS];
    this.epochSum += loss * rows;
    this.epochRows += rows;
    this.pointSum += loss * rows;
    this.pointRows += rows;
    if (step % this.every !== 0) return;
    this.curve.push({ step, loss: this.pointSum / this.pointRows });
    this.pointSum = 0;
    this.pointRows = 0;
  }
}
