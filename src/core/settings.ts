// The shape of every setting. Defaults, limits and help keys stand in each stage's config.ts.
import type { Stemmed, Stopped } from './languages';
import type { Rule, Tier } from './types';

/** A find-and-replace rule of the reader's own. */
export interface OwnRule {
  find: string; // a plain text, or the source of a regular expression
  replace: string; // of a pattern: '$1' and the like stand for its groups
  isPattern: boolean;
  matchCase: boolean;
  wholeWords: boolean; // no letter or digit just before or behind
  isOn: boolean;
}

/** What the rule 'missing' does with a row in which some field is empty and another is not; off, the rest is kept. */
export interface MissingSettings {
  how: 'drop' | 'fill' | 'repeat'; // it leaves train; the word stands in the empty field; the first filled field stands there too
  word: string; // of 'fill'
}

/** The whole recipe of cleaning, which travels with a model. */
export interface CleanSettings {
  rules: Record<Rule, boolean>;
  missing: MissingSettings;
  agencies: string[]; // names as they stand in texts: 'Reuters'
  own: OwnRule[]; // applied in this order behind the mending rules, each once
}

/** How text becomes ids. */
export interface TextSettings {
  unit: 'auto' | 'words' | 'characters' | 'segmenter'; // auto: words, or characters for scripts without spaces
  punctuation: boolean; // marks are words of their own, and so is the start of a text
  lowerCase: boolean; // false: 'Apple' and 'apple' are two words
  numbers: 'keep' | 'mark' | 'drop'; // mark: one word stands for all of them
  stopWords: 'none' | Stopped; // the commonest words of a language go, before anything is counted or joined
  stemming: 'none' | Stemmed; // endings go: 'prices' and 'price' become one word
  order: number; // longest n-gram, 1 to 3; of characters to 6
  minCount: number; // a word or n-gram seen less often in train is left out
  maxWords: number; // vocabulary size
  maxNgrams: number; // table rows for n-grams
  maxLength: number; // words of a text beyond this are cut
  cut: 'end' | 'start'; // which end of a longer text goes; Keras's pad_sequences cuts the start
  unknown: 'mark' | 'drop'; // words that the vocabulary lacks: one id for all of them, or nothing, as Keras's Tokenizer has it
  partsOfSpeech: boolean; // nouns, verbs and so on, and their pairs, are features beside words and n-grams; English only
}

/** How train is divided. */
export interface SplitSettings {
  by: 'shares' | 'rows'; // which of the sizes below count
  validationShare: number; // of the kept train rows, less those held out; 0 to 0.5
  testShare: number; // of the kept train rows, held out where the dataset has no test file; 0 to 0.5
  validationRows: number;
  testRows: number; // likewise held out
  sampleRows: number; // only so many of the kept train rows are used; 0 = all
  sampleTestRows: number; // only so many rows of the test file; 0 = all
  givenValidation: boolean; // rows that the files keep for validation are the validation rows
  grouped: boolean; // near-duplicates stay in one set
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

/** The loss that is trained on; 'sigmoid' takes each class on its own, and for two classes has one output. */
export type LossName = 'softmax' | 'sigmoid' | 'hinge';

/** How fresh weights are drawn: Keras's rules (Glorot, orthogonal) or PyTorch's (even in 1 / root of the inputs). */
export type InitName = 'keras' | 'pytorch';

/** What a feature of a row weighs: TF-IDF scaled to length 1, how often the row has it, or 1. */
export type Weighting = 'tf-idf' | 'counts' | 'binary';

/** Weighted features and one linear layer: logistic regression, or with 'hinge' a linear support vector machine. */
export interface LinearSettings {
  model: 'linear';
  weighting: Weighting;
  loss: LossName;
  labelSmoothing: number; // 0 to 0.5, of softmax and sigmoid
}

/** Weighted features and dense layers. */
export interface MlpSettings {
  model: 'mlp';
  weighting: Weighting;
  inputs: number; // only the so many features that weigh most over train; 0 = all
  units: number; // of each hidden layer
  layers: number; // hidden ones
  activation: 'relu' | 'tanh' | 'sigmoid';
  dropout: number; // behind each hidden layer
  loss: LossName;
  labelSmoothing: number;
  init: InitName;
}

/** Embeddings, convolutions over words, the greatest value over time of each filter. */
export interface CnnSettings {
  model: 'cnn';
  width: number; // E, numbers in an embedding
  filters: number; // of each width
  shortest: number; // words under the narrowest filters
  longest: number; // words under the widest; every width between is there too
  dropout: number; // behind the pooling
  loss: LossName;
  labelSmoothing: number;
  init: InitName;
}

/** Embeddings and one or several LSTM layers. */
export interface LstmSettings {
  model: 'lstm';
  width: number; // E, numbers in an embedding
  units: number; // H of the first layer
  layers: number;
  upperUnits: number; // H of the layers above the first; 0 = as the first
  bidirectional: boolean;
  pooling: 'last' | 'mean' | 'max';
  dropout: number; // of a layer's inputs, one mask for all words of a row
  recurrentDropout: number; // of the state, one mask for all words of a row
  headDropout: number; // behind the pooling
  maskPadding: boolean; // false runs through the filler behind short texts as if it were words
  loss: LossName;
  labelSmoothing: number;
  init: InitName;
}

/** Settings of whichever model. */
export type ModelSettings = BagSettings | LinearSettings | MlpSettings | CnnSettings | LstmSettings;

/** The name of a model. */
export type ModelName = ModelSettings['model'];

/** Which question the model answers: all classes, one class against the rest, or one class against another. */
export interface TargetSettings {
  kind: 'all' | 'one' | 'two';
  first: string; // ClassLabel.key; '' where kind is 'all'
  second: string; // ClassLabel.key; '' but for 'two'
}

/** How a model is trained. */
export interface TrainSettings {
  epochs: number;
  batchSize: number; // rows
  fullBatch: boolean; // every step reads all training rows; batchSize is then what the device takes at once
  optimizer: 'adam' | 'adamw' | 'sgd';
  learningRate: number; // the greatest of the schedule
  momentum: number; // of sgd, 0 to 0.99
  weightDecay: number; // adam and sgd: added to the slope; adamw: taken off the weight
  schedule: 'linear' | 'constant' | 'step' | 'cosine' | 'one-cycle';
  warmup: number; // share of the steps in which the rate rises, 0 to 0.5
  clipNorm: number; // the slope's greatest length; 0 = not clipped
  balanced: boolean; // rows of rare classes weigh more
  buckets: boolean; // texts of like length share a batch; for models that read words in their order
  rareRows: boolean; // embeddings move only where a batch has their words; false = all of them at every step, as Keras has it
  patience: number; // epochs without a better one before training ends; 0 = never
  seed: number; // u32: weights, shuffles, dropout
  refit: boolean; // after the best epoch is known, train again on train + validation for that many epochs
  testAtEnd: boolean; // judge the finished model on the test split at once
}

/** How the words of training rows are changed at random, anew in each epoch; shares of a row's words. All 0 = not at all. */
export interface AugmentSettings {
  wordDropout: number; // become the unknown word
  swap: number; // change places with the next word
  deletion: number; // go; one word of a row always stays
}

/** Where a run starts from, when it does not start from fresh weights. */
export interface StartSettings {
  runId: string;
  tableRate: number; // of the embeddings, times the learning rate; 0 = frozen
  bodyRate: number; // of everything between embeddings and head
}

/** Everything that decides what a run gives, given the data. */
export interface RunSettings {
  clean: CleanSettings;
  text: TextSettings;
  split: SplitSettings;
  target: TargetSettings;
  model: ModelSettings;
  train: TrainSettings;
  augment: AugmentSettings;
  start: StartSettings | null; // null = fresh weights and a fresh vocabulary
  tier: 'auto' | Tier;
}
