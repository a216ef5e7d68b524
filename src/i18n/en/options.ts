// English: the label and help of every setting, by stage.
import { STEMMED, STOPPED } from '../../core/languages';
import type {
  AugmentSettings,
  ModelSettings,
  SplitSettings,
  TextSettings,
  TrainSettings,
} from '../../core/settings';
import { formatOf } from '../format';

const { languages } = formatOf('en');

/** The words of one setting; `choices` names the values of a choice. */
export interface OptionWords {
  label: string;
  help: string;
  choices?: Record<string, string>;
}

const text: Record<keyof TextSettings, OptionWords> = {
  unit: {
    label: 'Units of text',
    help: 'What counts as one token. Words for scripts with spaces; characters do the same work where there are none.',
    choices: {
      auto: 'chosen by the script',
      words: 'words',
      characters: 'characters',
      segmenter: 'words, as this browser finds them',
    },
  },
  punctuation: {
    label: 'Punctuation counts',
    help: 'Marks such as $ and “ are words of their own, and so is the start of a text; apostrophes and hyphens part words.',
  },
  lowerCase: {
    label: 'Lower case',
    help: '“Apple” and “apple” are one word. Off, capitals tell names from words, but every word at the start of a sentence is another one, and all are seen less often.',
  },
  numbers: {
    label: 'Numbers',
    help: 'One mark for all says that a number stands there and not which; that helps where figures are never the same twice, and hurts where years or amounts tell the classes apart.',
    choices: { keep: 'kept', mark: 'one mark for all', drop: 'dropped' },
  },
  stopWords: {
    label: 'Stop words',
    help: 'The commonest words of a language, such as “the”, go before anything is counted, so n-grams close over the gap. That makes texts shorter; it seldom helps such classifiers, which learn by themselves what tells nothing, and it hurts where “not” and “no” matter.',
    choices: { none: 'stay', ...languages(STOPPED) },
  },
  stemming: {
    label: 'Stemming',
    help: 'Endings go, so “price”, “prices” and “pricing” are one word (Snowball). It can help with a few hundred rows or a language of many endings; with more rows it seldom does, and it blurs words such as “universe” and “university”. Meant for lower case.',
    choices: { none: 'none', ...languages(STEMMED), porter: 'English (Porter, 1980)' },
  },
  order: {
    label: 'Longest n-gram',
    help: 'How many units in a row also count as one: 1 is single units, 2 adds pairs, 3 adds triples. Of characters up to 6, which sees parts of words and bears typing errors; of words not above 3, for more of them in a row hardly ever come twice.',
  },
  minCount: {
    label: 'Seen at least',
    help: 'Times in the training part; whatever is rarer is left out.',
  },
  maxWords: {
    label: 'Most words',
    help: 'Size of the vocabulary; the most frequent words stay.',
  },
  maxNgrams: {
    label: 'Most n-grams',
    help: 'Rows of the table that n-grams may take; the most frequent stay.',
  },
  maxLength: {
    label: 'Longest text',
    help: 'Units; whatever is beyond them is cut.',
  },
  cut: {
    label: 'Cut from',
    help: 'Which end of a longer text goes. Keras cuts the start.',
    choices: { end: 'the end', start: 'the start' },
  },
  unknown: {
    label: 'Unknown words',
    help: 'Words out of the vocabulary: one mark for all of them, or nothing, as Keras’s Tokenizer has it.',
    choices: { mark: 'leave a mark', drop: 'are dropped' },
  },
  partsOfSpeech: {
    label: 'Parts of speech',
    help: 'Nouns, verbs and so on, and which follows which within a sentence, are counted beside the words: how a text is built, not what it is about. English only, and slow: minutes for a hundred thousand texts. It helps to tell kinds of writing apart, seldom subjects.',
  },
};

const split: Record<keyof SplitSettings, OptionWords> = {
  by: {
    label: 'Sizes are given as',
    help: 'Of the rows that are kept aside; each class gives its share.',
    choices: { shares: 'shares', rows: 'numbers of rows' },
  },
  validationShare: {
    label: 'Share for validation',
    help: 'Of the training rows, kept aside to check on while training; 0.1 is one in ten.',
  },
  testShare: {
    label: 'Share for the test',
    help: 'Of the training rows, held out and sealed where there is no test part; 0.1 is one in ten.',
  },
  validationRows: {
    label: 'Rows for validation',
    help: 'Of the training rows, kept aside to check on while training.',
  },
  testRows: {
    label: 'Rows for the test',
    help: 'Of the training rows, held out and sealed where there is no test part.',
  },
  sampleRows: {
    label: 'Only so many rows',
    help: 'A sample of the training rows, drawn by the seed: for a quick lesson, or to see what more rows are worth. 0 takes all.',
  },
  sampleTestRows: {
    label: 'Only so many test rows',
    help: 'A sample of the test part; 0 takes all.',
  },
  givenValidation: {
    label: 'Check on the files’ own validation rows',
    help: 'Off, they are divided like the rest.',
  },
  grouped: {
    label: 'Keep near-duplicates together',
    help: 'Texts that are nearly equal go into one set, and a training row that nearly equals a test row is left out: else the test asks what was learned by heart. Finding them takes some seconds.',
  },
  seed: {
    label: 'Seed of the division',
    help: 'The same seed keeps the same rows aside.',
  },
};

type KeyOf<T> = T extends T ? Exclude<keyof T, 'model'> : never;

const model: Record<KeyOf<ModelSettings>, OptionWords> = {
  width: {
    label: 'Width',
    help: 'Numbers in the embedding of one word or n-gram.',
  },
  weighFeatures: {
    label: 'Weigh by what tells',
    help: 'Words and pairs that tell the classes apart weigh more in the mean; the weights are counted on the training rows.',
  },
  robustness: {
    label: 'Caution with labels',
    help: 'Above 0, rows whose label the model finds unlikely count less, which helps against wrong labels; the probabilities become less exact.',
  },
  featureDropout: {
    label: 'Left out at random',
    help: 'Share of a row’s words and n-grams hidden at each look, so that no single one is relied on.',
  },
  weighting: {
    label: 'Features weigh',
    help: 'TF-IDF: rare words weigh more, repeats less, and each text has the length 1. Counts: how often each stands there, so long texts weigh more. Binary: only whether it is there, which is often enough for short texts. Both of these want a learning rate about a tenth of TF-IDF’s.',
    choices: { 'tf-idf': 'TF-IDF', counts: 'term counts', binary: 'binary: there or not' },
  },
  inputs: {
    label: 'Strongest terms',
    help: 'Only so many words and n-grams, those that weigh most over all training rows, are read; 0 reads all.',
  },
  units: {
    label: 'Units',
    help: 'Numbers that a layer makes of what it reads; of an LSTM in each direction.',
  },
  layers: {
    label: 'Layers',
    help: 'Hidden ones, stacked: each reads what the one below makes.',
  },
  upperUnits: {
    label: 'Units above',
    help: 'Of the layers above the first; 0 = as many as in it.',
  },
  activation: {
    label: 'Activation',
    help: 'What bends the numbers between two layers; without it they would be one.',
    choices: { relu: 'ReLU', tanh: 'tanh', sigmoid: 'sigmoid' },
  },
  filters: {
    label: 'Filters',
    help: 'Of each width. Every filter looks for one pattern of neighbouring words.',
  },
  shortest: {
    label: 'Narrowest filter',
    help: 'Words side by side that it sees.',
  },
  longest: {
    label: 'Widest filter',
    help: 'Words side by side that it sees; all widths between are there too.',
  },
  bidirectional: {
    label: 'Both directions',
    help: 'A second pass reads every text from its end.',
  },
  pooling: {
    label: 'What is kept of a text',
    help: 'The state after its last word, or over all words the mean or the greatest of each number.',
    choices: { last: 'the last state', mean: 'the mean', max: 'the greatest' },
  },
  dropout: {
    label: 'Dropout',
    help: 'Share of numbers hidden at random while training, so that no single one is relied on: behind hidden layers and filters, before each LSTM layer.',
  },
  recurrentDropout: {
    label: 'Recurrent dropout',
    help: 'Share of the state hidden from the next word, the same for all words of a text.',
  },
  headDropout: {
    label: 'Dropout before the answer',
    help: 'Share of what was kept of a text that is hidden while training.',
  },
  maskPadding: {
    label: 'Skip the filler',
    help: 'Texts shorter than the longest are filled up behind their end. Off, the model reads that filler like words, as far as “Longest text”, as an unmasked Keras listing does: slower, and it forgets what it read.',
  },
  loss: {
    label: 'Loss',
    help: 'Softmax: one answer among all classes. Sigmoid: yes or no for each class, one output for two classes. Squared hinge: as a linear support vector machine; its probabilities tell an order and no more.',
    choices: { softmax: 'softmax', sigmoid: 'sigmoid', hinge: 'squared hinge' },
  },
  labelSmoothing: {
    label: 'Label smoothing',
    help: 'Share of the certainty that is taken from the given class and spread over all, against too sure a model.',
  },
  init: {
    label: 'Fresh weights',
    help: 'Drawn as Keras does (Glorot, orthogonal) or as PyTorch does.',
    choices: { keras: 'as Keras', pytorch: 'as PyTorch' },
  },
};

const train: Record<keyof TrainSettings, OptionWords> = {
  epochs: {
    label: 'Epochs',
    help: 'How often every training row is read.',
  },
  batchSize: {
    label: 'Batch size',
    help: 'Rows read before the weights move.',
  },
  learningRate: {
    label: 'Learning rate',
    help: 'Size of the greatest steps.',
  },
  fullBatch: {
    label: 'All rows in every step',
    help: 'One step an epoch, over all training rows at once; for small data, at most 16,384 rows.',
  },
  optimizer: {
    label: 'Optimizer',
    help: 'Adam gives each weight a step of its own; AdamW decays weights apart from it; SGD takes the plain slope, with momentum.',
    choices: { adam: 'Adam', adamw: 'AdamW', sgd: 'SGD' },
  },
  momentum: {
    label: 'Momentum',
    help: 'Of SGD: how much of the last step goes on.',
  },
  weightDecay: {
    label: 'Weight decay',
    help: 'Pulls weights towards zero; biases are left alone.',
  },
  schedule: {
    label: 'Course of the rate',
    help: 'How the learning rate goes over the training. In steps: a tenth from half of it on, a hundredth from three quarters on.',
    choices: {
      linear: 'straight to zero',
      constant: 'constant',
      step: 'in steps',
      cosine: 'cosine',
      'one-cycle': 'one cycle',
    },
  },
  warmup: {
    label: 'Warm-up',
    help: 'Share of the steps in which the rate rises to its greatest; of one cycle its rising half.',
  },
  clipNorm: {
    label: 'Longest slope',
    help: 'A slope of all weights that is longer is shortened to this; 0 leaves it.',
  },
  balanced: {
    label: 'Rare classes weigh more',
    help: 'Each class counts the same, however few rows it has.',
  },
  buckets: {
    label: 'Batches of like length',
    help: 'Texts of like length share a batch, so less filler is computed.',
  },
  rareRows: {
    label: 'Move only words that were read',
    help: 'The numbers of words that a batch lacks stay where they are, which is faster. Off, Adam and momentum move all of them at every step, as Keras does.',
  },
  patience: {
    label: 'Patience',
    help: 'Epochs without a better one before the training ends by itself; 0 = it never does.',
  },
  seed: {
    label: 'Seed',
    help: 'The same seed on the same device gives the same model.',
  },
  refit: {
    label: 'Train again on everything',
    help: 'Once the best epoch is known, start over with the validation rows included.',
  },
  testAtEnd: {
    label: 'Test when finished',
    help: 'Judge the finished model on the test part at once; each look is counted.',
  },
};

const augment: Record<keyof AugmentSettings, OptionWords> = {
  wordDropout: {
    label: 'Word dropout',
    help: 'Share of the words that become the unknown word, so that no single word decides.',
  },
  swap: {
    label: 'Swapped words',
    help: 'Share of the words that change places with the next one; the pairs around them change too.',
  },
  deletion: {
    label: 'Deleted words',
    help: 'Share of the words that are left out; one of a text always stays.',
  },
};

/** Labels and helps of every setting, and what a field says about its limits. */
export const options = {
  text,
  split,
  model,
  train,
  augment,
  limits: (least: string, most: string) => `${least} to ${most}`,
  whole: (limits: string) => `a whole number, ${limits}`,
  multiple: (limits: string, of: number) => `a multiple of ${String(of)}, ${limits}`,
  notEnglish: 'The tagger knows English only, and these texts are something else.',
  refused: (limits: string, kept: string) => `Must be ${limits}. Still in use: ${kept}.`,
};
