// English: the label and help of every setting, by stage.
import type { BagSettings, SplitSettings, TextSettings, TrainSettings } from '../../core/settings';

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
  order: {
    label: 'Longest n-gram',
    help: 'How many units in a row also count as one: 1 is single units, 2 adds pairs, 3 adds triples.',
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
    help: 'Units; whatever stands behind them is cut.',
  },
};

const split: Record<keyof SplitSettings, OptionWords> = {
  validationShare: {
    label: 'Share for validation',
    help: 'Of the training rows, kept aside to check on while training; 0.1 is one in ten.',
  },
  seed: {
    label: 'Seed of the division',
    help: 'The same seed keeps the same rows aside.',
  },
};

const model: Record<Exclude<keyof BagSettings, 'model'>, OptionWords> = {
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
    help: 'Size of the first steps; it falls to zero in a straight line.',
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

/** Labels and helps of every setting, and what a field says about its limits. */
export const options = {
  text,
  split,
  model,
  train,
  limits: (least: string, most: string) => `${least} to ${most}`,
  whole: (limits: string) => `a whole number, ${limits}`,
  refused: (limits: string, kept: string) => `Must be ${limits}. Still in use: ${kept}.`,
};
