// The order of rows: shuffled anew for each epoch and cut into batches. Where there are several lengths, rows of like length share
// a batch, and the batches are shuffled too: sequence bucketing, Khomenko et al. (2016), https://arxiv.org/abs/1708.05604
import { shuffle } from '../core/random';
import type { TrainSettings } from '../core/settings';
import type { Batch } from '../models/model';
import type { IdLists } from '../nn/examples';

/** What batches are made of. */
export interface BatchOptions {
  words: IdLists;
  rows: Uint32Array<ArrayBuffer>; // that are trained on
  batchRows: number; // see batchRowsOf
  lengths: readonly number[]; // ascending, see lengthsOf; empty for models that read features
  seed: number;
}

/** Rows of a batch at most, of so many that are trained on. */
export function batchRowsOf(
  { fullBatch, batchSize }: Pick<TrainSettings, 'fullBatch' | 'batchSize'>,
  rows: number,
): number {
  return fullBatch ? rows : Math.min(batchSize, rows);
}

const BATCH_ROUND = 2 ** 20; // shuffles of one seed: rounds from here on are of batches, below of rows

/** Goes through the rows of one epoch after the other. */
export class Batches {
  readonly perEpoch: number; // batches; one of them may be smaller
  private readonly options: BatchOptions;
  private readonly starts: Uint32Array<ArrayBuffer>; // of the batches in `order`, in the order in which they come
  private order: Uint32Array<ArrayBuffer>;
  private epoch = 0;
  private taken = 0;

  constructor(options: BatchOptions) {
    const { rows, batchRows } = options;
    this.options = options;
    this.perEpoch = Math.ceil(rows.length / batchRows);
    this.starts = Uint32Array.from({ length: this.perEpoch }, (_, i) => i * batchRows);
    this.order = rows;
  }

  /** Shuffles for an epoch, 1-based: its order depends on the seed and its number alone. */
  begin(epoch: number): void {
    const { rows, lengths, seed } = this.options;
    this.epoch = epoch;
    this.taken = 0;
    this.order = shuffle(rows.slice(), seed, epoch);
    if (lengths.length < 2) return;
    this.order = this.longestFirst(this.order);
    shuffle(this.starts.sort(), seed, BATCH_ROUND + epoch);
  }

  /** The epoch's next batch; null at its end. */
  take(): Batch | null {
    if (this.taken === this.perEpoch) return null;
    const { batchRows, lengths } = this.options;
    const start = this.starts[this.taken++];
    const rows = this.order.subarray(start, start + batchRows);
    const length = lengths.length > 0 ? lengths[this.bucketOf(rows[0])] : 0;
    return { rows, length, epoch: this.epoch };
  }

  /** Sorts rows by their length's bucket, longest first, so that a batch's first row tells its length. */
  private longestFirst(rows: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
    const buckets = Uint8Array.from(rows, (row) => this.bucketOf(row));
    const ends = new Uint32Array(this.options.lengths.length + 1);
    for (const bucket of buckets) ends[bucket]++;
    for (let bucket = ends.length - 2; bucket >= 0; bucket--) ends[bucket] += ends[bucket + 1];
    const sorted = new Uint32Array(rows.length);
    for (let i = rows.length - 1; i >= 0; i--) sorted[--ends[buckets[i]]] = rows[i];
    return sorted;
  }

  /** The shortest length that holds a row whole, or else the longest. */
  private bucketOf(row: number): number {
    const { words, lengths } = this.options;
    const own = words.offsets[row + 1] - words.offsets[row];
    for (let i = 0; i < lengths.length - 1; i++) if (lengths[i] >= own) return i;
    return lengths.length - 1;
  }
}
