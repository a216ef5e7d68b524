// English: what the models are called and how they work, the articles' listings, targets and starts.
import type { Reused, ReusedPart } from '../../core/run';
import type {
  LossName,
  ModelName,
  RunSettings,
  TargetSettings,
  Weighting,
} from '../../core/settings';
import type { TwinDifference } from '../../models/twins/config';
import { formatOf } from '../format';

const { number, bytes, duration, plural, list } = formatOf('en');
const rounded = (value: number) => Number(value.toPrecision(2));

const UNITS = ['', 'words', 'words and word pairs', 'words, pairs and triples'];
const LONG = 'characters and runs of them'; // longer n-grams are of characters alone
const WEIGHTS: Record<Weighting, string> = {
  'tf-idf': 'the TF-IDF of ',
  counts: 'the counts of ',
  binary: '', // whether they are there
};

const name: Record<ModelName, string> = {
  bag: 'bag of n-grams',
  linear: 'linear',
  mlp: 'MLP',
  cnn: 'CNN',
  lstm: 'LSTM',
};

const help: Record<ModelName, string> = {
  bag: 'Every word and every n-gram has a row of numbers in a table; a text becomes the mean of its rows, telling ones weighing more, and after a ReLU one linear layer turns that into a score for each class. All these numbers start at random and are moved a little after every batch, so that the right class becomes more probable.',
  linear:
    'Every word and n-gram has one weight for each class, and a text’s score is their sum, each counted by its TF-IDF (often in this text, rare in the others), its count, or once. With softmax this is logistic regression, with squared hinge a linear support vector machine, and in either form the honest line that every larger model has to beat.',
  mlp: 'It reads the same weighted features as the linear model. Between them and the answer stand layers of units that bend their sums, so that features can work together.',
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

const loss: Record<LossName, string> = {
  softmax: 'softmax',
  sigmoid: 'sigmoid',
  hinge: 'squared hinge',
};

const part: Record<ReusedPart, string> = { table: 'word table', body: 'layers', head: 'head' };

/** What a run tells apart; `names` are of all classes, of the one, or of the two. */
export interface Asked {
  kind: TargetSettings['kind'];
  names: string[];
}

/** Words about models. */
export const models = {
  name,
  help,
  phrase: ({ model, text }: RunSettings): string => {
    const units = UNITS[text.order] ?? LONG;
    switch (model.model) {
      case 'bag':
        return `A bag of ${units}`;
      case 'linear':
        return `A linear model over ${WEIGHTS[model.weighting]}${units}`;
      case 'mlp':
        return `A multilayer perceptron over ${WEIGHTS[model.weighting]}${units}`;
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
        return loss[model.loss];
      case 'mlp':
        return `${number(model.layers)} × ${number(model.units)} units`;
      case 'cnn':
        return `${number(model.filters)} filters of ${number(model.shortest)} to ${number(model.longest)} words`;
      case 'lstm': {
        const { layers, units, upperUnits } = model;
        const above = layers > 1 && upperUnits > 0 && upperUnits !== units;
        if (!above) return `${number(layers)} × ${number(units)} units`;
        const upper =
          layers > 2 ? `${number(layers - 1)} × ${number(upperUnits)}` : number(upperUnits);
        return `${number(units)} + ${upper} units`;
      }
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
  } as Record<string, string>,
  changed: (preset: string) => `${preset}, changed`,
  presetHelp: {
    standard: 'Words and pairs of words; seconds, and hard to beat.',
    thorough:
      'Words, pairs and triples, cautious with labels, refitted on train and validation at the end: about five times as long for a few tenths of a point.',
    linear: 'A weight for each word and pair: seconds, and the line to beat.',
    mlp: 'Hidden units over TF-IDF; seconds to minutes.',
    cnn: 'Looks for phrases of a few words; minutes on a GPU, longer on the processor.',
    lstm: 'Reads word by word in their order; the slowest of all, made for a GPU.',
    twin: 'A model of the articles; what it is stands below.',
    own: 'Changed in Details; choose a model to have its own settings again.',
  } as Record<string, string>,
  estimate: {
    size: (parameters: number, memoryBytes: number, isExact: boolean) =>
      isExact
        ? `${number(parameters)} numbers to learn, ${bytes(memoryBytes)} of memory while training.`
        : `Up to about ${number(rounded(parameters))} numbers to learn and ${bytes(rounded(memoryBytes))} of memory while training; exact once the words are counted.`,
    calls: (dispatches: number) =>
      `${number(dispatches)} ${plural(dispatches, 'call', 'calls')} to the device a step.`,
    tooLarge: (needed: number, most: number) =>
      `One piece of it takes ${bytes(needed)}; weak machines allow ${bytes(most)}. Lower the number of words or n-grams, the width, the batch size or the longest text.`,
    measure: 'How long will it take?',
    measureHelp: 'Trains for five seconds on this device and keeps nothing of it.',
    measuring: 'Measuring for five seconds…',
    expected: (seconds: number, rate: number) =>
      `About ${duration(seconds)} on this device: ${number(Math.round(rate))} rows a second.`,
  },
  rate: {
    title: 'Find a learning rate',
    help: 'Raises the rate from tiny to huge over up to 150 steps and watches the loss; nothing of it is kept. Good rates lie where the loss falls steeply, well before it climbs. What is suggested is a tenth of the rate where it was least.',
    run: 'Try the rates',
    running: 'Trying…',
    stop: 'Stop',
    suggested: (rate: number) => `Suggested: ${rate.toString()}`,
    none: 'The loss never fell clearly: nothing can be suggested.',
    use: 'Use it',
    used: 'In use',
    loss: 'loss',
    caption:
      'The loss on the training rows, smoothed, against the learning rate on a scale of powers of ten.',
    label: (least: number, most: number) =>
      `Loss against learning rate from ${number(least, 7)} to ${number(most, 2)}`,
  },
  target: {
    title: 'What to tell apart',
    kinds: { all: 'all classes', one: 'one class from the rest', two: 'two classes' },
    first: 'Class',
    second: 'From',
    choose: 'choose a class',
    short: ({ kind, names }: Asked): string | null => {
      if (kind === 'all') return null;
      return kind === 'one' ? `${names[0]} from the rest` : `${names[0]} from ${names[1]}`;
    },
  },
  start: {
    title: 'Start from',
    fresh: 'fresh weights',
    run: (n: number, model: string, dataset: string) => `run ${number(n)}: ${model}, ${dataset}`,
    help: 'A run that goes on from another one keeps its words, its embeddings and its layers, and gets a new head where the classes are others. What has another size than there is drawn anew.',
    words: (n: number) => `Words and n-grams are those of run ${number(n)}.`,
    gone: 'a deleted run',
    short: (n: number) => `from run ${number(n)}`,
    tableRate: 'Rate of the word table',
    bodyRate: 'Rate of the layers',
    rateHelp: 'Times the learning rate, 0 to 1; 0 leaves them as they are.',
    reused: ({ run, parts, fresh }: Reused): string => {
      const kept = parts.map(({ name, numbers, rate }) => {
        const moved =
          rate === 0 ? ', frozen' : rate === 1 ? '' : `, at ${String(rate)} of the rate`;
        return `${part[name]} (${number(numbers)} numbers${moved})`;
      });
      const anew = fresh.map(({ name, numbers }) => `${part[name]} (${number(numbers)})`);
      if (kept.length === 0)
        return `It began with the words of run ${number(run)}; all else was fresh: ${list(anew)}.`;
      const rest = anew.length === 0 ? '' : `; fresh: ${list(anew)}`;
      return `It began with run ${number(run)}: ${list(kept)}${rest}.`;
    },
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
    printed: {
      mlp: 'The 100 strongest TF-IDF terms, 50 ReLU units, one output into BCELoss; SGD with rate 0.001, batches of 64, ten epochs.',
      lstm: 'Texts cut or filled up to 200 words and read with the filler, embeddings and LSTM of 128, dropout and recurrent dropout 0.2, one sigmoid output; Adam, batches of 128, ten epochs.',
      stacked:
        'Texts cut or filled up to 200 words and read with the filler, an LSTM of 128 under one of 64, softmax over the classes; Adam, batches of 32, ten epochs.',
    },
    refused: 'Cannot be trained.',
    refusal: {
      bceLogits:
        'PyTorch refuses this listing: it feeds bare scores into BCELoss, which takes probabilities between 0 and 1 only.',
    },
    use: 'Take these settings',
    used: 'In use',
    binary: (name: string | null) =>
      name === null
        ? 'One output: it tells one class from the rest.'
        : `One output: it tells “${name}” from the rest; Details has the other classes.`,
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
