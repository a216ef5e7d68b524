// Composes augmentation: the words of a batch's rows changed at random, and the features of the words that came of it.
import type { RunSettings } from '../core/settings';
import { FIRST_WORD_ID, type Tokenizer } from '../core/types';
import type { Model } from '../models/model';
import type { Examples, IdLists } from '../nn/examples';
import { writeFeatures } from '../text/encode';
import { ngramsOf } from '../text/tokenizer';
import { Augmenter, isAugmented } from '../train/augment';
import type { Augment } from '../train/task';

type Shares = RunSettings['augment'];

/** Shares of words; where the tokenizer drops unknown words, one that becomes unknown goes. */
export function sharesOf({ augment, text }: Pick<RunSettings, 'augment' | 'text'>): Shares {
  if (text.unknown === 'mark') return augment;
  const { wordDropout, deletion } = augment;
  return { ...augment, wordDropout: 0, deletion: 1 - (1 - wordDropout) * (1 - deletion) };
}

/** The function that changes the rows of batches; null = the settings leave them as they are. */
export function makeAugment(
  settings: Pick<RunSettings, 'augment' | 'text' | 'train'>,
  examples: Examples,
  tokenizer: Tokenizer,
  reads: Model['reads'],
): Augment | null {
  if (!isAugmented(settings.augment)) return null;
  const augmenter = new Augmenter(sharesOf(settings), settings.train.seed);
  const ngrams = reads === 'features' ? ngramsOf(tokenizer) : null;
  const firstTag = FIRST_WORD_ID + tokenizer.words.length + tokenizer.ngramCounts.length;
  let changed = roomFor(0, 0, 0);
  return (batch) => {
    const { rows, epoch } = batch;
    const { offsets, ids } = examples.words;
    const words = lengthOf(examples.words, rows);
    const features = ngrams ? ngrams.order * words + lengthOf(examples.features, rows) : 0;
    if (isTooSmall(changed, rows.length, words, features))
      changed = roomFor(2 * rows.length, 2 * words, 2 * features);
    const own = changed.examples;
    for (let i = 0; i < rows.length; i++) {
      const row = rows[i];
      const before = ids.subarray(offsets[row], offsets[row + 1]);
      const start = own.words.offsets[i];
      const end = augmenter.write(before, [row, epoch], own.words.ids, start);
      own.labels[i] = examples.labels[row];
      own.words.offsets[i + 1] = end;
      changed.drawsAt[i] = examples.features.offsets[row];
      if (!ngrams) continue;
      const after = own.words.ids.subarray(start, end);
      const { ids: out, offsets: at } = own.features;
      const behind = writeFeatures(after, ngrams, out, at[i]);
      at[i + 1] = copyTags(examples.features, row, { firstTag, out, at: behind });
    }
    return { examples: own, batch: { ...batch, rows: changed.rows.subarray(0, rows.length) } };
  };
}

/** Examples that the rows of a batch are written to, over and over. */
function roomFor(rows: number, words: number, features: number) {
  const drawsAt = new Uint32Array(rows);
  const examples: Examples = {
    labels: new Uint16Array(rows),
    words: { offsets: new Uint32Array(rows + 1), ids: new Uint32Array(words) },
    features: { offsets: new Uint32Array(rows + 1), ids: new Uint32Array(features), drawsAt },
  };
  return { examples, drawsAt, rows: Uint32Array.from({ length: rows }, (_, i) => i) };
}

function isTooSmall(
  { examples }: { examples: Examples },
  rows: number,
  words: number,
  features: number,
): boolean {
  if (rows > examples.labels.length || words > examples.words.ids.length) return true;
  return features > examples.features.ids.length;
}

function lengthOf({ offsets }: IdLists, rows: Uint32Array): number {
  return rows.reduce((sum, row) => sum + offsets[row + 1] - offsets[row], 0);
}

/** Parts of speech stand at the end of a row's features, and stay as they are; returns where they end. */
function copyTags(
  { offsets, ids }: IdLists,
  row: number,
  { firstTag, out, at }: { firstTag: number; out: Uint32Array; at: number },
): number {
  let first = offsets[row + 1];
  while (first > offsets[row] && ids[first - 1] >= firstTag) first--;
  out.set(ids.subarray(first, offsets[row + 1]), at);
  return at + offsets[row + 1] - first;
}
