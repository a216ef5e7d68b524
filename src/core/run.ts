// What a training run is, and what judging a model gives.
import type { CleanSettings, RunSettings, TextSettings } from './settings';
import type { Fault } from './errors';
import type { Dataset, Prepared, Tier, Tokenizer } from './types';

/** The device that a run used, as the page shows it. */
export interface Device {
  tier: Tier;
  adapter: string | null; // 'apple m2'; null = no WebGPU adapter here
  isSoftware: boolean; // the adapter computes on the processor
  threads: number; // of the WASM tier
  why: 'gpu' | 'software-gpu' | 'no-webgpu' | 'insecure' | 'no-adapter' | 'chosen'; // why this tier
}

/** Fewer validation rows cannot tell epochs apart: the last epoch then counts as the best. */
export const LEAST_JUDGES = 10;

/** One epoch's account. */
export interface EpochRecord {
  epoch: number; // 1-based
  trainLoss: number; // mean over the epoch's rows, with dropout
  validationLoss: number;
  validationAccuracy: number; // 0 to 1
  seconds: number; // since the run began
}

/** A point of the training curve. */
export interface CurvePoint {
  step: number; // 1-based
  loss: number; // mean over the rows since the point before
}

/** Precision, recall and F1 of one class; each 0 to 1. */
export interface ClassScore {
  label: string;
  precision: number;
  recall: number;
  f1: number;
  support: number; // rows with this given label
}

/** A model judged on labelled rows. */
export interface Scores {
  rows: number;
  accuracy: number;
  interval: [number, number]; // 95 %, Wilson (1927)
  macroF1: number;
  perClass: ClassScore[];
  confusion: number[][]; // [given][predicted] rows
  majority: { label: string; accuracy: number }; // always answering the train part's commonest class
}

/** The parts of a model, in the order of its way forward: embeddings or first table, layers, the answer. */
export const REUSED_PARTS = ['table', 'body', 'head'] as const;

/** One of them. */
export type ReusedPart = (typeof REUSED_PARTS)[number];

/** What a run took over from the one that it started from. */
export interface Reused {
  run: number; // Run.number
  parts: { name: ReusedPart; numbers: number; rate: number }[]; // of the weights; rate: times the learning rate, 0 = frozen
  fresh: { name: ReusedPart; numbers: number }[]; // drawn anew: the head where the classes are others, and what has another size
}

/** What a model would take, before it is made. */
export interface Estimate {
  parameters: number;
  memoryBytes: number; // on the device, while training
  largestBytes: number; // of it in one piece
  dispatches: number; // of a step
  isExact: boolean; // false: the settings' upper limits, for the words are not counted yet
}

/** What a training would take, from a few seconds of it on this device. */
export interface Expectation {
  rowsPerSecond: number;
  stepMs: number; // mean
  seconds: number; // of the whole training
}

/** How the loss answers to the learning rate. */
export interface RateCurve {
  points: { rate: number; loss: number }[]; // rate rising, loss smoothed
  suggested: number | null; // null = the loss never fell
}

/** A run: its settings, its history, its results. The weights are kept beside it. */
export interface Run {
  id: string;
  number: number; // 1-based, as people count them
  datasetId: string;
  datasetName: string;
  classes: string[];
  createdAt: number; // ms since 1970
  status: 'running' | 'finished' | 'stopped' | 'failed';
  fault: Fault | null; // why it failed
  settings: RunSettings;
  device: Device;
  prepared: Prepared;
  parameters: number;
  steps: number; // planned
  epochs: EpochRecord[];
  curve: CurvePoint[]; // at most 2,000
  bestEpoch: number | null; // 1-based; its weights are kept
  refitted: boolean; // weights come from train + validation
  stoppedEarly: boolean; // patience ran out
  reused: Reused | null; // null = fresh weights
  rowsPerSecond: number;
  seconds: { train: number; evaluate: number };
  validation: { accuracy: number; loss: number; rows: number } | null; // of the best epoch
  test: Scores | null;
  testLook: number | null; // which look at this test split it was, 1-based
  testLabelChanges: number | null; // Dataset.labelChanges at that look: the scores belong to the labels of then
}

/** Two runs judged on the same test rows. */
export interface Comparison {
  rows: number; // that both answered
  accuracyA: number; // 0 to 1, on these rows
  accuracyB: number;
  onlyA: number; // rows that A has right and B has not
  onlyB: number;
  difference: number; // accuracyA - accuracyB
  interval: [number, number]; // 95 %, of the difference; Newcombe (1998), paired, method 10
}

/** News from a running training, at most ten a second. */
export interface RunUpdate {
  runId: string;
  phase: 'loading' | 'training' | 'validating' | 'refitting' | 'testing';
  isPaused: boolean;
  step: number;
  steps: number;
  epoch: number; // 1-based, the one under way
  rowsPerSecond: number;
  secondsLeft: number | null;
  points: CurvePoint[]; // new since the last update
  epochs: EpochRecord[]; // all so far
}

/** A class and how probable the model finds it. */
export interface Prediction {
  probabilities: number[]; // in the order of Run.classes, sum 1
  cleaned: string;
  tokens: { text: string; known: boolean }[]; // up to the cut at TextSettings.maxLength
  cutWords: number; // behind it, and not read
  words: { known: number; all: number }; // of the tokens, without the mark of the text's start
  tags: string[]; // parts of speech, where they count
}

/** Rows behind a cell of the confusion matrix. */
export interface CellRow {
  row: number; // index within its part
  text: string; // cleaned
  given: number;
  predicted: number;
  probability: number; // of the predicted class
}

/** A trained model and its test predictions: one record in the store, beside its run. */
export interface SavedModel {
  runId: string;
  tokenizer: Tokenizer;
  clean: CleanSettings;
  text: TextSettings;
  language: Dataset['language'];
  parameters: Record<string, { shape: number[]; values: Float32Array<ArrayBuffer> }>; // by name, row-major
  testRows: Uint32Array<ArrayBuffer>; // index within the part that Assignment.test points into; empty = not tested yet
  testGiven: Uint16Array<ArrayBuffer>; // class index, one per test row
  testPredicted: Uint16Array<ArrayBuffer>; // class index, one per test row
  testProbability: Float32Array<ArrayBuffer>; // of the predicted class, one per test row
}
