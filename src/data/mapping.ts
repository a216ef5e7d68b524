// Which column holds the label and which hold text, part and id, guessed from their names and from the first rows.
import { columnAt, type ColumnDoubt, type ReadPlan } from '../core/reading';
import { fail } from '../core/errors';
import { areMarks, areNumbers, filled, isNumber, meanOf } from './column-cells';
import {
  endsAsLabel,
  endsAsText,
  ID_NAMES,
  isAsideName,
  isIdName,
  LABEL_NAMES,
  plainName,
  SPLIT_NAMES,
  TEXT_NAMES,
} from './column-names';
import { partNamed } from './split-names';

/** What each column is for; columns in no place are left out. */
export interface Mapping {
  labelAt: number | null; // null = there is none
  textAt: number[]; // at least one
  splitAt: number | null;
  idAt: number | null;
}

/** A mapping, and why it may be wrong. */
export interface Guess extends Mapping {
  doubt: ColumnDoubt | null;
}

/** Columns as their first rows show them. */
export interface Sample {
  rows: readonly string[][]; // as many cells as there are columns
  names: readonly (string | null)[]; // null = the file does not name it
}

const MOST_LABEL = 60; // characters of a label
const ENOUGH = 0.8; // share of a split column's values that are known
const FEW_ROWS = 12; // so few rows show nothing of how often a label returns
const LONG_TEXT = 40; // characters of a text, on average, beside which others may be no texts
const MUCH_SHORTER = 3; // times
const FEW_WORDS = 3; // of a text, on average
const MOST_TEXTS = 16; // columns that are joined without being asked for

/** What the columns are for: as a plan says, and guessed where it says nothing. */
export function mapColumns(sample: Sample, plan: ReadPlan, file: string): Guess {
  const find = (reference: string) => indexOf(sample.names, reference, file);
  const given = (reference: string | null | undefined) =>
    typeof reference === 'string' ? find(reference) : reference;
  const chosen = { label: given(plan.label), split: given(plan.split), id: given(plan.id) };
  const others = Object.values(chosen).filter((at) => typeof at === 'number');
  const textAt = plan.text?.map(find).filter((at) => !others.includes(at));
  const columns = new Columns(sample, [...others, ...(textAt ?? [])]);
  const splitAt = chosen.split === undefined ? columns.split() : chosen.split;
  const idAt = chosen.id === undefined ? columns.id() : chosen.id;
  const label = chosen.label === undefined ? columns.label() : { at: chosen.label, doubt: null };
  const texts = textAt ?? columns.texts();
  if (texts.length === 0) throw fail('bad-file', 'columns.noText', { file });
  return { labelAt: label.at, textAt: texts, splitAt, idAt, doubt: label.doubt };
}

function indexOf(names: Sample['names'], column: string, file: string): number {
  const at = columnAt(names, column);
  if (at >= 0) return at;
  const found = names.map((name, i) => name ?? String(i + 1)).slice(0, 20);
  throw fail('bad-file', 'columns.unknown', { file, column, found: found.join(', ') });
}

/** The columns of a sample, of which each is taken for one thing only. */
class Columns {
  readonly #cells: string[][]; // the filled ones by column
  readonly #names: (string | null)[]; // as they are compared
  readonly #rows: number;
  readonly #void: ReadonlySet<number>; // columns without a cell, or with nothing but an index
  readonly #taken: Set<number>;

  constructor({ rows, names }: Sample, taken: readonly number[]) {
    this.#cells = names.map((_, i) => filled(rows.map((cells) => cells[i])));
    this.#names = names.map((name) => (name === null ? null : plainName(name)));
    this.#rows = rows.length;
    this.#taken = new Set(taken);
    this.#void = new Set(names.map((_, i) => i).filter((i) => this.#isVoid(i)));
  }

  take(at: number): number {
    this.#taken.add(at);
    return at;
  }

  /** The column that names parts: by its own name and most of its values, or by all of them. */
  split(): number | null {
    const at = this.#open().find((i) => {
      const isNamed = this.#is(i, (name) => SPLIT_NAMES.has(name));
      if (!isNamed && this.#names[i] !== null) return false;
      const given = this.#cells[i];
      const known = given.filter((cell) => partNamed(cell) !== null);
      return known.length > 0 && known.length >= (isNamed ? ENOUGH : 1) * given.length;
    });
    return at === undefined ? null : this.take(at);
  }

  /** The column of ids: one of the usual names, or the first that ends in one and is different in each row. */
  id(): number | null {
    if (this.#names.length < 2) return null;
    const ids = this.#open().filter((i) => this.#is(i, isIdName));
    const isOwn = (i: number) => new Set(this.#cells[i]).size === this.#rows;
    const at = ids.find((i) => this.#is(i, (name) => ID_NAMES.has(name))) ?? ids.find(isOwn);
    return at === undefined ? null : this.take(at);
  }

  /** The label's column: by its name, or the one with the fewest different short values. */
  label(): { at: number | null; doubt: ColumnDoubt | null } {
    if (this.#names.length === 1) return { at: null, doubt: null };
    const [sure, likely, usual, possible] = LABEL_NAMES;
    for (const names of [sure, likely, usual]) {
      const found = this.#open().filter((i) => this.#is(i, (name) => names.has(name)));
      if (found.length > 0) return this.#first(found);
    }
    const open = this.#open().filter((i) => !this.#is(i, isTextOrAside));
    const short = open.filter((i) => this.#cells[i].every((cell) => cell.length <= MOST_LABEL));
    const named = short.filter((i) =>
      this.#is(i, (name) => possible.has(name) || endsAsLabel(name)),
    );
    for (const among of [named, short]) {
      const few = this.#fewest(among, 2);
      if (few.length > 0) return this.#first(few);
    }
    if (short.length > 0 && this.#rows <= FEW_ROWS) return this.#first(short.slice(0, 1));
    // A file may be sorted by label, and then its first rows show one only.
    const isNamed = this.#names.some((name) => name !== null);
    const alike = isNamed ? [] : this.#fewest(short, 1).slice(0, 1);
    if (alike.length > 0) return this.#first(alike);
    return { at: null, doubt: 'none' };
  }

  /** Columns of text: by their names, or else all that are left and read as texts. */
  texts(): number[] {
    const open = this.#open();
    const isText = (i: number) => this.#is(i, (name) => TEXT_NAMES.has(name));
    const couldBe = (i: number) => this.#is(i, endsAsText) && !areMarks(this.#cells[i]);
    const named = open.filter((i) => isText(i) || couldBe(i));
    if (named.length > 0) return named;
    const others = open.filter((i) => !this.#is(i, isAsideName) && !this.#isNumeric(i));
    const lengths = others.map((i) => meanOf(this.#cells[i], (cell) => cell.length));
    const longest = Math.max(...lengths);
    const texts = others.filter((i, k) => lengths[k] === longest || !this.#isBeside(i, longest));
    if (texts.length > MOST_TEXTS) return [others[lengths.indexOf(longest)]];
    return texts.length > 0 ? texts : open.slice(0, MOST_TEXTS);
  }

  #open(): number[] {
    const open = this.#names.map((_, i) => i).filter((i) => !this.#taken.has(i));
    return open.filter((i) => !this.#void.has(i));
  }

  #isVoid(i: number): boolean {
    const cells = this.#cells[i];
    if (this.#rows === 0 || cells.length === 0) return this.#rows > 0;
    const isWhole = cells.length === this.#rows && this.#rows > FEW_ROWS;
    return this.#names[i] === null && isWhole && areNumbers(cells);
  }

  #is(i: number, is: (name: string) => boolean): boolean {
    const name = this.#names[i];
    return name !== null && is(name);
  }

  #isNumeric(i: number): boolean {
    return this.#cells[i].length > 0 && this.#cells[i].every(isNumber);
  }

  /** Whether a column is no text of its own beside a long one: dates, names, places, or always the same. */
  #isBeside(i: number, longest: number): boolean {
    const cells = this.#cells[i];
    if (longest < LONG_TEXT || this.#rows <= FEW_ROWS) return false;
    if (areMarks(cells) || new Set(cells).size === 1) return true;
    if (meanOf(cells, (cell) => cell.length) * MUCH_SHORTER > longest) return false;
    if (cells.every((cell) => /^[\x21-\x7e]+$/.test(cell))) return true;
    return this.#names[i] !== null && meanOf(cells, countWords) < FEW_WORDS;
  }

  #first(found: readonly number[]): { at: number; doubt: ColumnDoubt | null } {
    return { at: this.take(found[0]), doubt: found.length > 1 ? 'several' : null };
  }

  /** Of columns whose values return, the ones with the fewest and shortest; missing ones are none. */
  #fewest(among: readonly number[], least: number): number[] {
    const counts = among.map((i) => new Set(this.#cells[i]).size);
    const most = this.#rows / 2;
    const good = counts.filter((different) => different >= least && different <= most);
    const fewest = Math.min(...good);
    const best = among.filter((_, k) => counts[k] === fewest);
    const widths = best.map((i) => Math.max(...this.#cells[i].map((cell) => cell.length)));
    return best.filter((_, k) => widths[k] === Math.min(...widths));
  }
}

function isTextOrAside(name: string): boolean {
  return TEXT_NAMES.has(name) || endsAsText(name) || isAsideName(name);
}

/** Words as white space parts them; a character of a script without spaces counts as half of one. */
function countWords(cell: string): number {
  const unspaced = cell.match(
    /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/gu,
  );
  return cell.split(/\s+/).length + (unspaced?.length ?? 0) / 2;
}
