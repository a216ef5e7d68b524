// Opens the model of a kept run beside the encoded rows that it learned from, with the labels of today.
import type { Run } from '../core/run';
import type { Dataset } from '../core/types';
import type { Model } from '../models/model';
import type { Store } from '../store/db';
import { getModel } from '../store/runs';
import { batchRowsOf } from '../train/batches';
import { backendOf } from './device';
import { loadEncoded, type Encoded } from './encoded';
import { examplesOf, makeModel, shapeOf } from './making';
import { aim } from './target';

/** A model with the rows of its dataset, as far as they were there when it learned. */
export interface KeptModel {
  model: Model;
  encoded: Encoded; // rows of classes that the run does not know have no label here
}

/** Makes the model with its kept weights, runs work on it, and disposes of it. */
export async function withKeptModel<T>(
  store: Store,
  run: Run,
  dataset: Dataset,
  work: (kept: KeptModel) => Promise<T>,
): Promise<T> {
  const { settings } = run;
  const saved = await getModel(store, run.id);
  const { encoded } = aim(
    await loadEncoded(run.prepared.key),
    knownTo(run, dataset),
    settings.target,
  );
  const shape = shapeOf(settings, saved.tokenizer, {
    classes: run.classes.length,
    batchRows: batchRowsOf(settings.train, encoded.assignment.train.length),
    parts: [examplesOf(encoded.train), examplesOf(encoded.test)],
  });
  const model = makeModel(await backendOf(run.device.tier), settings, shape);
  try {
    await model.importWeights(saved.parameters);
    return await work({ model, encoded });
  } finally {
    model.dispose();
  }
}

/** The dataset without the classes that were added to it after a run that tells all of them apart. */
function knownTo({ classes, settings }: Run, dataset: Dataset): Dataset {
  if (settings.target.kind !== 'all') return dataset;
  return { ...dataset, classes: dataset.classes.slice(0, classes.length) };
}
