// The train worker: owns the device, lives long, and between two steps answers everything else.
import { expose } from 'comlink';
import { fail } from '../core/errors';
import type { Run } from '../core/run';
import { probe } from '../nn/backend';
import { openStore } from '../store/db';
import { listRuns, putRun, removeRun } from '../store/runs';
import { closeAnswering, predict } from './answering';
import type { TrainApi } from './api';
import { Control } from './control';
import { readCell, testRun } from './testing';
import { trainRun } from './training';

let control: Control | null = null;

/** Runs that were cut off with their page are told as stopped: their best weights were kept. */
async function listSettledRuns(): Promise<Run[]> {
  const store = await openStore();
  const runs = await listRuns(store);
  const isCutOff = (run: Run) => run.status === 'running' && control === null;
  for (const run of runs.filter(isCutOff)) {
    run.status = run.bestEpoch === null ? 'failed' : 'stopped';
    await putRun(store, run);
  }
  return runs;
}

const api: TrainApi = {
  probe,
  listRuns: listSettledRuns,
  async train(dataset, prepared, settings, report) {
    if (control) throw fail('bad-config', 'train.busy', {});
    control = new Control();
    try {
      return await trainRun({ dataset, prepared, settings, report, control });
    } finally {
      control = null;
    }
  },
  pause: () => Promise.resolve(control?.pause()),
  resume: () => Promise.resolve(control?.resume()),
  stop: () => Promise.resolve(control?.stop()),
  test: testRun,
  readCell: (runId, given, predicted, limit) => readCell(runId, [given, predicted], limit),
  predict,
  async removeRun(runId) {
    closeAnswering();
    await removeRun(await openStore(), runId);
  },
};

expose(api);
