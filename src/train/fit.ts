// A whole training: the epochs, then the best one's weights, or those of a second training on train + validation.
import type { Weights } from '../models/model';
import { beginWeights } from './begin';
import { freshState, train, type LoopState } from './loop';
import type { BestEpoch, TrainTask } from './task';

/** A training as it is asked for; `rows` and `validation` are joined for a refit. */
export type FitTask = Omit<TrainTask, 'lastEpoch' | 'phase'>;

/** What a training gave; the model holds these weights. */
export interface Fitted {
  state: LoopState; // epochs, curve and steps of the training that was judged
  best: BestEpoch;
  weights: Weights; // of the best epoch, or of the refit
  isRefitted: boolean;
  seconds: number; // of both trainings, without pauses
  rowsPerSecond: number;
}

/**
 * Trains a model and leaves it with the best weights. With settings.refit it then trains afresh on train + validation, on the
 * same schedule, for as many epochs as were best: what was chosen is the number of epochs. A stop during the refit gives the
 * weights from before it. After a fault the model is left with the best weights so far, or else with those of a step at most a
 * few hundred back, or with those that it began with.
 */
export async function fit(task: FitTask): Promise<Fitted> {
  const { model, settings } = task;
  const state = freshState('training');
  await guarded({ ...task, lastEpoch: settings.epochs, phase: 'training' }, state, null);
  const { best } = state;
  if (!best) throw new Error('a training ended without an epoch');
  const again = freshState('refitting');
  const isAsked = settings.refit && !state.isStopped && task.validation.length > 0;
  if (isAsked) {
    const rows = join(task.rows, task.validation);
    const hooks = { ...task.hooks, saveEpoch: () => Promise.resolve() };
    const second = { ...task, rows, validation: new Uint32Array(0), hooks };
    const lastEpoch = best.record.epoch;
    await guarded({ ...second, lastEpoch, phase: 'refitting' }, again, best);
  }
  const isRefitted = isAsked && !again.isStopped && again.best !== null;
  const { weights } = isRefitted && again.best ? again.best : best;
  await model.importWeights(weights);
  const seconds = state.seconds + again.seconds;
  const rowsPerSecond = (state.rows + again.rows) / Math.max(seconds, 1e-3);
  return { state, best, weights, isRefitted, seconds, rowsPerSecond };
}

async function guarded(task: TrainTask, state: LoopState, good: BestEpoch | null): Promise<void> {
  try {
    await train(task, state);
  } catch (error) {
    task.backend.check(state.step); // a lost device says more than the read that failed because of it
    await restore(task, (good ?? state.best)?.weights ?? state.sound).catch(() => undefined); // the first fault is the one to tell
    throw error;
  }
}

async function restore(task: TrainTask, weights: Weights | null): Promise<void> {
  if (weights) await task.model.importWeights(weights);
  else await beginWeights(task);
}

function join(a: Uint32Array<ArrayBuffer>, b: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  const all = new Uint32Array(a.length + b.length);
  all.set(a);
  all.set(b, a.length);
  return all.sort();
}
