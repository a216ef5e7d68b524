// English: the place where a model is asked about any text.
import { formatOf } from '../format';

const { number, percent, plural } = formatOf('en');

/** Words of the place Use. */
export const use = {
  waiting: {
    title: 'Nothing to ask yet',
    text: 'First a model has to learn; then it answers here, about any text, while you type.',
    link: 'Go to Train',
  },
  headline: {
    empty: 'Ask it about a text',
    answer: (label: string) => `It says ${label}`,
    unsure: (a: string, b: string) => `It wavers between ${a} and ${b}`,
    blind: 'It knows none of these words',
  },
  standfirst: (n: number, dataset: string) =>
    `Run ${number(n)} learned from “${dataset}”. Your text goes through the same cleaning and the same words as its rows did, and never leaves this computer.`,
  text: 'Text',
  placeholder: 'Type or paste a text …',
  answer: (label: string, share: number) => `${label}, ${percent(share)}`,
  bars: 'How probable each class is',
  probabilities: 'Probabilities',
  probabilitiesValues: (label: string, share: number, classes: number) =>
    `${label}: ${percent(share)}; even chances would be ${percent(1 / classes)} each.`,
  read: 'What the model reads',
  cleaned: 'The cleaned text',
  same: 'Cleaning changes nothing here.',
  tags: (names: string[]) => `Parts of speech, in their order: ${names.join(' · ')}`,
  known: (known: number, all: number) =>
    `${number(known)} of ${number(all)} ${plural(all, 'word', 'words')} known; unknown ones are struck through, for they say nothing to the model.`,
  cut: (n: number, most: number) =>
    `The ${number(n)} ${plural(n, 'word', 'words')} behind the first ${number(most)} ${plural(n, 'is', 'are')} not read: this run cuts texts there.`,
  unknown: 'unknown',
  readValues: (words: number, ngrams: number, minCount: number) =>
    `This run knows ${number(words)} words and ${number(ngrams)} n-grams, each seen at least ${number(minCount)} ${plural(minCount, 'time', 'times')}.`,
  examples: 'Try one of these',
  examplesNote: 'Test rows, which training never saw.',
  more: 'Others',
  given: (label: string, isRight: boolean) =>
    isRight ? `The file says ${label} too.` : `The file says ${label}.`,
  run: 'Run',
  noBetter: (label: string) =>
    `Beware: on test rows this run is no better than always answering “${label}”.`,
  help: {
    examples:
      'These rows stand in the test part exactly as the file has them, so cleaning can be watched at work. Trying them here is no look at the test part, as long as no setting is chosen by it.',
    probabilities:
      'The model gives each class a score, and softmax turns the scores into shares that add up to one. A high share means that such words stood with this class in training, not that the answer is true.',
    read: 'A model knows only the words of its training rows that were frequent enough; all others are left out. Word order counts only as far as pairs and triples of neighbours were learned too.',
  },
};
