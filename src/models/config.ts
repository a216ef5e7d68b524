// What each model lets one set: defaults and limits, and the settings that belong together.
import type { Option } from '../core/options';
import type {
  BagSettings,
  CnnSettings,
  LinearSettings,
  LossName,
  LstmSettings,
  MlpSettings,
  ModelName,
  ModelSettings,
  RunSettings,
  TextSettings,
  TrainSettings,
  Weighting,
} from '../core/settings';

/** The bag as it is first offered. */
export const DEFAULT_BAG: BagSettings = {
  model: 'bag',
  width: 16,
  featureDropout: 0.5,
  weighFeatures: true,
  robustness: 0,
};

/** The linear model as it is first offered. */
export const DEFAULT_LINEAR: LinearSettings = {
  model: 'linear',
  weighting: 'tf-idf',
  loss: 'hinge',
  labelSmoothing: 0,
};

/** The multilayer perceptron as it is first offered. */
export const DEFAULT_MLP: MlpSettings = {
  model: 'mlp',
  weighting: 'tf-idf',
  inputs: 0,
  units: 64,
  layers: 1,
  activation: 'relu',
  dropout: 0.5,
  loss: 'softmax',
  labelSmoothing: 0,
  init: 'keras',
};

/** The convolutional model as it is first offered: Kim (2014), section 3.1, but for fresh embeddings. */
export const DEFAULT_CNN: CnnSettings = {
  model: 'cnn',
  width: 128,
  filters: 100,
  shortest: 3,
  longest: 5,
  dropout: 0.5,
  loss: 'softmax',
  labelSmoothing: 0,
  init: 'keras',
};

/** The recurrent model as it is first offered. */
export const DEFAULT_LSTM: LstmSettings = {
  model: 'lstm',
  width: 128,
  units: 128,
  layers: 1,
  upperUnits: 0,
  bidirectional: false,
  pooling: 'max',
  dropout: 0.2,
  recurrentDropout: 0,
  headDropout: 0.2,
  maskPadding: true,
  loss: 'softmax',
  labelSmoothing: 0,
  init: 'keras',
};

const BAG_OPTIONS: readonly Option<keyof BagSettings>[] = [
  { key: 'width', kind: 'integer', least: 1, most: 256, step: 1 },
  { key: 'featureDropout', kind: 'number', least: 0, most: 0.9, step: 0.05 },
  { key: 'weighFeatures', kind: 'switch' },
  { key: 'robustness', kind: 'number', least: 0, most: 1, step: 0.1 },
];

const LOSSES: readonly LossName[] = ['softmax', 'sigmoid', 'hinge'];
const LOSS_OPTIONS: readonly Option<'loss' | 'labelSmoothing'>[] = [
  { key: 'loss', kind: 'choice', choices: LOSSES },
  { key: 'labelSmoothing', kind: 'number', least: 0, most: 0.5, step: 0.05 },
];
const INIT_OPTION: Option<'init'> = { key: 'init', kind: 'choice', choices: ['keras', 'pytorch'] };

const WEIGHTINGS: readonly Weighting[] = ['tf-idf', 'counts', 'binary'];
const WEIGHTING_OPTION: Option<'weighting'> = {
  key: 'weighting',
  kind: 'choice',
  choices: WEIGHTINGS,
};

const LINEAR_OPTIONS: readonly Option<keyof LinearSettings>[] = [WEIGHTING_OPTION, ...LOSS_OPTIONS];

const MLP_OPTIONS: readonly Option<keyof MlpSettings>[] = [
  WEIGHTING_OPTION,
  { key: 'inputs', kind: 'integer', least: 0, most: 100_000, step: 100 },
  { key: 'units', kind: 'integer', least: 1, most: 1024, step: 8 },
  { key: 'layers', kind: 'integer', least: 1, most: 4, step: 1 },
  { key: 'activation', kind: 'choice', choices: ['relu', 'tanh', 'sigmoid'] },
  { key: 'dropout', kind: 'number', least: 0, most: 0.9, step: 0.05 },
  ...LOSS_OPTIONS,
  INIT_OPTION,
];

const CNN_OPTIONS: readonly Option<keyof CnnSettings>[] = [
  { key: 'width', kind: 'integer', least: 4, most: 512, step: 4, of: 4 },
  { key: 'filters', kind: 'integer', least: 4, most: 512, step: 4, of: 4 },
  { key: 'shortest', kind: 'integer', least: 1, most: 8, step: 1 },
  { key: 'longest', kind: 'integer', least: 1, most: 8, step: 1 },
  { key: 'dropout', kind: 'number', least: 0, most: 0.9, step: 0.05 },
  ...LOSS_OPTIONS,
  INIT_OPTION,
];

const LSTM_OPTIONS: readonly Option<keyof LstmSettings>[] = [
  { key: 'width', kind: 'integer', least: 4, most: 512, step: 4, of: 4 },
  { key: 'units', kind: 'integer', least: 4, most: 512, step: 4, of: 4 },
  { key: 'layers', kind: 'integer', least: 1, most: 4, step: 1 },
  { key: 'upperUnits', kind: 'integer', least: 0, most: 512, step: 4, of: 4 },
  { key: 'bidirectional', kind: 'switch' },
  { key: 'pooling', kind: 'choice', choices: ['last', 'mean', 'max'] },
  { key: 'dropout', kind: 'number', least: 0, most: 0.9, step: 0.05 },
  { key: 'recurrentDropout', kind: 'number', least: 0, most: 0.9, step: 0.05 },
  { key: 'headDropout', kind: 'number', least: 0, most: 0.9, step: 0.05 },
  { key: 'maskPadding', kind: 'switch' },
  ...LOSS_OPTIONS,
  INIT_OPTION,
];

/** What can be set of each model, with limits. */
export const MODEL_OPTIONS: Readonly<Record<ModelName, readonly Option[]>> = {
  bag: BAG_OPTIONS,
  linear: LINEAR_OPTIONS,
  mlp: MLP_OPTIONS,
  cnn: CNN_OPTIONS,
  lstm: LSTM_OPTIONS,
};

/** Each model as it is first offered. */
export const DEFAULT_MODELS = {
  bag: DEFAULT_BAG,
  linear: DEFAULT_LINEAR,
  mlp: DEFAULT_MLP,
  cnn: DEFAULT_CNN,
  lstm: DEFAULT_LSTM,
} as const;

/** Whether a model reads the words of a text in their order, and not its words and n-grams as a set. */
export function readsOrder({ model }: Pick<ModelSettings, 'model'>): boolean {
  return model === 'cnn' || model === 'lstm';
}

/** Settings that belong together: what differs from the defaults of their stages. */
export interface Preset {
  name: string; // also the key of its words in the catalogues
  text: Partial<TextSettings>;
  model: ModelSettings;
  train: Partial<TrainSettings>;
  moreEpochs: number; // on top of what suits the rows
}

const IN_ORDER: Partial<TextSettings> = { order: 1, maxWords: 30_000, maxLength: 128 };

/** The presets, the first of which is the page's own choice; thorough reads triples of words too. */
export const PRESETS: readonly Preset[] = [
  { name: 'standard', text: {}, model: DEFAULT_BAG, train: {}, moreEpochs: 0 },
  {
    name: 'thorough',
    text: { order: 3, maxNgrams: 800_000 },
    model: { ...DEFAULT_BAG, featureDropout: 0.4, robustness: 0.3 },
    train: { refit: true },
    moreEpochs: 1,
  },
  {
    name: 'linear',
    text: { minCount: 1, maxNgrams: 2_000_000 },
    model: DEFAULT_LINEAR,
    train: { learningRate: 0.02, refit: true },
    moreEpochs: -1,
  },
  { name: 'mlp', text: {}, model: DEFAULT_MLP, train: {}, moreEpochs: 0 },
  {
    name: 'cnn',
    text: IN_ORDER,
    model: DEFAULT_CNN,
    train: { batchSize: 64, learningRate: 0.001 },
    moreEpochs: 0,
  },
  {
    name: 'lstm',
    text: IN_ORDER,
    model: DEFAULT_LSTM,
    train: { batchSize: 64, learningRate: 0.002 },
    moreEpochs: 0,
  },
];

/** The loss that a model is trained on; the bag has softmax and no choice. */
export function lossOf(model: ModelSettings): LossName {
  return model.model === 'bag' ? 'softmax' : model.loss;
}

/** Whether a setting of a model means something beside its others; the form shows those that do. */
export function usesModelOption(model: ModelSettings, key: string): boolean {
  if (key === 'labelSmoothing') return lossOf(model) !== 'hinge';
  if (key === 'upperUnits') return model.model === 'lstm' && model.layers > 1;
  return true;
}

/** Whether a setting of the text means something to a run; one that goes on from another keeps that one's words. */
export function usesTextOption(
  { model, text, start }: Pick<RunSettings, 'model' | 'text' | 'start'>,
  key: keyof TextSettings,
): boolean {
  if (key === 'maxLength' || key === 'cut') return true;
  if (start !== null) return false;
  if (key === 'order' || key === 'partsOfSpeech') return !readsOrder(model);
  return key !== 'maxNgrams' || (!readsOrder(model) && text.order > 1);
}

/** Which parts of a model get rates of their own when it goes on from another run: the head always has the whole rate. */
export function startRatesOf({
  model,
}: Pick<ModelSettings, 'model'>): ('tableRate' | 'bodyRate')[] {
  if (model === 'linear') return []; // all of it is the head
  return model === 'bag' ? ['tableRate'] : ['tableRate', 'bodyRate'];
}

/** Whether a setting of the training means something to a run. */
export function usesTrainOption(
  { model, train }: Pick<RunSettings, 'model' | 'train'>,
  key: keyof TrainSettings,
): boolean {
  const isSgd = train.optimizer === 'sgd';
  const movesRareRows = !isSgd || train.momentum > 0 || train.weightDecay > 0; // else their slope of 0 leaves them where they are
  const isFilled = model.model === 'lstm' && !model.maskPadding; // all batches are as long as a text may be
  const uses: Partial<Record<keyof TrainSettings, boolean>> = {
    batchSize: !train.fullBatch,
    momentum: isSgd,
    rareRows: movesRareRows,
    buckets: readsOrder(model) && !isFilled && !train.fullBatch,
  };
  // The bag's step is one of a kind: row-wise RMSprop for the table, Adam for the head.
  const isOptimizers = ['optimizer', 'momentum', 'weightDecay', 'clipNorm', 'rareRows'].includes(
    key,
  );
  if (isOptimizers && model.model === 'bag') return false;
  return uses[key] ?? true;
}
