// What every model offers to training, evaluation and prediction.
import type { SavedModel } from '../core/run';
import type { BatchPlan, Examples } from '../nn/plan';

/** Weights on the processor, by name. */
export type Weights = SavedModel['parameters'];

/** Where a step stands in its training. */
export interface StepInfo {
  step: number; // 1-based, counts all steps
  learningRate: number;
}

/** Steps whose losses the device keeps until they are read. */
export const LOSS_SLOTS = 4096;

/** A classifier that can be trained. */
export interface Model {
  readonly parameters: number; // trainable numbers
  initialise(seed: number, importance: Float32Array<ArrayBuffer>): void; // fresh weights and optimizer; weight of each feature, (table rows)
  step(plan: BatchPlan, info: StepInfo): void; // one optimizer step, handed over and not waited for
  readLosses(): Promise<Float32Array<ArrayBuffer>>; // mean loss of step s at (s - 1) % LOSS_SLOTS; waits for the device
  predict(examples: Examples, rows: Uint32Array<ArrayBuffer>): Promise<Float32Array<ArrayBuffer>>; // probabilities (rows, C)
  exportWeights(): Promise<Weights>;
  importWeights(weights: Weights): void;
  dispose(): void;
}
