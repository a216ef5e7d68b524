// The training loop: the epochs in the order in which things happen.
import type { EpochRecord } from '../core/run';
import type { TrainSettings } from '../core/settings';
import type { Model, Weights } from '../models/model';
import type { Backend } from '../nn/op';
import type { Examples } from '../nn/plan';
import { Batches } from './batches';
import { importanceOf } from './importance';
import { Losses } from './losses';
import { Pace } from './pace';
import { Reporter, type Standing, type TrainNews } from './reporter';
import { linearDecay } from './schedule';
import { validate } from './validate';

/** What training is given to talk to the world. */
export interface TrainHooks {
  report(news: TrainNews): void; // at most ten a second, and at every change of phase
  isStopped(): boolean; // true = end after this step, keeping the best
  pause(): Promise<void> | null; // a promise that ends with the pause or a stop, while there is a pause
  saveEpoch(epochs: EpochRecord[], best: BestEpoch | null): Promise<void>; // best: null unless this epoch is the best so far
}

/** Everything that one training needs. */
export interface TrainTask {
  backend: Backend;
  model: Model;
  examples: Examples;
  tableRows: number;
  rows: Uint32Array<ArrayBuffer>; // trained on
  validation: Uint32Array<ArrayBuffer>; // judged on after each epoch; empty = the last epoch counts as best
  dropout: number; // share of a row's features
  weighFeatures: boolean; // by how much they tell about the classes
  settings: TrainSettings;
  lastEpoch: number; // ends after this one, on the schedule of settings.epochs
  phase: 'training' | 'refitting';
  hooks: TrainHooks;
}

/** The best epoch so far and its weights. */
export interface BestEpoch {
  record: EpochRecord;
  weights: Weights;
}

/** The state of a training, and in the end its outcome. */
export interface LoopState extends Standing {
  best: BestEpoch | null;
  isStopped: boolean;
  seconds: number; // without pauses
}

/** The state before the first step. */
export function freshState(phase: TrainTask['phase']): LoopState {
  const counts = { step: 0, steps: 0, epoch: 0, rows: 0, seconds: 0 };
  return { phase, ...counts, epochs: [], curve: [], best: null, isStopped: false };
}

/** Trains a model from fresh weights; a stop ends the epoch early. The model is left with its last weights. */
export async function train(task: TrainTask, state: LoopState): Promise<void> {
  const { backend, model, examples, rows, validation, settings, hooks } = task;
  const { batchSize, seed, learningRate } = settings;
  const { tableRows, dropout } = task;
  const batches = new Batches({ examples, rows, tableRows, batchSize, dropout, seed });
  const decaySteps = batches.perEpoch * settings.epochs;
  state.steps = batches.perEpoch * task.lastEpoch;
  const losses = new Losses(model, state.steps, (step) => batches.rowsOf(step));
  state.curve = losses.curve;
  const reporter = new Reporter(state, (news) => hooks.report(news));
  const pace = new Pace(() => backend.done());

  model.initialise(seed, importanceFor(task));
  while (state.epoch < task.lastEpoch && !state.isStopped) {
    state.epoch++;
    state.phase = task.phase;
    batches.begin(state.epoch);
    while (batches.advance()) {
      backend.check(state.step);
      state.step++;
      const rate = linearDecay(learningRate, state.step, decaySteps);
      model.step(batches.plan, { step: state.step, learningRate: rate });
      state.rows += batches.plan.rows;
      await losses.note(state.step);
      await pace.afterStep();
      if (reporter.isDue()) {
        reporter.report();
        losses.glance(); // the one place where a running training reads the device; it does not wait
      }
      const pause = hooks.pause();
      if (pause) await reporter.waitFor(pause);
      if (hooks.isStopped()) {
        state.isStopped = true;
        break;
      }
    }
    await losses.collect();
    state.phase = validation.length > 0 ? 'validating' : task.phase;
    reporter.report();
    const { loss, accuracy } = await validate(model, examples, validation);
    const judged = { validationLoss: loss, validationAccuracy: accuracy };
    const trainLoss = losses.takeEpochMean();
    state.epochs.push({ epoch: state.epoch, trainLoss, ...judged, seconds: reporter.seconds() });
    await keepEpoch(task, state);
    reporter.report();
  }
  state.seconds = reporter.seconds();
}

function importanceFor({ weighFeatures, examples, rows, tableRows }: TrainTask) {
  return weighFeatures
    ? importanceOf(examples, rows, tableRows)
    : new Float32Array(tableRows).fill(1);
}

async function keepEpoch({ model, hooks }: TrainTask, state: LoopState): Promise<void> {
  const record = state.epochs[state.epochs.length - 1];
  const isBest = !state.best || isBetter(record, state.best.record);
  if (isBest) state.best = { record, weights: await model.exportWeights() };
  await hooks.saveEpoch([...state.epochs], isBest ? state.best : null);
}

/** More accurate, or as accurate with a lower loss; without validation the later epoch. */
function isBetter(a: EpochRecord, b: EpochRecord): boolean {
  if (Number.isNaN(a.validationAccuracy)) return true;
  if (a.validationAccuracy !== b.validationAccuracy)
    return a.validationAccuracy > b.validationAccuracy;
  return a.validationLoss < b.validationLoss;
}
