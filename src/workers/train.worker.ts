// The train worker: owns the device, lives long, and between two steps answers everything else.
import { expose } from 'comlink';
import { fail } from '../core/errors';
import { probe } from '../nn/backend';
import { openStore } from '../store/db';
import { listSettledRuns, removeRun } from '../store/runs';
import { closeAnswering, predict } from './answering';
import type { TrainApi } from './api';
import { compareRuns } from './comparing';
import { Control } from './control';
import { rankRows } from './ranking';
import { readCell, testRun } from './testing';
import { trainRun } from './training';
import { estimateModel, findLearningRate, measureTraining } from './trials';

let control: Control | null = null;

/** One training at a time, trials included: they share the device. */
async function alone<T>(run: (own: Control) => Promise<T>): Promise<T> {
  if (control) throw fail('bad-config', 'train.busy', {});
  control = new Control();
  try {
    return await run(control);
  } finally {
    control = null;
  }
}

const api: TrainApi = {
  probe,
  listRuns: async () => listSettledRuns(await openStore(), control !== null),
  train(dataset, prepared, settings, report) {
    return alone((own) => trainRun({ dataset, prepared, settings, report, control: own }));
  },
  estimate: estimateModel,
  measure: (dataset, prepared, settings) =>
    alone(() => measureTraining({ dataset, prepared, settings })),
  findRate: (dataset, prepared, settings, report) =>
    alone((own) => findLearningRate({ dataset, prepared, settings }, report, () => own.isStopped)),
  pause: () => Promise.resolve(control?.pause()),
  resume: () => Promise.resolve(control?.resume()),
  stop: () => Promise.resolve(control?.stop()),
  test: testRun,
  readCell: (runId, given, predicted, limit) => readCell(runId, [given, predicted], limit),
  compare: compareRuns,
  rankRows: (runId, doubted, report) =>
    alone((own) => rankRows({ runId, doubted, report, isStopped: () => own.isStopped })),
  predict,
  async removeRun(runId) {
    closeAnswering();
    await removeRun(await openStore(), runId);
  },
};

expose(api);
