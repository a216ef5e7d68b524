// Composes a run: encoded rows from the store, a model on a device, the loop, the test, and the record of it all.
import { fail, faultOf } from '../core/errors';
import { checkOptions } from '../core/options';
import type { Run, RunUpdate, SavedModel } from '../core/run';
import type { RunSettings } from '../core/settings';
import type { Dataset, Prepared } from '../core/types';
import { BAG_OPTIONS } from '../models/config';
import type { Model, Weights } from '../models/model';
import type { Backend } from '../nn/op';
import { mostFeatures } from '../nn/plan';
import { findDataset } from '../store/datasets';
import { openStore, type Store } from '../store/db';
import { holding } from '../store/hold';
import { newId } from '../store/ids';
import { getModel, listRuns, putRun } from '../store/runs';
import { TRAIN_OPTIONS } from '../train/config';
import { fit, type Fitted } from '../train/fit';
import type { BestEpoch } from '../train/loop';
import type { Control } from './control';
import { closeBackend, openDevice } from './device';
import { loadEncoded, type Encoded } from './encoded';
import { examplesOf, makeModel, tableRowsOf } from './making';
import { testModel } from './testing';

const LEAST_ROWS = 2; // one a class at the very least

/** A training as the page asks for it. */
export interface Order {
  dataset: Dataset;
  prepared: Prepared;
  settings: RunSettings;
  report: (update: RunUpdate) => void;
  control: Control;
}

/** Trains, keeps and, where the settings say so, tests a model; a failed run is kept with its fault, then the fault is thrown. */
export async function trainRun(order: Order): Promise<Run> {
  checkOptions(order.settings.model, BAG_OPTIONS);
  checkOptions(order.settings.train, TRAIN_OPTIONS);
  const store = await openStore();
  const encoded = await loadEncoded(order.prepared.key);
  checkRows(order.dataset, encoded);
  const { device, backend } = await openDevice(order.settings.tier);
  const batchRows = order.settings.train.batchSize;
  const model = makeModel(backend, {
    settings: order.settings.model,
    tokenizer: encoded.tokenizer,
    classes: order.dataset.classes.length,
    batchRows,
    batchFeatures: mostFeatures(examplesOf(encoded.train), batchRows),
  });
  const run: Run = { ...(await startRun(store, order)), device, parameters: model.parameters };
  const bench = { order, encoded, backend, model };
  try {
    return await holding(run.id, () => fitAndTest(store, run, bench)); // others tell by the hold that it is alive
  } catch (error) {
    if (device.tier === 'webgpu') closeBackend('webgpu'); // whatever went wrong, the next run gets a sound device
    throw error;
  } finally {
    model.dispose();
  }
}

async function fitAndTest(store: Store, run: Run, bench: Bench): Promise<Run> {
  const { order, encoded, model } = bench;
  try {
    await putRun(store, run);
    const fitted = await fitModel(store, run, bench);
    Object.assign(run, resultOf(fitted, encoded), {
      status: fitted.state.isStopped ? 'stopped' : 'finished',
    });
    await putRun(store, run, savedModel(run, order, encoded, fitted.weights));
    const { testAtEnd } = order.settings.train;
    if (!testAtEnd || encoded.assignment.test.length === 0) return run;
    if (!(await findDataset(store, run.datasetId))) return run; // deleted meanwhile: there is nowhere to count the look
    order.report({ ...lastUpdate(run, fitted), phase: 'testing' });
    return await testModel(store, run, { model, encoded });
  } catch (error) {
    await keepFailure(store, run, error);
    throw error;
  }
}

function checkRows({ classes }: Dataset, { assignment, train }: Encoded): void {
  const seen = new Set(Array.from(assignment.train, (row) => train.labels[row]));
  if (assignment.train.length < LEAST_ROWS)
    throw fail('bad-config', 'train.rows', { found: assignment.train.length, needed: LEAST_ROWS });
  if (seen.size < 2 || classes.length < 2)
    throw fail('bad-config', 'train.classes', { found: seen.size });
}

async function startRun(
  store: Store,
  { dataset, prepared, settings }: Order,
): Promise<Omit<Run, 'device' | 'parameters'>> {
  const runs = await listRuns(store);
  return {
    id: newId(),
    number: 1 + runs.reduce((most, { number }) => Math.max(most, number), 0),
    datasetId: dataset.id,
    datasetName: dataset.name,
    classes: dataset.classes.map(({ name }) => name),
    createdAt: Date.now(),
    status: 'running',
    fault: null,
    settings,
    prepared,
    steps: 0,
    epochs: [],
    curve: [],
    bestEpoch: null,
    refitted: false,
    rowsPerSecond: 0,
    seconds: { train: 0, evaluate: 0 },
    validation: null,
    test: null,
    testLook: null,
  };
}

interface Bench {
  order: Order;
  encoded: Encoded;
  backend: Backend;
  model: Model;
}

function fitModel(
  store: Store,
  run: Run,
  { order, encoded, backend, model }: Bench,
): Promise<Fitted> {
  const { settings, control, report } = order;
  const { assignment, train } = encoded;
  return fit({
    backend,
    model,
    examples: examplesOf(train),
    tableRows: tableRowsOf(encoded.tokenizer),
    rows: assignment.train,
    validation: assignment.validation,
    dropout: settings.model.featureDropout,
    weighFeatures: settings.model.weighFeatures,
    settings: settings.train,
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
        if (best) Object.assign(run, bestOf(best, encoded));
        await putRun(store, run, best && savedModel(run, order, encoded, best.weights));
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

function savedModel(
  run: Run,
  { dataset, settings }: Order,
  { tokenizer }: Encoded,
  parameters: Weights,
): SavedModel {
  const { clean, text } = settings;
  return {
    runId: run.id,
    tokenizer,
    clean,
    text,
    language: dataset.language,
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
