// Whether a file's first row names its columns, told by what stands below its cells. Were it one of the rows, its label would
// be a new one, or its text by far the shortest, in one of n + 1 files of n + 1 rows: one such sign is worth a question, two tell.
import { areMarks, areNumbers, filled, isNumber, isRepeating } from './column-cells';
import { endsAsText, isKnownName, isSureLabelName, plainName } from './column-names';

/** What a first row is. */
export type FirstRowKind = 'names' | 'row' | 'unsure'; // unsure: rather names

const MOST_NAME = 40; // characters of a column's name
const MOST_WORDS = 5; // of a name that ends as a sentence does
const MOST_LABEL = 60; // characters of a label
const LEAST_MARKS = 3; // rows that show that a column holds numbers or dates
const LEAST_ROWS = 4; // below which two signs tell nothing
const ASK_ROWS = 8; // below which one sign is not worth a question
const MISSING = /^(n\/?a|nan|null|none|nil|unknown|[-?.]+)$/i; // what stands for a number that is not there

/** A column as its first cell and the filled ones below it. */
interface Column {
  name: string;
  cells: string[];
}

/** Tells what the first of some rows is. */
export function kindOfFirst([first, ...below]: readonly string[][]): FirstRowKind {
  const columns = first.map((name, i) => ({
    name: name.trim(),
    cells: filled(below.map((cells) => cells[i] ?? '')),
  }));
  if (!columns.every(({ name }) => name.length <= MOST_NAME)) return 'row';
  const named = columns.filter(({ name }) => name !== '');
  if (named.length === 0 || named.some(comesAgain)) return 'row';
  if (named.some(({ name }) => isSureLabelName(plainName(name)))) return 'names';
  if (columns.some(isIndex)) return 'names';
  if (!named.every(({ name }) => couldName(name)) || !areDifferent(named)) return 'row';
  const hasGap = columns.some(({ name, cells }) => name === '' && cells.length > 0);
  if (named.some(isAboveMarks)) return hasGap ? 'unsure' : 'names';
  const isKnown = named.some(({ name }) => isKnownName(plainName(name)));
  if (isKnown) return hasGap ? 'unsure' : 'names';
  return bySigns(named, below.length, hasGap);
}

function bySigns(named: readonly Column[], rows: number, hasGap: boolean): FirstRowKind {
  const signs = Number(named.some(isAboveLabels)) + Number(named.some(isAboveTexts));
  if (signs === 2 && rows >= LEAST_ROWS) return hasGap ? 'unsure' : 'names';
  return signs === 1 && rows >= ASK_ROWS && !hasGap ? 'unsure' : 'row';
}

/** A label's column whose first value comes again holds a label there too. */
function comesAgain({ name, cells }: Column): boolean {
  const wanted = name.toLowerCase();
  return cells.some((cell) => cell.length === name.length && cell.toLowerCase() === wanted);
}

/** An index that was written beside the rows has no name. */
function isIndex({ name, cells }: Column): boolean {
  return name === '' && areNumbers(cells);
}

function couldName(name: string): boolean {
  if (isNumber(name) || MISSING.test(name) || !/\p{L}/u.test(name)) return false;
  return !/[.!?。！？…]["”’)]*$/.test(name) || name.split(/\s+/).length <= MOST_WORDS;
}

function areDifferent(named: readonly Column[]): boolean {
  return new Set(named.map(({ name }) => name)).size === named.length;
}

/** A word above nothing but numbers, or dates, is none itself. */
function isAboveMarks({ name, cells }: Column): boolean {
  return cells.length >= LEAST_MARKS && areMarks(cells) && !areMarks([name]);
}

/** A value that never comes again above labels that all do. */
function isAboveLabels({ cells }: Column): boolean {
  return cells.every((cell) => cell.length <= MOST_LABEL) && isRepeating(cells);
}

/** A name is much shorter than every text, or ends as a text's does. */
function isAboveTexts({ name, cells }: Column): boolean {
  if (cells.length === 0 || isRepeating(cells)) return false;
  return endsAsText(plainName(name)) || cells.every((cell) => cell.length > 2 * name.length);
}
