// Judges a run's model on the test split: counts the look, keeps every answer, and reads the rows behind a figure.
import { fail } from '../core/errors';
import type { CellRow, Run } from '../core/run';
import { judge } from '../evaluate/judge';
import { scoresOf } from '../evaluate/metrics';
import { countTestLook, findDataset, getDataset } from '../store/datasets';
import { openStore, type Store } from '../store/db';
import { getModel, getRun, putRun } from '../store/runs';
import { nextTask } from '../train/pace';
import { readCleaned } from './encoded';
import { withKeptModel, type KeptModel } from './kept-model';
import { examplesOf } from './making';

/** A model with the rows that it is judged on. */
export interface Candidate extends KeptModel {
  labelChanges: number; // Dataset.labelChanges of their labels
}

/** Judges a live model on the test split and keeps run and answers. */
export async function testModel(
  store: Store,
  run: Run,
  { model, encoded, labelChanges }: Candidate,
): Promise<Run> {
  const { assignment, train, test } = encoded;
  const rows = assignment.test;
  const start = performance.now();
  const { given, predicted, probability } = await judge(model, examplesOf(test), rows, {
    progress: nextTask,
  });
  const trainCounts = new Uint32Array(run.classes.length);
  for (const row of assignment.train) trainCounts[train.labels[row]]++;
  const scores = scoresOf({ given, predicted, classes: run.classes, trainCounts });
  const { testLooks } = await countTestLook(store, run.datasetId);
  const seconds = { ...run.seconds, evaluate: (performance.now() - start) / 1000 };
  const tested: Run = {
    ...run,
    seconds,
    test: scores,
    testLook: testLooks,
    testLabelChanges: labelChanges,
  };
  await putRun(store, tested, {
    ...(await getModel(store, run.id)),
    testRows: rows,
    testGiven: given,
    testPredicted: predicted,
    testProbability: probability,
  });
  return tested;
}

/** Judges a kept run on the test split once more. */
export async function testRun(runId: string): Promise<Run> {
  const store = await openStore();
  const run = await getRun(store, runId);
  await checkRows(store, run);
  const dataset = await getDataset(store, run.datasetId);
  const { labelChanges } = dataset;
  return withKeptModel(store, run, dataset, (kept) =>
    testModel(store, run, { ...kept, labelChanges }),
  );
}

async function checkRows(store: Store, { datasetId, number }: Run): Promise<void> {
  if (await findDataset(store, datasetId)) return;
  throw fail('gone', 'run.rowsGone', { run: number });
}

/** Reads the test rows with a given and a predicted class, surest answers first. */
export async function readCell(
  runId: string,
  [given, predicted]: readonly [number, number],
  limit: number,
): Promise<CellRow[]> {
  const store = await openStore();
  const run = await getRun(store, runId);
  await checkRows(store, run);
  const { prepared } = run;
  const { testRows, testGiven, testPredicted, testProbability } = await getModel(store, runId);
  const places = Array.from(testRows.keys())
    .filter((i) => testGiven[i] === given && testPredicted[i] === predicted)
    .sort((a, b) => testProbability[b] - testProbability[a])
    .slice(0, limit);
  const rows = places.map((i) => testRows[i]);
  const split = prepared.rows.testIsHeldOut ? 'train' : 'test';
  const texts = await readCleaned(prepared.cleanKey, split, rows);
  return places.map((i, k) => {
    const probability = testProbability[i];
    return { row: rows[k], text: texts[k], given, predicted, probability };
  });
}
