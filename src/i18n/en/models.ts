// English: what the models are called and how they work, the articles' listings, targets and starts.
import type { ModelName, RunSettings } from '../../core/settings';
import type { Reused } from '../../core/run';
import type { TwinDifference } from '../../models/twins/config';
import { formatOf } from '../format';

const { number, bytes, duration, plural, list } = formatOf('en');

const UNITS = ['', 'words', 'words and word pairs', 'words, pairs and triples'];

const name: Record<ModelName, string> = {
  bag: 'bag of n-grams',
  linear: 'linear, TF-IDF',
  mlp: 'MLP',
  cnn: 'CNN',
  lstm: 'LSTM',
};

const help: Record<ModelName, string> = {
  bag: 'Every word and every n-gram has a row of numbers in a table; a text becomes the mean of its rows, telling ones weighing more, and after a ReLU one linear layer turns that into a score for each class. All these numbers start at random and are moved a little after every batch, so that the right class becomes more probable.',
  linear:
    'Every word and n-gram has one weight for each class, and a text’s score is their sum, each counted by its TF-IDF: often in this text, rare in the others. With softmax this is logistic regression, with hinge a linear support vector machine. It is the honest line that every larger model has to beat.',
  mlp: 'The same TF-IDF features as the linear model, but between them and the answer stand layers of units that bend their sums, so that features can work together.',
  cnn: 'Every word has an embedding, and filters slide over a few neighbouring words at a time. Of each filter only its strongest find in the text counts: it is a detector of phrases that does not care where they stand.',
  lstm: 'The words are read one after the other, and a state of numbers goes along; gates decide what is forgotten, what is taken in and what shows. So the order of words counts over any distance, which costs a step for each word.',
};

const difference: Record<TwinDifference, string> = {
  sigmoid:
    'The output goes through a sigmoid: the listing feeds bare scores into BCELoss, which wants probabilities.',
  softmax:
    'One output for each class with softmax: the listing has a single sigmoid, so as printed it can only tell one class from the rest.',
  mask: 'The filler behind short texts is skipped: unmasked, the LSTM reads up to two hundred fillers after the last word and has forgotten the text; it stays at chance for hundreds of steps.',
  rate: 'Learning rate 0.1 instead of 0.001: as printed, ten epochs of plain SGD hardly move the weights and the model answers “no” to everything.',
  cut: 'Long texts keep their beginning: Keras cuts the start.',
  unknown:
    'Words out of the vocabulary leave a mark: Keras’s Tokenizer drops them, so the words around them close up.',
};

/** Words about models. */
export const models = {
  name,
  help,
  phrase: ({ model, text }: RunSettings): string => {
    const units = UNITS[text.order];
    switch (model.model) {
      case 'bag':
        return `A bag of ${units}`;
      case 'linear':
        return `A linear model over the TF-IDF of ${units}`;
      case 'mlp':
        return `A multilayer perceptron over the TF-IDF of ${units}`;
      case 'cnn':
        return 'A convolutional network';
      case 'lstm':
        return model.bidirectional ? 'A bidirectional LSTM' : 'An LSTM';
    }
  },
  size: ({ model }: RunSettings): string => {
    switch (model.model) {
      case 'bag':
        return `width ${number(model.width)}`;
      case 'linear':
        return model.loss;
      case 'mlp':
        return `${number(model.layers)} × ${number(model.units)} units`;
      case 'cnn':
        return `${number(model.filters)} filters of ${number(model.shortest)} to ${number(model.longest)} words`;
      case 'lstm':
        return `${number(model.layers)} × ${number(model.units)} units`;
    }
  },
  preset: 'Model',
  presets: {
    standard: 'Bag of n-grams',
    thorough: 'Bag of n-grams, thorough',
    linear: 'Linear (TF-IDF)',
    mlp: 'Multilayer perceptron',
    cnn: 'Convolutional network',
    lstm: 'LSTM',
    own: 'Your own settings',
  } as Record<string, string>,
  presetHelp: {
    standard: 'Words and pairs of words; seconds, and hard to beat.',
    thorough:
      'Words, pairs and triples, cautious with labels, refitted on train and validation at the end: about five times as long for a few tenths of a point.',
    linear: 'Logistic regression: seconds, and the line to beat.',
    mlp: 'Hidden units over TF-IDF; seconds to a minute.',
    cnn: 'Looks for phrases of a few words; minutes on a GPU, longer on the processor.',
    lstm: 'Reads word by word in order; the slowest one, made for a GPU.',
    own: 'Something below was changed; choose a model to go back to its settings.',
  } as Record<string, string>,
  estimate: {
    size: (parameters: number, memoryBytes: number, dispatches: number, isExact: boolean) =>
      `${isExact ? '' : 'At most '}${number(parameters)} numbers to learn and ${bytes(memoryBytes)} of memory while training; ${number(dispatches)} ${plural(dispatches, 'call', 'calls')} to the device a step.`,
    tooLarge: (needed: number, most: number) =>
      `One piece of it takes ${bytes(needed)}; weak machines allow ${bytes(most)}. Lower the number of words or n-grams, the width, the batch size or the longest text.`,
    measure: 'How long will it take?',
    measureHelp: 'Trains for five seconds on this device and throws that away.',
    measuring: 'Measuring for five seconds…',
    expected: (seconds: number, rate: number) =>
      `About ${duration(seconds)} on this device: ${number(Math.round(rate))} rows a second.`,
  },
  rate: {
    title: 'Find a learning rate',
    help: 'Raises the rate from tiny to huge over some hundred steps and watches the loss. Good rates lie where it falls steepest, well before it climbs.',
    run: 'Try the rates',
    running: 'Trying…',
    suggested: (rate: number) => `Suggested: ${number(rate, 6)}`,
    none: 'The loss never fell: nothing can be suggested.',
    use: 'Use it',
    rate: 'learning rate',
    loss: 'loss, smoothed',
    label: (least: number, most: number) =>
      `Loss against learning rate from ${number(least, 7)} to ${number(most, 2)}`,
  },
  target: {
    title: 'What to tell apart',
    kinds: { all: 'all classes', one: 'one class from the rest', two: 'two classes' },
    first: 'Class',
    second: 'From',
    choose: 'choose a class',
  },
  start: {
    title: 'Start from',
    fresh: 'fresh weights',
    run: (n: number, model: string, dataset: string) => `run ${number(n)}: ${model}, ${dataset}`,
    help: 'A run that goes on from another one keeps its words, its embeddings and its layers, and gets a new head where the classes are others. Learned on much text, they need little of the new.',
    tableRate: 'Rate of the embeddings',
    bodyRate: 'Rate of the layers',
    rateHelp: 'Times the learning rate; 0 leaves them as they are.',
    reused: ({ run, parts, fresh }: Reused) =>
      `Started from run ${number(run)}: ` +
      parts
        .map(
          (part) =>
            `${part.name} (${number(part.numbers)}${part.rate === 0 ? ', frozen' : part.rate === 1 ? '' : `, rate × ${number(part.rate, 2)}`})`,
        )
        .join(', ') +
      (fresh.length === 0
        ? '.'
        : `; fresh: ${list(fresh.map((part) => `${part.name} (${number(part.numbers)})`))}.`),
  },
  twins: {
    title: 'The articles’ models',
    intro:
      'The listings that this page follows, each as it is printed and as it was meant. A small difference decides whether a model learns.',
    article: {
      mlp: 'An MLP in PyTorch: 100 inputs, 50 hidden units, one output',
      lstm: 'An LSTM in Keras: 10,000 words, length 200, one output',
      stacked: 'Two stacked LSTMs in Keras: 128 and 64 units, softmax',
    },
    reading: { printed: 'As printed', meant: 'As meant' },
    refused: 'Cannot be trained',
    refusal: {
      bceLogits:
        'PyTorch refuses this listing: it feeds bare scores into BCELoss, which takes probabilities between 0 and 1 only.',
    },
    use: 'Take these settings',
    used: 'In use',
    binary: 'One output: choose below which class it tells from the rest.',
    differs: 'Different from the printed one:',
    difference,
    quoted:
      'The article quotes 85.29 % for its LSTM: that is no whole number of the 7,600 test rows, and its listing has one output for four classes, so it cannot be compared with these runs.',
    presets: {
      mlpPrinted: 'Article’s MLP, as printed',
      mlpMeant: 'Article’s MLP, as meant',
      lstmPrinted: 'Article’s LSTM, as printed',
      lstmMeant: 'Article’s LSTM, as meant',
      stackedPrinted: 'Article’s two LSTMs, as printed',
      stackedMeant: 'Article’s two LSTMs, as meant',
    } as Record<string, string>,
  },
};
