// Makes the model that a run's settings and tokenizer ask for, on a given backend.
import type { RunSettings, TrainSettings } from '../core/settings';
import { FIRST_WORD_ID, type Tokenizer } from '../core/types';
import type { DataShape } from '../models/data-shape';
import { createModel } from '../models/index';
import type { Model } from '../models/model';
import { mostIds, type Examples, type IdLists } from '../nn/examples';
import type { Backend } from '../nn/op';
import type { OptimizerSettings } from '../nn/optimizer';
import { isAugmented } from '../train/augment';
import type { EncodedPart } from './encoded';

/** What decides a model besides the data. */
export type MakingSettings = Pick<RunSettings, 'model' | 'text' | 'train' | 'augment' | 'start'>;

/** Makes a model with zero weights; the caller disposes of it. */
export function makeModel(backend: Backend, settings: MakingSettings, data: DataShape): Model {
  return createModel(backend, settings.model, data, optimizerOf(settings));
}

/** What a model for these rows must hold; all parts that it will be asked about count. */
export function shapeOf(
  { model, text, augment }: MakingSettings,
  tokenizer: Tokenizer,
  data: { classes: number; batchRows: number; parts: readonly Examples[] },
): DataShape {
  const { classes, batchRows, parts } = data;
  const longest = Math.max(...parts.map(({ words }) => longestOf(words)));
  const featuresOf = ({ features, words }: Examples) =>
    isAugmented(augment) // other words stand side by side then: a row may have n-grams that it lacks as it is
      ? tokenizer.order * mostIds(words, batchRows)
      : mostIds(features, batchRows);
  return {
    ...rowsOf(tokenizer),
    classes,
    batchRows,
    batchFeatures: Math.max(1, ...parts.map(featuresOf)),
    mostWords: isFixedLength(model) ? text.maxLength : mostWordsFor(longest, text.maxLength),
    cut: text.cut,
  };
}

/** Features that a text of so many words has at most. */
export function mostFeaturesOf({ order, tags }: Tokenizer, maxLength: number): number {
  return maxLength * (order + (tags ? 2 : 0));
}

/** Ids that a tokenizer gives: all of them, and those of words alone. */
export function rowsOf({
  words,
  ngramCounts,
  tags = [],
}: Tokenizer): Pick<DataShape, 'tableRows' | 'wordRows'> {
  const wordRows = FIRST_WORD_ID + words.length;
  return { wordRows, tableRows: wordRows + ngramCounts.length + tags.length };
}

const MULTIPLE = 8; // lengths of batches are multiples of it

/** Words to which rows are cut, where the longest has so many. */
export function mostWordsFor(longest: number, maxLength: number): number {
  return Math.min(maxLength, Math.max(MULTIPLE, MULTIPLE * Math.ceil(longest / MULTIPLE)));
}

/** Whether a model runs through the filler behind short texts, so that every batch is as long as a text may be. */
export function isFixedLength(model: RunSettings['model']): boolean {
  return model.model === 'lstm' && !model.maskPadding;
}

/** The rows of a part as models take them. */
export function examplesOf(part: EncodedPart): Examples {
  const { labels, featureOffsets, features, wordOffsets, words } = part;
  return {
    labels,
    features: { offsets: featureOffsets, ids: features },
    words: { offsets: wordOffsets, ids: words },
  };
}

function optimizerOf({
  train,
  start,
}: { train: TrainSettings } & Pick<RunSettings, 'start'>): OptimizerSettings {
  const { optimizer, momentum, weightDecay, clipNorm, rareRows } = train;
  const rates = { table: start?.tableRate ?? 1, body: start?.bodyRate ?? 1, head: 1 };
  return { optimizer, momentum, weightDecay, clipNorm, rareRows, rates };
}

function longestOf({ offsets }: IdLists): number {
  let longest = 0;
  for (let row = 0; row + 1 < offsets.length; row++)
    longest = Math.max(longest, offsets[row + 1] - offsets[row]);
  return longest;
}
