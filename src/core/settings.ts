// The shape of every setting. Defaults, limits and help keys stand in each stage's config.ts.
import type { Rule, Tier } from './types';

/** Which cleaning rules are on, and what the agency rule looks for. */
export interface CleanSettings {
  rules: Record<Rule, boolean>;
  agencies: string[]; // names as they stand in texts: 'Reuters'
}

/** How text becomes ids. */
export interface TextSettings {
  unit: 'auto' | 'words' | 'characters' | 'segmenter'; // auto: words, or characters for scripts without spaces
  punctuation: boolean; // marks are words of their own, and so is the start of a text
  order: number; // longest n-gram, 1 to 3
  minCount: number; // a word or n-gram seen less often in train is left out
  maxWords: number; // vocabulary size
  maxNgrams: number; // table rows for n-grams
  maxLength: number; // words of a text beyond this are cut
}

/** How train is divided. */
export interface SplitSettings {
  validationShare: number; // of the kept train rows, 0 to 0.5
  seed: number; // u32
}

/** The bag model: an n-gram embedding bag and a linear layer. */
export interface BagSettings {
  model: 'bag';
  width: number; // D, numbers in an embedding
  featureDropout: number; // share of a training row's features left out at random, 0 to 0.9
  weighFeatures: boolean; // features that tell classes apart weigh more in the mean
  robustness: number; // 0 to 1: how much less a row counts whose label the model finds unlikely
}

/** Settings of whichever model. */
export type ModelSettings = BagSettings;

/** How a model is trained. */
export interface TrainSettings {
  epochs: number;
  batchSize: number; // rows
  learningRate: number; // Adam's step at the start; falls linearly to zero
  seed: number; // u32: weights, shuffles, dropout
  refit: boolean; // after the best epoch is known, train again on train + validation for that many epochs
  testAtEnd: boolean; // judge the finished model on the test split at once
}

/** Everything that decides what a run gives, given the data. */
export interface RunSettings {
  clean: CleanSettings;
  text: TextSettings;
  split: SplitSettings;
  model: ModelSettings;
  train: TrainSettings;
  tier: 'auto' | Tier;
}
