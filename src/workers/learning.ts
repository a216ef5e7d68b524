// Gathers everything that one training needs: encoded rows aimed at its classes, a device, a model, where to start.
import { checkOptions } from '../core/options';
import { fail } from '../core/errors';
import { checkSettings, MOST_FULL_BATCH } from '../core/refusals';
import type { Device } from '../core/run';
import type { RunSettings } from '../core/settings';
import type { Dataset, Prepared } from '../core/types';
import { MODEL_OPTIONS } from '../models/config';
import type { Model } from '../models/model';
import type { Backend } from '../nn/op';
import type { Store } from '../store/db';
import { batchRowsOf } from '../train/batches';
import { AUGMENT_OPTIONS, TRAIN_OPTIONS } from '../train/config';
import type { ProbeTask } from '../train/pace-probe';
import { makeAugment } from './augmenting';
import { openDevice } from './device';
import { loadEncoded, type Encoded } from './encoded';
import { examplesOf, isFixedLength, makeModel, rowsOf, shapeOf } from './making';
import { readSource, startFrom, type Source, type Start } from './starting';
import { aim } from './target';

/** What is to be learned, as the page asks for it. */
export interface Lesson {
  dataset: Dataset;
  prepared: Prepared;
  settings: RunSettings;
}

/** A training that is ready to begin; the caller disposes of the model. */
export interface Bench {
  lesson: Lesson;
  encoded: Encoded; // of the classes that are told apart
  classes: string[];
  device: Device;
  backend: Backend;
  model: Model;
  start: Start | null;
}

const LEAST_ROWS = 2; // one a class at the very least

/** Checks the settings, loads the rows, opens the device and makes the model. */
export async function openBench(store: Store, lesson: Lesson): Promise<Bench> {
  const { dataset, prepared, settings } = lesson;
  checkSettings(settings, dataset);
  checkOptions<Record<string, unknown>>({ ...settings.model }, MODEL_OPTIONS[settings.model.model]);
  checkOptions(settings.train, TRAIN_OPTIONS);
  checkOptions(settings.augment, AUGMENT_OPTIONS);
  const { encoded, classes } = aim(await loadEncoded(prepared.key), dataset, settings.target);
  checkRows(encoded, classes, settings);
  const source = await readSource(store, settings, classes);
  const { device, backend } = await openDevice(settings.tier);
  const model = makeModel(
    backend,
    settings,
    shapeOf(settings, encoded.tokenizer, {
      classes: classes.length,
      batchRows: batchRowsOf(settings.train, rowsLearned(encoded, settings)),
      parts: [examplesOf(encoded.train), examplesOf(encoded.test)],
    }),
  );
  const start = await startOf(source, model);
  return { lesson, encoded, classes, device, backend, model, start };
}

async function startOf(source: Source | null, model: Model): Promise<Start | null> {
  try {
    return source && (await startFrom(source, model));
  } catch (error) {
    model.dispose();
    throw error;
  }
}

/** The training as its loop takes it. */
export function taskOf({ lesson, encoded, classes, backend, model, start }: Bench): ProbeTask {
  const { settings } = lesson;
  const { assignment, train, tokenizer } = encoded;
  const examples = examplesOf(train);
  return {
    backend,
    model,
    examples,
    augment: makeAugment(settings, examples, tokenizer, model.reads),
    tableRows: rowsOf(tokenizer).tableRows,
    classes: classes.length,
    inputs: settings.model.model === 'mlp' ? settings.model.inputs : 0,
    mostWords: settings.text.maxLength,
    isFixedLength: isFixedLength(settings.model),
    rows: assignment.train,
    validation: assignment.validation,
    settings: settings.train,
    start: start?.weights ?? null,
  };
}

/** Rows that one training learns from at most: a refit takes those for validation too. */
function rowsLearned({ assignment }: Encoded, { train }: RunSettings): number {
  return assignment.train.length + (train.refit ? assignment.validation.length : 0);
}

function checkRows(
  { assignment, train }: Encoded,
  classes: string[],
  { train: { fullBatch } }: RunSettings,
): void {
  const { length: rows } = assignment.train;
  const seen = new Set(Array.from(assignment.train, (row) => train.labels[row]));
  if (rows < LEAST_ROWS)
    throw fail('bad-config', 'train.rows', { found: rows, needed: LEAST_ROWS });
  if (seen.size < 2 || classes.length < 2)
    throw fail('bad-config', 'train.classes', { found: seen.size });
  if (fullBatch && rows > MOST_FULL_BATCH)
    throw fail('bad-config', 'config.fullBatch', { rows, most: MOST_FULL_BATCH });
}
