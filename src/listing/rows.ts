// The beginning of every listing: the classes, and the rows of prepared.csv as the page exports them.
import { lines, pyStrings } from './python';
import type { ListingTask } from './task';

/** The name of the file that the page exports. */
export const PREPARED_FILE = 'prepared.csv';

/** Code that reads the rows: `rows`, each with split, label and text; with it CLASSES. */
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

/** Code of `data`: what a model is given of texts, and their labels, by split; `array` makes one of a list. */
export function dataCode(task: ListingTask, array: 'torch.tensor' | 'np.array'): string {
  const { settings, input } = task;
  const label =
    settings.target.kind === 'one'
      ? "int(row['label'] == CLASSES[1])"
      : "CLASSES.index(row['label'])";
  const text = {
    words: "encode(row['text'])",
    features: "features_of(row['text'])",
    tfidf: "weigh(features_of(row['text']))",
    vector: "weigh(features_of(row['text']))",
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
