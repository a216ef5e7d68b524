// Makes the model that a run's settings and tokenizer ask for, on a given backend.
import type { ModelSettings } from '../core/settings';
import { FIRST_WORD_ID, type Tokenizer } from '../core/types';
import { createModel } from '../models/index';
import type { Model } from '../models/model';
import type { Backend } from '../nn/op';
import type { Examples } from '../nn/plan';
import type { EncodedPart } from './encoded';

/** What a model is made for. */
export interface Making {
  settings: ModelSettings;
  tokenizer: Tokenizer;
  classes: number;
  batchRows: number; // at most
  batchFeatures: number; // at most
}

/** Table rows that the ids of a tokenizer need. */
export function tableRowsOf({ words, ngramCounts }: Tokenizer): number {
  return FIRST_WORD_ID + words.length + ngramCounts.length;
}

/** Makes a model with zero weights; the caller disposes of it. */
export function makeModel(backend: Backend, { settings, tokenizer, ...shape }: Making): Model {
  return createModel(backend, settings, { ...shape, tableRows: tableRowsOf(tokenizer) });
}

/** The rows of a part as the bag takes them. */
export function examplesOf({ featureOffsets, features, labels }: EncodedPart): Examples {
  return { offsets: featureOffsets, features, labels };
}
