// The order of rows: shuffled anew for each epoch, cut into batches, each turned into a batch plan.
import { shuffle } from '../core/random';
import { BatchPlan, mostFeatures, type Examples } from '../nn/plan';

/** What batches are made of. */
export interface BatchOptions {
  examples: Examples;
  rows: Uint32Array<ArrayBuffer>; // that are trained on
  tableRows: number;
  batchSize: number;
  dropout: number; // share of features left out
  seed: number;
}

/** Goes through the rows of one epoch after the other; the same plan object is filled again and again. */
export class Batches {
  readonly plan: BatchPlan;
  readonly perEpoch: number; // batches; the last one may be smaller
  private readonly options: BatchOptions;
  private order: Uint32Array<ArrayBuffer>;
  private epoch = 0;
  private next = 0;

  constructor(options: BatchOptions) {
    const { examples, rows, tableRows, batchSize } = options;
    const most = Math.min(batchSize, rows.length);
    this.options = options;
    this.order = rows;
    this.perEpoch = Math.ceil(rows.length / batchSize);
    this.plan = new BatchPlan(tableRows, most, mostFeatures(examples, most));
  }

  /** Rows of a step, 1-based over all epochs. */
  rowsOf(step: number): number {
    const { rows, batchSize } = this.options;
    const isLast = step % this.perEpoch === 0;
    return isLast ? rows.length - (this.perEpoch - 1) * batchSize : batchSize;
  }

  /** Shuffles for an epoch, 1-based: its order depends on the seed and its number alone. */
  begin(epoch: number): void {
    this.order = shuffle(this.options.rows.slice(), this.options.seed, epoch);
    this.epoch = epoch;
    this.next = 0;
  }

  /** Fills the plan with the next batch; false at the epoch's end. */
  advance(): boolean {
    const { examples, batchSize, dropout, seed } = this.options;
    const start = this.next;
    if (start >= this.order.length) return false;
    this.next = Math.min(start + batchSize, this.order.length);
    const { epoch } = this;
    this.plan.fill(examples, this.order, [start, this.next], { share: dropout, seed, epoch });
    return true;
  }
}
