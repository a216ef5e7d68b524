// What every model offers to training, evaluation and prediction.
import type { SavedModel } from '../core/run';
import type { Examples } from '../nn/examples';

/** Weights on the processor, by name. */
export type Weights = SavedModel['parameters'];

/** Rows that are learned from together. */
export interface Batch {
  rows: Uint32Array<ArrayBuffer>; // indices into the examples, at most as many as the model was made for
  length: number; // words to which each row is cut or filled up; 0 for models that read features
  epoch: number; // 1-based
}

/** Where a step stands in its training. */
export interface StepInfo {
  step: number; // 1-based, counts all steps
  learningRate: number;
}

/** What a model must know of the rows that it will learn from. */
export interface Facts {
  featureWeights: Float32Array<ArrayBuffer>; // (table rows), of the kind that the model asks for; a weight of 0 leaves the feature out
  classWeights: Float32Array<ArrayBuffer>; // (C), how much a row of each class counts; ones unless classes are balanced
}

/** What one training step asks of a device. */
export interface StepWork {
  dispatches: number;
  bytes: number; // that must be read and written at least
  flop: number;
}

/** Steps whose losses the device keeps until they are read. */
export const LOSS_SLOTS = 4096;

/** A classifier that can be trained. */
export interface Model {
  readonly parameters: number; // trainable numbers
  readonly reads: 'features' | 'words';
  readonly featureWeights: 'ones' | 'log-count-ratio' | 'idf' | 'counts' | 'binary'; // the kind of Facts.featureWeights; of counts and binary it is 1
  initialise(seed: number, facts: Facts): void; // fresh weights and optimizer
  step(examples: Examples, batch: Batch, info: StepInfo): void; // one optimizer step, handed over and not waited for
  work(batch: Batch): StepWork;
  readLosses(): Promise<Float32Array<ArrayBuffer>>; // mean loss of step s at (s - 1) % LOSS_SLOTS; waits for the device
  predict(examples: Examples, rows: Uint32Array<ArrayBuffer>): Promise<Float32Array<ArrayBuffer>>; // probabilities (rows, C)
  exportWeights(): Promise<Weights>;
  importWeights(weights: Weights): Promise<void>; // those that are given and fit; the others stay
  dispose(): void;
}
