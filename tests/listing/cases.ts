// Settings and rows for the tests of listings.
import { DEFAULT_CLEAN, DEFAULT_SPLIT, DEFAULT_TARGET } from '../../src/clean/config';
import { columnsOf } from '../../src/core/prepared-file';
import { randomUnit } from '../../src/core/random';
import type {
  AugmentSettings,
  ModelName,
  RunSettings,
  TargetSettings,
  TextSettings,
  TrainSettings,
} from '../../src/core/settings';
import type { ListingAbout } from '../../src/listing/task';
import { DEFAULT_MODELS } from '../../src/models/config';
import { DEFAULT_TEXT } from '../../src/text/config';
import { DEFAULT_AUGMENT, DEFAULT_TRAIN } from '../../src/train/config';

/** What a case sets otherwise than the defaults. */
export interface Changes {
  model?: Record<string, unknown>;
  text?: Partial<TextSettings>;
  train?: Partial<TrainSettings>;
  augment?: Partial<AugmentSettings>;
  target?: TargetSettings;
}

/** Settings of a model that is small enough for a test. */
export function settingsOf(name: ModelName, changes: Changes = {}): RunSettings {
  const small = name === 'bag' || name === 'linear' ? {} : name === 'mlp' ? { units: 16 } : SMALL;
  return {
    clean: DEFAULT_CLEAN,
    text: { ...DEFAULT_TEXT, maxLength: 24, minCount: 1, ...changes.text },
    split: DEFAULT_SPLIT,
    target: changes.target ?? DEFAULT_TARGET,
    model: { ...DEFAULT_MODELS[name], ...small, ...changes.model },
    train: { ...DEFAULT_TRAIN, epochs: 4, batchSize: 16, ...changes.train },
    augment: { ...DEFAULT_AUGMENT, ...changes.augment },
    start: null,
    tier: 'auto',
  };
}

const SMALL = { width: 16, units: 16, filters: 16 };

/** Three classes, one of which has a name that Python must be told with care. */
export const ABOUT: ListingAbout = {
  classes: [
    { key: '1', name: 'Garden' },
    { key: '2', name: `Ship's "deck"\\` },
    { key: '3', name: 'Kitchen' },
  ],
  language: 'spaced',
};

const OWN = [
  ['rose', 'hedge', 'lawn', 'spade', 'pond'],
  ['mast', 'sail', 'anchor', 'rope', 'tide'],
  ['oven', 'flour', 'ladle', 'salt', 'pan'],
];
const COMMON = [
  'the',
  'a',
  'of',
  'and',
  'with',
  'near',
  'old',
  'new',
  'they',
  'saw',
  'it’s',
  '3.5',
];

/** What the columns for words and parts of speech hold: texts without their marks, and each word's initial for a tag. */
function otherColumns(text: string): Record<'words' | 'tags', string> {
  const words = text.toLowerCase().match(/[a-z]+/g) ?? [];
  return { words: words.join(' '), tags: words.map(([initial]) => `pos:${initial}`).join(' ') };
}

/** A prepared.csv of made-up texts: a few words of their class among common ones; one text has a word that no other has. */
export function preparedCsv(text: TextSettings, { classes }: ListingAbout = ABOUT): string {
  const columns = columnsOf(text);
  const rows: string[][] = [];
  for (const [split, count] of [
    ['train', 240],
    ['validation', 45],
    ['test', 60],
  ] as const)
    for (let row = 0; row < count; row++) rows.push([split, ...textOf(split, row, classes)]);
  rows.push(['test', classes[0].name, '…']);
  const written = rows.map(([split, label, own]) => {
    const fields = { split, label, text: own, ...otherColumns(own) };
    return columns.map((column) => quoted(fields[column])).join(',');
  });
  return [columns.join(','), ...written].join('\r\n') + '\r\n';
}

function textOf(split: string, row: number, classes: ListingAbout['classes']): [string, string] {
  const label = row % 3;
  const seed = split.length;
  const length = 4 + Math.floor(24 * randomUnit(seed, row, 0));
  const words = Array.from({ length }, (_, i) => {
    const from = i % 3 === 1 ? OWN[label] : COMMON;
    return from[Math.floor(from.length * randomUnit(seed, row, i + 1))];
  });
  if (row === 0) words.push(`“${split}”,`, 'two\nlines');
  return [classes[label].name, `${words.join(' ')}.`];
}

function quoted(field: string): string {
  return `"${field.replaceAll('"', '""')}"`;
}

const TWO = { kind: 'two', first: '1', second: '3' } as const;
const ONE = { kind: 'one', first: '2', second: '' } as const;

/** Settings that together have every value of every option. */
export const CASES: [name: string, model: ModelName, changes: Changes][] = [
  ['a bag', 'bag', {}],
  [
    'a cautious bag of triples, refitted',
    'bag',
    {
      model: { weighFeatures: false, robustness: 0.3, featureDropout: 0 },
      text: { order: 3, punctuation: false, cut: 'start' },
      train: { refit: true, schedule: 'constant', epochs: 6 },
    },
  ],
  ['logistic regression', 'linear', { model: { labelSmoothing: 0.1 } }],
  [
    'a support vector machine on two classes',
    'linear',
    {
      model: { loss: 'hinge' },
      target: TWO,
      train: { optimizer: 'sgd', learningRate: 0.5, weightDecay: 0.0001, momentum: 0.5 },
    },
  ],
  [
    'a support vector machine on three classes',
    'linear',
    { model: { loss: 'hinge' }, train: { balanced: true, optimizer: 'adamw', weightDecay: 0.001 } },
  ],
  [
    'a perceptron on chosen terms',
    'mlp',
    {
      model: { inputs: 20, init: 'pytorch', loss: 'sigmoid', dropout: 0 },
      target: ONE,
      text: { order: 1 },
      train: { optimizer: 'sgd', learningRate: 0.5, epochs: 10, schedule: 'constant' },
    },
  ],
  [
    'a deep perceptron on all terms',
    'mlp',
    {
      model: { layers: 2, activation: 'tanh', labelSmoothing: 0.1, init: 'pytorch' },
      train: { schedule: 'cosine', warmup: 0.1, clipNorm: 1, balanced: true, epochs: 6 },
    },
  ],
  [
    'a perceptron in whole batches',
    'mlp',
    {
      model: { activation: 'sigmoid', loss: 'sigmoid', labelSmoothing: 0.1 },
      train: { fullBatch: true, rareRows: false, epochs: 40, learningRate: 0.05 },
    },
  ],
  [
    'binary stems with parts of speech',
    'linear',
    {
      model: { weighting: 'binary' },
      text: { stemming: 'english', partsOfSpeech: true, minCount: 2 },
      train: { epochs: 8 },
    },
  ],
  [
    'counts of few strong terms',
    'mlp',
    {
      model: { weighting: 'counts', inputs: 30 },
      text: { stopWords: 'english', lowerCase: false },
      train: { epochs: 12 },
    },
  ],
  [
    'counts of runs of characters',
    'linear',
    {
      model: { weighting: 'counts' },
      text: { unit: 'characters', order: 5, maxLength: 80 },
      train: { epochs: 8, learningRate: 0.005 },
    },
  ],
  [
    'a bag with parts of speech',
    'bag',
    { text: { partsOfSpeech: true, unknown: 'drop', order: 1, lowerCase: false } },
  ],
  ['a convolution', 'cnn', { train: { schedule: 'one-cycle', patience: 2, epochs: 8 } }],
  [
    'a convolution of one width',
    'cnn',
    {
      model: { shortest: 1, longest: 1, dropout: 0, init: 'pytorch', loss: 'hinge' },
      text: { unknown: 'drop', maxWords: 100 },
      train: { buckets: false, schedule: 'step', optimizer: 'adamw', weightDecay: 0.01 },
    },
  ],
  ['an LSTM', 'lstm', { train: { epochs: 6 } }],
  [
    'an LSTM over the filler',
    'lstm',
    {
      model: { maskPadding: false, pooling: 'mean', dropout: 0, headDropout: 0, init: 'pytorch' },
      text: { cut: 'start', unknown: 'drop', punctuation: false },
      train: { rareRows: false, epochs: 6, clipNorm: 5 },
    },
  ],
  [
    'stacked LSTMs in both directions',
    'lstm',
    {
      model: { layers: 2, upperUnits: 8, bidirectional: true, pooling: 'last', loss: 'sigmoid' },
      train: { epochs: 6, clipNorm: 1 },
    },
  ],
  [
    'LSTMs in both directions with recurrent dropout',
    'lstm',
    {
      model: { layers: 2, bidirectional: true, recurrentDropout: 0.2, pooling: 'max' },
      train: { schedule: 'constant', warmup: 0.2, epochs: 5 },
    },
  ],
  [
    'an LSTM with recurrent dropout over the filler',
    'lstm',
    {
      model: { recurrentDropout: 0.2, pooling: 'mean', maskPadding: false },
      train: { refit: true, epochs: 5 },
    },
  ],
];
