// The beginning of every listing: the classes, and the rows of prepared.csv as the page exports them.
import { columnsOf, PREPARED_FILE } from '../core/prepared-file';
import { lines, pyStrings } from './python';
import type { ListingTask } from './task';

/** Code that reads the rows: `rows`, each with the columns of the file; with it CLASSES. */
export function rowsCode({ settings, classes }: ListingTask): string {
  return lines(
    `CLASSES = ${pyStrings(classes)}`,
    '',
    'csv.field_size_limit(2**31 - 1)  # texts may be long',
    `with open('${PREPARED_FILE}', encoding='utf-8', newline='') as file:`,
    settings.target.kind === 'two'
      ? "    rows = [row for row in csv.DictReader(file) if row['label'] in CLASSES]"
      : '    rows = list(csv.DictReader(file))',
  );
}

/** The text of a row that is cut into words, as an expression. */
export function wordsOf({ settings }: ListingTask): string {
  return columnsOf(settings.text).includes('words') ? "row['words']" : "row['text']";
}

/** The features of a row, as an expression. */
export function featuresOf(task: ListingTask): string {
  const tags = task.settings.text.partsOfSpeech ? ", row['tags']" : '';
  return `features_of(${wordsOf(task)}${tags})`;
}

/** Code of `data`: what a model is given of texts, and their labels, by split; `array` makes one of a list. */
export function dataCode(task: ListingTask, array: 'torch.tensor' | 'np.array'): string {
  const { settings, input } = task;
  const label =
    settings.target.kind === 'one'
      ? "int(row['label'] == CLASSES[1])"
      : "CLASSES.index(row['label'])";
  const text = {
    words: `encode(${wordsOf(task)})`,
    features: featuresOf(task),
    weighted: `weigh(${featuresOf(task)})`,
    vector: `weigh(${featuresOf(task)})`,
  }[input];
  const splits = settings.train.testAtEnd
    ? "'train', 'validation', 'test'"
    : "'train', 'validation'";
  return lines(
    'def examples(split):',
    "    kept = [row for row in rows if row['split'] == split]",
    `    labels = ${array}([${label} for row in kept])`,
    `    return [${text} for row in kept], labels`,
    '',
    `data = {split: examples(split) for split in (${splits})}`,
  );
}
