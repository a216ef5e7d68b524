// How every training begins: the model's first weights, and the batches that its rows are cut into.
import { batchRowsOf, Batches } from './batches';
import { factsOf } from './facts';
import { lengthsOf } from './lengths';
import type { Learning } from './task';

/** Gives the model fresh weights and a fresh optimizer, then puts over them those that it starts from. */
export async function beginWeights(task: Learning): Promise<void> {
  const { model, settings, start } = task;
  model.initialise(settings.seed, factsOf(task));
  if (start) await model.importWeights(start);
}

/** The batches of a training. */
export function batchesOf(task: Learning): Batches {
  const { model, examples, rows, settings, mostWords, isFixedLength: isFixed } = task;
  const { words } = examples;
  const { seed, fullBatch } = settings;
  const buckets = settings.buckets && !fullBatch;
  const lengths =
    model.reads === 'words' ? lengthsOf(words, rows, { mostWords, isFixed, buckets }) : [];
  return new Batches({ words, rows, batchRows: batchRowsOf(settings, rows.length), lengths, seed });
}
