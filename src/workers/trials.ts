// What a training would take and which rate suits it, found out before it begins.
import type { Estimate, Expectation, RateCurve } from '../core/run';
import type { RunSettings } from '../core/settings';
import { FIRST_WORD_ID, type Dataset, type Prepared } from '../core/types';
import type { DataShape } from '../models/data-shape';
import { createMeasuringBackend } from '../nn/measuring';
import { openStore } from '../store/db';
import { getRun } from '../store/runs';
import { batchRowsOf } from '../train/batches';
import { measurePace } from '../train/pace-probe';
import { findRate } from '../train/rate-finder';
import { closeBackend } from './device';
import { openBench, taskOf, type Bench, type Lesson } from './learning';
import { isFixedLength, makeModel, mostWordsFor } from './making';

const PROBE_SECONDS = 5;

/** Parameters, memory and calls of a step, counted on a model without memory; null = nothing is prepared, so at most about so many. */
export async function estimateModel(
  dataset: Dataset,
  settings: RunSettings,
  prepared: Prepared | null,
): Promise<Estimate> {
  const backend = createMeasuringBackend({ tier: 'webgpu', isSoftware: false });
  const vocabulary = prepared?.vocabulary ?? (await mostVocabulary(dataset, settings));
  const shape = expectedShape(dataset, settings, { prepared, vocabulary });
  const model = makeModel(backend, settings, shape);
  const length = model.reads === 'words' ? shape.mostWords : 0;
  const { dispatches } = model.work({ rows: new Uint32Array(0), length, epoch: 1 });
  const { bytes: memoryBytes, largestBytes } = backend.measured;
  const isExact = prepared !== null;
  return { parameters: model.parameters, memoryBytes, largestBytes, dispatches, isExact };
}

/** How many ids there are. */
type Vocabulary = Pick<Prepared['vocabulary'], 'words' | 'ngrams'>;

function expectedShape(
  dataset: Dataset,
  { model, text, train, target }: RunSettings,
  { prepared, vocabulary }: { prepared: Prepared | null; vocabulary: Vocabulary },
): DataShape {
  const rows = prepared?.rows.train ?? dataset.train?.rowCount ?? 1;
  const batchRows = batchRowsOf(train, rows);
  const longest = prepared?.lengths.longest ?? dataset.train?.lengths.longest ?? text.maxLength;
  const wordRows = FIRST_WORD_ID + vocabulary.words;
  const mostWords = mostWordsFor(longest, text.maxLength);
  return {
    wordRows,
    tableRows: wordRows + vocabulary.ngrams,
    classes: target.kind === 'all' ? dataset.classes.length : 2,
    batchRows,
    batchFeatures: batchRows * mostWords * text.order,
    mostWords: isFixedLength(model) ? text.maxLength : mostWords,
    cut: text.cut,
  };
}

const MARKS = 1.5; // words and marks for each word that a histogram counts, roughly

/** Those of the run to go on from; else the settings' limits, or what so many rows can have if each is seen often enough. */
async function mostVocabulary(
  { train }: Dataset,
  { text: { maxWords, maxNgrams, minCount, order }, start }: RunSettings,
): Promise<Vocabulary> {
  if (start) return (await getRun(await openStore(), start.runId)).prepared.vocabulary;
  const read = MARKS * (train?.rowCount ?? 0) * (train?.lengths.mean ?? 0);
  const different = Math.ceil(read / minCount);
  return {
    words: Math.min(maxWords, different),
    ngrams: Math.min(maxNgrams, (order - 1) * different),
  };
}

/** Trains for five seconds on this device and tells how long the whole would take. */
export function measureTraining(lesson: Lesson): Promise<Expectation> {
  return onBench(lesson, (bench) => measurePace(taskOf(bench), PROBE_SECONDS));
}

/** Tries learning rates from tiny to huge. */
export function findLearningRate(
  lesson: Lesson,
  report: (curve: RateCurve) => void,
  isStopped: () => boolean,
): Promise<RateCurve> {
  return onBench(lesson, (bench) => findRate(taskOf(bench), { report, isStopped }));
}

async function onBench<T>(lesson: Lesson, run: (bench: Bench) => Promise<T>): Promise<T> {
  const bench = await openBench(await openStore(), lesson);
  try {
    return await run(bench);
  } catch (error) {
    if (bench.device.tier === 'webgpu') closeBackend('webgpu');
    throw error;
  } finally {
    bench.model.dispose();
  }
}
