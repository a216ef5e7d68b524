// The first lines of a listing: what it is, and what the page does otherwise.
import { PREPARED_FILE } from './rows';
import type { ListingTask } from './task';

const NAMES = {
  bag: 'A bag of words and n-grams',
  linear: 'A linear model on TF-IDF features',
  mlp: 'A multilayer perceptron on TF-IDF features',
  cnn: 'A convolutional network over words',
  lstm: 'An LSTM',
} as const;

/** The comment at the head; `others` are what the listing's framework does otherwise. */
export function headCode(task: ListingTask, framework: string, others: readonly string[]): string {
  const name = NAMES[task.settings.model.model];
  const all = [
    `${name} in ${framework}.`,
    `Reads ${PREPARED_FILE} (split,label,text): the cleaned rows, exported by the page.`,
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
  if (text.unit === 'segmenter')
    notes.push('The page finds words as the browser does; here a pattern finds them.');
  else if (about.language === 'spaced' && text.unit !== 'characters')
    notes.push('Marks upon letters, as in Hindi, end a word here; on the page they belong to it.');
  if (train.refit)
    notes.push('What is counted on the training rows is not counted anew for the second training.');
  return notes;
}
