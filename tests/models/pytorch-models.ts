// The models trained from the weights and rows of fixtures/models.json, to be compared with PyTorch's numbers there.
import type { ModelSettings, TrainSettings } from '../../src/core/settings';
import { DEFAULT_CNN, DEFAULT_LSTM, DEFAULT_MLP } from '../../src/models/config';
import type { DataShape } from '../../src/models/data-shape';
import { createModel } from '../../src/models/index';
import { roundedLength } from '../../src/models/lengths';
import type { Weights } from '../../src/models/model';
import { mostIds, type Examples } from '../../src/nn/examples';
import type { Backend } from '../../src/nn/op';
import fixture from './fixtures/models.json';

interface Case {
  optimizer: Pick<
    TrainSettings,
    'optimizer' | 'learningRate' | 'rareRows' | 'weightDecay' | 'momentum' | 'clipNorm'
  >;
  shapes: Record<string, number[]>;
  start: Record<string, number[]>;
  losses: number[];
  end: Record<string, number[]>;
}

interface CaseSettings {
  model: Exclude<ModelSettings, { model: 'bag' }>;
  classes: number;
  featureWeights: readonly number[];
  cut: DataShape['cut'];
}

const { sizes, batches, rows, idf, fewer } = fixture;
const cases = fixture.cases as unknown as Record<string, Case>;

const PLAIN = { dropout: 0, loss: 'softmax', labelSmoothing: 0 } as const;
const IN_FULL = { classes: 3, featureWeights: idf, cut: 'end' } as const;
const LSTM = { ...DEFAULT_LSTM, ...PLAIN, width: 4, units: 4, headDropout: 0 } as const;

const SETTINGS: Readonly<Record<string, CaseSettings>> = {
  'logistic regression': {
    ...IN_FULL,
    model: { model: 'linear', weighting: 'tf-idf', loss: 'softmax', labelSmoothing: 0.1 },
  },
  'support vector machine': {
    ...IN_FULL,
    model: { model: 'linear', weighting: 'tf-idf', loss: 'hinge', labelSmoothing: 0 },
  },
  'binary regression': {
    ...{ ...IN_FULL, classes: 2 },
    model: { model: 'linear', weighting: 'tf-idf', loss: 'sigmoid', labelSmoothing: 0 },
  },
  mlp: {
    ...IN_FULL,
    model: { ...DEFAULT_MLP, ...PLAIN, units: 5, layers: 2, activation: 'tanh' },
  },
  'binary mlp': {
    ...{ classes: 2, featureWeights: fewer, cut: 'end' },
    model: {
      ...DEFAULT_MLP,
      ...PLAIN,
      inputs: 10,
      units: 6,
      activation: 'sigmoid',
      loss: 'sigmoid',
    },
  },
  cnn: {
    ...IN_FULL,
    model: { ...DEFAULT_CNN, ...PLAIN, width: 4, filters: 4, shortest: 2, longest: 3 },
  },
  'masked lstm': {
    ...IN_FULL,
    model: { ...LSTM, layers: 2, bidirectional: true, pooling: 'mean' },
  },
  'unmasked lstm': {
    ...{ ...IN_FULL, cut: 'start' },
    model: { ...LSTM, pooling: 'last', maskPadding: false },
  },
};

/** The cases by name. */
export const CASES = Object.keys(SETTINGS);

/** What a training gave, or ought to give. */
export interface Training {
  losses: ArrayLike<number>;
  weights: Weights;
}

function named(name: string, values: Record<string, number[]>): Weights {
  const { shapes } = cases[name];
  return Object.fromEntries(
    Object.keys(shapes).map((key) => [
      key,
      { shape: shapes[key], values: Float32Array.from(values[key]) },
    ]),
  );
}

/** What PyTorch has. */
export function pytorchTraining(name: string): Training {
  const { losses, end } = cases[name];
  return { losses, weights: named(name, end) };
}

/** The fixture's rows; of two classes the second one stands for all but the first. */
function examplesFor({ classes }: CaseSettings): Examples {
  const offsets = new Uint32Array(rows.length + 1);
  rows.forEach((row, i) => (offsets[i + 1] = offsets[i] + row.length));
  const lists = { offsets, ids: Uint32Array.from(rows.flat()) };
  const labels = Uint16Array.from(fixture.labels, (label) => Math.min(label, classes - 1));
  return { labels, features: lists, words: lists };
}

/** The length that a batch of a training has. */
function lengthOf({ model }: CaseSettings, batch: readonly number[]): number {
  if (model.model !== 'cnn' && model.model !== 'lstm') return 0;
  if (model.model === 'lstm' && !model.maskPadding) return sizes.mostWords;
  return roundedLength(Math.max(...batch.map((row) => rows[row].length)), sizes.mostWords);
}

/** Trains as the fixture's script does. */
export async function trainCase(backend: Backend, name: string): Promise<Training> {
  const settings = SETTINGS[name];
  const { optimizer, start, losses } = cases[name];
  const { classes, cut, featureWeights } = settings;
  const { tableRows, batch: batchRows, mostWords } = sizes;
  const examples = examplesFor(settings);
  const batchFeatures = mostIds(examples.features, batchRows);
  const data = {
    tableRows,
    wordRows: tableRows,
    classes,
    batchRows,
    batchFeatures,
    mostWords,
    cut,
  };
  const rates = { table: 1, body: 1, head: 1 };
  const model = createModel(backend, settings.model, data, { ...optimizer, rates });
  const facts = { featureWeights: Float32Array.from(featureWeights) };
  model.initialise(1, { ...facts, classWeights: new Float32Array(classes).fill(1) });
  await model.importWeights(named(name, start));
  for (let step = 1; step <= losses.length; step++) {
    const batch = batches[(step - 1) % batches.length];
    const length = lengthOf(settings, batch);
    const { learningRate } = optimizer;
    const batchOf = { rows: Uint32Array.from(batch), length, epoch: 1 };
    model.step(examples, batchOf, { step, learningRate });
  }
  const found = (await model.readLosses()).slice(0, losses.length);
  const weights = await model.exportWeights();
  model.dispose();
  return { losses: found, weights };
}
