// The training loop: the epochs in the order in which things happen.
import { fail } from '../core/errors';
import { LEAST_JUDGES, type EpochRecord } from '../core/run';
import type { Weights } from '../models/model';
import { batchesOf, beginWeights } from './begin';
import { Losses } from './losses';
import { Pace } from './pace';
import { Reporter, type Standing } from './reporter';
import { rateAt } from './schedule';
import { soundWeights } from './sound';
import { takeStep } from './step';
import type { BestEpoch, TrainTask } from './task';
import { validate } from './validate';

/** The state of a training, and in the end its outcome. */
export interface LoopState extends Standing {
  best: BestEpoch | null;
  sound: Weights | null; // of a step in the first epoch: to fall back on while there is no best epoch
  isStopped: boolean;
  stoppedEarly: boolean; // patience ran out
  seconds: number; // without pauses
}

const SOUND_STEPS = 300; // between two copies to fall back on

/** The state before the first step. */
export function freshState(phase: TrainTask['phase']): LoopState {
  const counts = { step: 0, steps: 0, epoch: 0, rows: 0, seconds: 0 };
  const ends = { isStopped: false, stoppedEarly: false };
  return { phase, ...counts, epochs: [], curve: [], best: null, sound: null, ...ends };
}

/** Trains a model from its first weights; a stop ends the epoch early. The model is left with its last weights. */
export async function train(task: TrainTask, state: LoopState): Promise<void> {
  const { backend, model, settings, hooks } = task;
  const batches = batchesOf(task);
  const scheduled = batches.perEpoch * settings.epochs;
  state.steps = batches.perEpoch * task.lastEpoch;
  const losses = new Losses(model, state.steps);
  state.curve = losses.curve;
  const reporter = new Reporter(state, (news) => hooks.report(news));
  const pace = new Pace(() => backend.done());

  await beginWeights(task);
  while (state.epoch < task.lastEpoch && !state.isStopped && !state.stoppedEarly) {
    state.epoch++;
    state.phase = task.phase;
    batches.begin(state.epoch);
    for (let batch = batches.take(); batch; batch = batches.take()) {
      backend.check(state.step);
      const step = ++state.step;
      takeStep(task, batch, { step, learningRate: rateAt(settings, step, scheduled) });
      state.rows += batch.rows.length;
      await losses.note(step, batch.rows.length);
      await pace.afterStep();
      if (reporter.isDue()) {
        reporter.report();
        losses.glance(); // the one place where a running training reads the device; it does not wait
      }
      if (!state.best && step % SOUND_STEPS === 0) {
        await losses.collect();
        state.sound = await soundWeights(model, step);
      }
      const pause = hooks.pause();
      if (pause) await reporter.waitFor(pause);
      if (hooks.isStopped()) {
        state.isStopped = true;
        break;
      }
    }
    await losses.collect();
    state.phase = task.validation.length > 0 ? 'validating' : task.phase;
    reporter.report();
    const judged = await judgeEpoch(task, state.step);
    const trainLoss = losses.takeEpochMean();
    state.epochs.push({ epoch: state.epoch, trainLoss, ...judged, seconds: reporter.seconds() });
    await keepEpoch(task, state);
    state.stoppedEarly = hasLostPatience(task, state);
    reporter.report();
  }
  state.seconds = reporter.seconds();
}

async function judgeEpoch(
  { model, examples, validation }: TrainTask,
  step: number,
): Promise<Pick<EpochRecord, 'validationLoss' | 'validationAccuracy'>> {
  const { loss, accuracy } = await validate(model, examples, validation);
  if (validation.length > 0 && !Number.isFinite(loss))
    throw fail('bad-config', 'train.notFinite', { step });
  return { validationLoss: loss, validationAccuracy: accuracy };
}

async function keepEpoch({ model, hooks, validation }: TrainTask, state: LoopState): Promise<void> {
  const record = state.epochs[state.epochs.length - 1];
  const canTell = validation.length >= LEAST_JUDGES;
  const isBest = !state.best || !canTell || isBetter(record, state.best.record);
  if (isBest) {
    state.best = { record, weights: await soundWeights(model, state.step) };
    state.sound = null;
  }
  await hooks.saveEpoch([...state.epochs], isBest ? state.best : null);
}

/** More accurate, or as accurate with a lower loss. */
function isBetter(a: EpochRecord, b: EpochRecord): boolean {
  if (a.validationAccuracy !== b.validationAccuracy)
    return a.validationAccuracy > b.validationAccuracy;
  return a.validationLoss < b.validationLoss;
}

/** Whether so many epochs went by without a better one that training ends: Prechelt (1998), "Early Stopping — But When?" */
function hasLostPatience({ settings }: TrainTask, { epoch, best }: LoopState): boolean {
  return settings.patience > 0 && best !== null && epoch - best.record.epoch >= settings.patience;
}
