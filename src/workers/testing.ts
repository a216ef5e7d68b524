// Judges a run's model on the test split: counts the look, keeps every answer, and reads the rows behind a figure.
import { fail } from '../core/errors';
import type { CellRow, Run } from '../core/run';
import { judge } from '../evaluate/judge';
import { scoresOf } from '../evaluate/metrics';
import type { Model } from '../models/model';
import { countTestLook, findDataset, getDataset } from '../store/datasets';
import { openStore, type Store } from '../store/db';
import { getModel, getRun, putRun } from '../store/runs';
import { batchRowsOf } from '../train/batches';
import { nextTask } from '../train/pace';
import { backendOf } from './device';
import { loadEncoded, readCleaned, type Encoded } from './encoded';
import { examplesOf, makeModel, shapeOf } from './making';
import { aim } from './target';

/** A model with the rows that it is judged on. */
export interface Candidate {
  model: Model;
  encoded: Encoded;
}

/** Judges a live model on the test split and keeps run and answers. */
export async function testModel(
  store: Store,
  run: Run,
  { model, encoded }: Candidate,
): Promise<Run> {
  const { assignment, train, test } = encoded;
  const rows = assignment.test;
  const start = performance.now();
  const { given, predicted, probability } = await judge(model, examplesOf(test), rows, nextTask);
  const trainCounts = new Uint32Array(run.classes.length);
  for (const row of assignment.train) trainCounts[train.labels[row]]++;
  const scores = scoresOf({ given, predicted, classes: run.classes, trainCounts });
  const { testLooks } = await countTestLook(store, run.datasetId);
  const seconds = { ...run.seconds, evaluate: (performance.now() - start) / 1000 };
  const tested: Run = { ...run, seconds, test: scores, testLook: testLooks };
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
  const saved = await getModel(store, runId);
  const dataset = await getDataset(store, run.datasetId);
  const { encoded } = aim(await loadEncoded(run.prepared.key), dataset, run.settings.target);
  const parts = [examplesOf(encoded.train), examplesOf(encoded.test)];
  const batchRows = batchRowsOf(run.settings.train, encoded.assignment.train.length);
  const shape = shapeOf(run.settings, saved.tokenizer, {
    classes: run.classes.length,
    batchRows,
    parts,
  });
  const model = makeModel(await backendOf(run.device.tier), run.settings, shape);
  try {
    await model.importWeights(saved.parameters);
    return await testModel(store, run, { model, encoded });
  } finally {
    model.dispose();
  }
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
