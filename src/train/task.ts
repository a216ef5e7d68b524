// What a training is given.
import type { EpochRecord } from '../core/run';
import type { TrainSettings } from '../core/settings';
import type { Batch, Model, Weights } from '../models/model';
import type { Examples } from '../nn/examples';
import type { Backend } from '../nn/op';
import type { TrainNews } from './reporter';

/** Gives the rows of a batch changed at random, as examples of their own that last until the next call. */
export type Augment = (batch: Batch) => { examples: Examples; batch: Batch };

/** What a model learns from, and how. */
export interface Learning {
  backend: Backend;
  model: Model; // made for batches of batchRowsOf(settings, rows) rows
  examples: Examples;
  augment: Augment | null; // null = trained on as they are
  tableRows: number;
  classes: number;
  inputs: number; // only the strongest so many TF-IDF features count; 0 = all
  mostWords: number; // to which rows are cut, for models that read words: TextSettings.maxLength
  isFixedLength: boolean; // every batch has mostWords, for models that run through the filler
  rows: Uint32Array<ArrayBuffer>; // trained on
  settings: TrainSettings;
  start: Weights | null; // put over the fresh ones where they fit; null = begin with those
}

/** One training. */
export interface TrainTask extends Learning {
  validation: Uint32Array<ArrayBuffer>; // judged on after each epoch; of fewer than LEAST_JUDGES the last epoch counts as best
  lastEpoch: number; // ends after this one, on the schedule of settings.epochs
  phase: 'training' | 'refitting';
  hooks: TrainHooks;
}

/** How training talks to the world. */
export interface TrainHooks {
  report(news: TrainNews): void; // at most ten a second, and at every change of phase
  isStopped(): boolean; // true = end after this step, keeping the best
  pause(): Promise<void> | null; // a promise that ends with the pause or a stop, while there is a pause
  saveEpoch(epochs: EpochRecord[], best: BestEpoch | null): Promise<void>; // best: null unless this epoch is the best so far
}

/** The best epoch so far and its weights. */
export interface BestEpoch {
  record: EpochRecord;
  weights: Weights;
}
