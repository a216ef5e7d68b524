// Composes a run: encoded rows from the store, a model on a device, the loop, the test, and the record of it all.
import { faultOf } from '../core/errors';
import type { Run, RunUpdate, SavedModel } from '../core/run';
import { findDataset } from '../store/datasets';
import { openStore, type Store } from '../store/db';
import { holding } from '../store/hold';
import { newId } from '../store/ids';
import { getModel, listRuns, putRun } from '../store/runs';
import type { Weights } from '../models/model';
import { fit, type Fitted } from '../train/fit';
import type { BestEpoch } from '../train/task';
import type { Control } from './control';
import { closeBackend } from './device';
import type { Encoded } from './encoded';
import { openBench, taskOf, type Bench, type Lesson } from './learning';
import { testModel } from './testing';

/** A training as the page asks for it. */
export interface Order extends Lesson {
  report: (update: RunUpdate) => void;
  control: Control;
}

/** Trains, keeps and, where the settings say so, tests a model; a failed run is kept with its fault, then the fault is thrown. */
export async function trainRun(order: Order): Promise<Run> {
  const store = await openStore();
  const bench = await openBench(store, order);
  const run = await startRun(store, bench);
  try {
    return await holding(run.id, () => fitAndTest(store, run, { order, bench })); // others tell by the hold that it is alive
  } catch (error) {
    if (bench.device.tier === 'webgpu') closeBackend('webgpu'); // whatever went wrong, the next run gets a sound device
    throw error;
  } finally {
    bench.model.dispose();
  }
}

/** A training under way. */
interface Work {
  order: Order;
  bench: Bench;
}

async function fitAndTest(store: Store, run: Run, work: Work): Promise<Run> {
  const { order, bench } = work;
  const { encoded, model } = bench;
  try {
    await putRun(store, run);
    const fitted = await fitModel(store, run, work);
    Object.assign(run, resultOf(fitted, encoded), {
      status: fitted.state.isStopped ? 'stopped' : 'finished',
    });
    await putRun(store, run, savedModel(run, bench, fitted.weights));
    const { testAtEnd } = order.settings.train;
    if (!testAtEnd || encoded.assignment.test.length === 0) return run;
    if (!(await findDataset(store, run.datasetId))) return run; // deleted meanwhile: there is nowhere to count the look
    order.report({ ...lastUpdate(run, fitted), phase: 'testing' });
    const { labelChanges } = order.prepared;
    return await testModel(store, run, { model, encoded, labelChanges });
  } catch (error) {
    await keepFailure(store, run, error);
    throw error;
  }
}

async function startRun(store: Store, bench: Bench): Promise<Run> {
  const { dataset, prepared, settings } = bench.lesson;
  const { train, validation, test } = bench.encoded.assignment; // fewer than were prepared where only two classes are told apart
  const counts = { train: train.length, validation: validation.length, test: test.length };
  const runs = await listRuns(store);
  return {
    id: newId(),
    number: 1 + runs.reduce((most, { number }) => Math.max(most, number), 0),
    datasetId: dataset.id,
    datasetName: dataset.name,
    classes: bench.classes,
    createdAt: Date.now(),
    status: 'running',
    fault: null,
    settings,
    device: bench.device,
    prepared: { ...prepared, rows: { ...prepared.rows, ...counts } },
    parameters: bench.model.parameters,
    steps: 0,
    epochs: [],
    curve: [],
    bestEpoch: null,
    refitted: false,
    stoppedEarly: false,
    reused: bench.start?.reused ?? null,
    rowsPerSecond: 0,
    seconds: { train: 0, evaluate: 0 },
    validation: null,
    test: null,
    testLook: null,
    testLabelChanges: null,
  };
}

function fitModel(store: Store, run: Run, { order, bench }: Work): Promise<Fitted> {
  const { control, report } = order;
  return fit({
    ...taskOf(bench),
    hooks: {
      report: (news) => {
        if (news.phase !== 'refitting') {
          run.curve.push(...news.points); // kept as they come: a run that breaks off has them too
          run.steps = news.steps;
        }
        report({ ...news, runId: run.id });
      },
      isStopped: () => control.isStopped,
      pause: () => control.pauseUnderWay,
      saveEpoch: async (epochs, best) => {
        run.epochs = epochs;
        if (best) Object.assign(run, bestOf(best, bench.encoded));
        await putRun(store, run, best && savedModel(run, bench, best.weights));
      },
    },
  });
}

function bestOf(
  { record }: BestEpoch,
  { assignment }: Encoded,
): Pick<Run, 'bestEpoch' | 'validation'> {
  const { validationAccuracy: accuracy, validationLoss: loss } = record;
  const rows = assignment.validation.length;
  return { bestEpoch: record.epoch, validation: rows > 0 ? { accuracy, loss, rows } : null };
}

function resultOf(
  { state, best, isRefitted, rowsPerSecond, seconds }: Fitted,
  encoded: Encoded,
): Partial<Run> {
  return {
    ...bestOf(best, encoded),
    steps: state.steps,
    epochs: state.epochs,
    curve: state.curve,
    refitted: isRefitted,
    stoppedEarly: state.stoppedEarly,
    rowsPerSecond,
    seconds: { train: seconds, evaluate: 0 },
  };
}

function lastUpdate(run: Run, { state }: Fitted): Omit<RunUpdate, 'phase'> {
  const { step, steps, epoch, epochs } = state;
  const { id: runId, rowsPerSecond } = run;
  return {
    runId,
    isPaused: false,
    step,
    steps,
    epoch,
    rowsPerSecond,
    secondsLeft: 0,
    points: [],
    epochs,
  };
}

function savedModel(run: Run, { lesson, encoded }: Bench, parameters: Weights): SavedModel {
  const { clean, text } = lesson.settings;
  return {
    runId: run.id,
    tokenizer: encoded.tokenizer,
    clean,
    text,
    language: lesson.dataset.language,
    parameters,
    testRows: new Uint32Array(),
    testGiven: new Uint16Array(),
    testPredicted: new Uint16Array(),
    testProbability: new Float32Array(),
  };
}

/** Keeps a failed run with its fault; the weights of its best epoch, kept before, stay. */
async function keepFailure(store: Store, run: Run, error: unknown): Promise<void> {
  const model =
    run.bestEpoch === null ? undefined : await getModel(store, run.id).catch(() => undefined);
  await putRun(store, { ...run, status: 'failed', fault: faultOf(error) }, model).catch(
    () => undefined,
  ); // the first fault is the one to tell
}
