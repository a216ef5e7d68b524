// Datasets that people typed on the page: classes with lines under them, put together as the one file that is then read.
import type { ReadPlan } from './reading';
import type { Dataset } from './types';

/** A class as it is typed: its name, and one text a line. */
export interface TypedClass {
  name: string;
  text: string;
}

/** What keeps typed classes from being a dataset, or from being trained with. */
export type TypedLack =
  | { kind: 'name' } // a class with texts has none
  | { kind: 'same'; name: string } // two classes share one
  | { kind: 'classes' } // fewer than two have texts
  | { kind: 'many'; most: number; found: number }
  | { kind: 'rows'; name: string; number: number; missing: number }; // too few to train with; number: 1-based, of a class that may have no name

/** The file that typed texts are read from; datasets with nothing else can be edited. */
export const TYPED_FILE = 'typed.jsonl';
/** How that file is read: nothing is left to be guessed. */
export const TYPED_PLAN: ReadPlan = { label: 'label', text: ['text'] };
/** Rows of a class from which on training makes sense. */
export const LEAST_TYPED = 10;
/** More texts than this are better edited in a file. */
export const MOST_TYPED = 5000;

/** The texts of a class: its lines, but not the blank ones. */
export function linesOf({ text }: TypedClass): string[] {
  return text
    .split(/\r\n|\n|\r/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** What is missing before typed classes are a dataset; empty = they are one. */
export function lacksOf(classes: readonly TypedClass[]): TypedLack[] {
  const filled = classes.filter((one) => linesOf(one).length > 0);
  const names = filled.map(({ name }) => name.trim());
  const lacks: TypedLack[] = [];
  if (names.includes('')) lacks.push({ kind: 'name' });
  const same = names.find((name, i) => name !== '' && names.indexOf(name) < i);
  if (same !== undefined) lacks.push({ kind: 'same', name: same });
  if (filled.length < 2) lacks.push({ kind: 'classes' });
  const found = filled.reduce((sum, one) => sum + linesOf(one).length, 0);
  if (found > MOST_TYPED) lacks.push({ kind: 'many', most: MOST_TYPED, found });
  return lacks;
}

/** Classes that have too few texts to train with; a text that comes again counts once, for it is dropped before training. */
export function shortOf(classes: readonly TypedClass[]): TypedLack[] {
  const seen = new Set<string>();
  return classes.flatMap((one, i): TypedLack[] => {
    const before = seen.size;
    for (const line of linesOf(one)) seen.add(line);
    const missing = LEAST_TYPED - (seen.size - before);
    return missing > 0 ? [{ kind: 'rows', name: one.name.trim(), number: i + 1, missing }] : [];
  });
}

/** Typed classes as a file of JSON lines. */
export function typedFile(classes: readonly TypedClass[]): File {
  const rows = classes.flatMap((one) =>
    linesOf(one).map((text) => `${JSON.stringify({ label: one.name.trim(), text })}\n`),
  );
  return new File(rows, TYPED_FILE, { type: 'application/jsonl' });
}

/** Whether a dataset was typed here and is small enough to be typed on. */
export function isTyped({ train, test, fields }: Dataset): boolean {
  if (!train || test || fields.length > 1) return false;
  const isOwn = train.sources.every(({ name }) => name === TYPED_FILE);
  return isOwn && train.unlabelled === 0 && train.rowCount <= MOST_TYPED;
}
