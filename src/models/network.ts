// A network as a model file makes it: what is trained, asked and counted by all of them alike.
import type { Examples } from '../nn/examples';
import type { LossKind } from '../nn/loss';
import type { Layer, Net, Signal } from '../nn/net';
import type { PlanStep } from '../nn/plan-step';
import type { DataShape, NetworkTable } from './data-shape';
import type { StepCounts, Work } from './floor';
import type { Model } from './model';

/** Turns rows into the plan of a step. */
export interface Planner {
  readonly words: Uint32Array<ArrayBuffer>;
  readonly length: number; // words in use after fill
  fill(examples: Examples, rows: Uint32Array<ArrayBuffer>, step: PlanStep): void;
  setFeatureWeights?(weights: Float32Array<ArrayBuffer>): void; // for models that read features
}

/** A network as a model file makes it. */
export interface Network {
  net: Net;
  data: DataShape;
  reads: Model['reads'];
  featureWeights: Model['featureWeights'];
  planner: Planner;
  layers: readonly Layer[]; // in the order of the way forward
  tables: readonly NetworkTable[];
  logits: Signal; // (B, outputs), perhaps wider
  outputs: number;
  loss: { kind: LossKind; labelSmoothing: number };
  lengthOf(words: number): number; // T for texts of so many words; 0 for models that read features
  work(counts: StepCounts): Work; // forward and backward
}
