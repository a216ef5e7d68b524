// The beginning of every listing: the classes, and the rows of prepared.csv as the page exports them.
import type { RunSettings } from '../core/settings';
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

/** An expression for the class number of `row`. */
export function labelCode({ settings }: ListingTask): string {
  return settings.target.kind === 'one'
    ? "int(row['label'] == CLASSES[1])"
    : "CLASSES.index(row['label'])";
}

/** The parts of prepared.csv that a listing uses. */
export function splitsOf({ train }: RunSettings): string[] {
  return ['train', 'validation', ...(train.testAtEnd ? ['test'] : [])];
}
