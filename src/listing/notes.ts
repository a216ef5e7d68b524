// The first lines of a listing: what it is, and what the page does otherwise.
import { columnsOf, PREPARED_FILE } from '../core/prepared-file';
import type { ModelSettings, Weighting } from '../core/settings';
import type { ListingTask } from './task';

const WEIGHTS: Record<Weighting, string> = {
  'tf-idf': 'TF-IDF features',
  counts: 'term counts',
  binary: 'binary features',
};

function nameOf(model: ModelSettings): string {
  switch (model.model) {
    case 'bag':
      return 'A bag of words and n-grams';
    case 'linear':
      return `A linear model on ${WEIGHTS[model.weighting]}`;
    case 'mlp':
      return `A multilayer perceptron on ${WEIGHTS[model.weighting]}`;
    case 'cnn':
      return 'A convolutional network over words';
    case 'lstm':
      return 'An LSTM';
    default:
      return model satisfies never;
  }
}

/** The comment at the head; `others` are what the listing's framework does otherwise. */
export function headCode(task: ListingTask, framework: string, others: readonly string[]): string {
  const { model, text } = task.settings;
  const all = [
    `${nameOf(model)} in ${framework}.`,
    `Reads ${PREPARED_FILE} (${columnsOf(text).join(',')}): the cleaned rows, exported by the page.`,
    'Random numbers are not the page’s: figures agree with its own but for chance.',
    ...notesOf(task),
    ...others,
  ];
  return all.map((line) => `# ${line}`).join('\n');
}

function notesOf({ settings, about }: ListingTask): string[] {
  const { text, start, train, augment } = settings;
  const notes: string[] = [];
  if (start) notes.push('The page starts from the weights of a run; this starts from fresh ones.');
  if (Object.values(augment).some((share) => share > 0))
    notes.push(
      'The page changes words of the training rows at random; this reads them as they are.',
    );
  if (columnsOf(text).includes('words'))
    notes.push('The words stand in the file, as the page found and changed them.');
  else if (about.language === 'spaced' && text.unit !== 'characters')
    notes.push('Marks upon letters, as in Hindi, end a word here; on the page they belong to it.');
  if (train.refit)
    notes.push('What is counted on the training rows is not counted anew for the second training.');
  return notes;
}
