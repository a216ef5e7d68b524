// The models of the articles that the page follows, each as its listing is printed and as it was meant; every difference between
// the two is listed on the page. The listings' settings, word for word: an MLP in PyTorch (100 inputs, 50 hidden, 1 output, BCELoss,
// SGD 0.001, batch 64, 10 epochs), an LSTM in Keras (num_words 10,000, length 200, Embedding 128, LSTM 128 with dropout 0.2 and
// recurrent dropout 0.2, Dense(1, sigmoid), Adam, batch 128, 10 epochs), and two stacked LSTMs (128, 64) with softmax, batch 32.
import type { TextSettings, TrainSettings } from '../../core/settings';
import { DEFAULT_LSTM, DEFAULT_MLP, type Preset } from '../config';

/** A way in which a twin differs from its other half; also the key of its sentence in the catalogues. */
export type TwinDifference =
  | 'sigmoid' // the output goes through a sigmoid before BCELoss
  | 'softmax' // one output a class instead of a single one
  | 'mask' // the filler behind short texts is left out
  | 'rate' // a learning rate that learns
  | 'cut' // long texts keep their beginning
  | 'unknown'; // words out of the vocabulary leave a mark

/** One listing of the articles in one of its two readings. */
export interface Twin extends Preset {
  article: 'mlp' | 'lstm' | 'stacked';
  reading: 'printed' | 'meant';
  isBinary: boolean; // one output: it tells one class from the rest
  refusal: 'bceLogits' | null; // why the framework refuses the listing; null = it runs
  differences: readonly TwinDifference[]; // from the printed one; of the printed one itself none
}

/** What the vocabulary of Keras's Tokenizer and its pad_sequences do. */
const KERAS_TEXT: Partial<TextSettings> = {
  unit: 'words',
  punctuation: false,
  order: 1,
  minCount: 1,
  maxWords: 9_999, // num_words = 10,000 counts the filler
  maxLength: 200,
  cut: 'start',
  unknown: 'drop',
};
const KERAS_TRAIN: Partial<TrainSettings> = {
  epochs: 10,
  optimizer: 'adam',
  learningRate: 0.001,
  schedule: 'constant',
  buckets: false,
  rareRows: false,
};
const MLP_TRAIN: Partial<TrainSettings> = {
  epochs: 10,
  batchSize: 64,
  optimizer: 'sgd',
  momentum: 0,
  learningRate: 0.001,
  schedule: 'constant',
};
const LISTED_MLP = {
  ...DEFAULT_MLP,
  inputs: 100,
  units: 50,
  dropout: 0,
  loss: 'sigmoid',
  init: 'pytorch',
} as const;
const LISTED_LSTM = {
  ...DEFAULT_LSTM,
  pooling: 'last',
  recurrentDropout: 0.2,
  headDropout: 0,
  maskPadding: false,
  loss: 'sigmoid',
} as const;
const STACKED_LSTM = {
  ...LISTED_LSTM,
  layers: 2,
  upperUnits: 64,
  dropout: 0,
  recurrentDropout: 0,
  loss: 'softmax',
} as const;
const MEANT_TEXT: Partial<TextSettings> = { ...KERAS_TEXT, cut: 'end', unknown: 'mark' };

/** The articles' models. */
export const TWINS: readonly Twin[] = [
  {
    name: 'mlpPrinted',
    article: 'mlp',
    reading: 'printed',
    isBinary: true,
    refusal: 'bceLogits',
    text: { order: 1 },
    model: LISTED_MLP,
    train: MLP_TRAIN,
    moreEpochs: 0,
    differences: [],
  },
  {
    name: 'mlpMeant',
    article: 'mlp',
    reading: 'meant',
    isBinary: true,
    refusal: null,
    text: { order: 1 },
    model: LISTED_MLP,
    train: { ...MLP_TRAIN, learningRate: 0.1 },
    moreEpochs: 0,
    differences: ['sigmoid', 'rate'],
  },
  {
    name: 'lstmPrinted',
    article: 'lstm',
    reading: 'printed',
    isBinary: true,
    refusal: null,
    text: KERAS_TEXT,
    model: LISTED_LSTM,
    train: { ...KERAS_TRAIN, batchSize: 128 },
    moreEpochs: 0,
    differences: [],
  },
  {
    name: 'lstmMeant',
    article: 'lstm',
    reading: 'meant',
    isBinary: false,
    refusal: null,
    text: MEANT_TEXT,
    model: { ...LISTED_LSTM, maskPadding: true, loss: 'softmax' },
    train: { ...KERAS_TRAIN, batchSize: 128 },
    moreEpochs: 0,
    differences: ['softmax', 'mask', 'cut', 'unknown'],
  },
  {
    name: 'stackedPrinted',
    article: 'stacked',
    reading: 'printed',
    isBinary: false,
    refusal: null,
    text: KERAS_TEXT,
    model: STACKED_LSTM,
    train: { ...KERAS_TRAIN, batchSize: 32 },
    moreEpochs: 0,
    differences: [],
  },
  {
    name: 'stackedMeant',
    article: 'stacked',
    reading: 'meant',
    isBinary: false,
    refusal: null,
    text: MEANT_TEXT,
    model: { ...STACKED_LSTM, maskPadding: true },
    train: { ...KERAS_TRAIN, batchSize: 32 },
    moreEpochs: 0,
    differences: ['mask', 'cut', 'unknown'],
  },
];
