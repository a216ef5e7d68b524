// Which column holds the label and which hold text, part and id, guessed from their names and from the first rows.
import { columnAt, normalName, type ColumnDoubt, type ReadPlan } from '../core/reading';
import { fail } from '../core/errors';
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

const words = (list: string) => new Set(list.split(','));
const SURE_LABEL_NAMES = words('label,labels,class,class index,classindex,标签,类别,分类');
const LABEL_NAMES = words('category,target,topic,sentiment');
const MAYBE_LABEL_NAMES = words(
  'y,intent,genre,polarity,label text,coarse label,stars,rating,score,tag',
);
const TEXT_NAMES = words(
  'text,content,body,sentence,title,headline,description,short description,review text,utterance,question,review,comment,document,abstract,summary,message,tweet,news,文本,内容,标题,正文,摘要',
);
const SPLIT_NAMES = words('split,set,partition,subset,fold,划分,数据集');
const ID_NAMES = words('id,uid,guid,uuid,编号,序号');
const OTHER_NAMES = words('index,idx,url,link,date,unnamed: 0');
const ASIDE = [SPLIT_NAMES, ID_NAMES, OTHER_NAMES]; // neither label nor text
const MOST_NAME = 40; // characters of a column's name
const LEAST_NUMBERS = 3; // rows that show that a column holds numbers
const MOST_LABEL = 60; // characters of a label
const ENOUGH = 0.8; // share of a split column's values that are known
const FEW_ROWS = 12; // so few rows show nothing of how often a label returns
const NUMBER = /^[-+]?\d+([.,]\d+)?$/;

/** Whether a row names columns rather than fills them. */
export function areNames([first, ...rest]: readonly string[][]): boolean {
  const names = first.map(normalName);
  if (!names.every((name) => name.length <= MOST_NAME)) return false;
  if (names.some((name) => SURE_LABEL_NAMES.has(name) || LABEL_NAMES.has(name))) return true;
  const isWord = (name: string) => /^\p{L}[\p{L}\p{N} .-]*$/u.test(name);
  if (!names.every(isWord)) return false;
  // A word above nothing but numbers is no number itself.
  const isAboveNumbers = names.some((_, i) => rest.every((cells) => NUMBER.test(cells[i] ?? '')));
  if (isAboveNumbers && rest.length >= LEAST_NUMBERS) return true;
  const isRepeated = names.some((name, i) =>
    rest.some((cells) => normalName(cells[i] ?? '') === name),
  );
  return names.some((name) => TEXT_NAMES.has(name)) && !isRepeated;
}

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
  readonly #cells: string[][]; // by column
  readonly #names: (string | null)[]; // as they are compared
  readonly #taken: Set<number>;

  constructor({ rows, names }: Sample, taken: readonly number[]) {
    this.#cells = names.map((_, i) => rows.map((cells) => cells[i]));
    this.#names = names.map((name) => (name === null ? null : normalName(name)));
    this.#taken = new Set(taken);
  }

  take(at: number): number {
    this.#taken.add(at);
    return at;
  }

  /** The column that names parts: by its own name and most of its values, or by all of them. */
  split(): number | null {
    const at = this.#open().find((i) => {
      const isNamed = this.#isNamed(i, SPLIT_NAMES);
      if (!isNamed && this.#names[i] !== null) return false;
      const given = this.#cells[i].filter((cell) => cell.trim() !== '');
      const known = given.filter((cell) => partNamed(cell) !== null);
      return known.length > 0 && known.length >= (isNamed ? ENOUGH : 1) * given.length;
    });
    return at === undefined ? null : this.take(at);
  }

  id(): number | null {
    const at = this.#open().find((i) => this.#isNamed(i, ID_NAMES));
    return at === undefined || this.#names.length < 2 ? null : this.take(at);
  }

  /** The label's column: by its name, or the one with the fewest different short values. */
  label(): { at: number | null; doubt: ColumnDoubt | null } {
    if (this.#names.length === 1) return { at: null, doubt: null };
    for (const names of [SURE_LABEL_NAMES, LABEL_NAMES, MAYBE_LABEL_NAMES]) {
      const found = this.#open().filter((i) => this.#isNamed(i, names));
      if (found.length > 0) return this.#first(found);
    }
    const open = this.#open().filter((i) => !this.#isNamed(i, TEXT_NAMES, ...ASIDE));
    const short = open.filter((i) => this.#cells[i].every((cell) => cell.length <= MOST_LABEL));
    const few = this.#fewest(short, 2);
    if (few.length > 0) return this.#first(few);
    const rows = this.#cells[0].length;
    if (short.length > 0 && rows <= FEW_ROWS) return this.#first(short.slice(0, 1));
    // A file may be sorted by label, and then its first rows show one only.
    const isNamed = this.#names.some((name) => name !== null);
    const alike = isNamed ? [] : this.#fewest(short, 1).slice(0, 1);
    if (alike.length > 0) return this.#first(alike);
    return { at: null, doubt: 'none' };
  }

  /** Columns of text: by their names, or else all that are left and hold no mere numbers. */
  texts(): number[] {
    const open = this.#open();
    const named = open.filter((i) => this.#isNamed(i, TEXT_NAMES));
    if (named.length > 0) return named;
    const texts = open.filter((i) => !this.#isNamed(i, ...ASIDE) && !isNumeric(this.#cells[i]));
    return texts.length > 0 ? texts : open;
  }

  #open(): number[] {
    return this.#names.map((_, i) => i).filter((i) => !this.#taken.has(i));
  }

  #isNamed(i: number, ...sets: ReadonlySet<string>[]): boolean {
    const name = this.#names[i];
    return name !== null && sets.some((set) => set.has(name));
  }

  #first(found: readonly number[]): { at: number; doubt: ColumnDoubt | null } {
    return { at: this.take(found[0]), doubt: found.length > 1 ? 'several' : null };
  }

  /** Of columns whose values return, the ones with the fewest and shortest; missing ones are none. */
  #fewest(among: readonly number[], least: number): number[] {
    const counts = among.map((i) => new Set(this.#cells[i].filter((cell) => cell !== '')).size);
    const most = this.#cells[0].length / 2;
    const good = counts.filter((different) => different >= least && different <= most);
    const fewest = Math.min(...good);
    const best = among.filter((_, k) => counts[k] === fewest);
    const widths = best.map((i) => Math.max(...this.#cells[i].map((cell) => cell.length)));
    return best.filter((_, k) => widths[k] === Math.min(...widths));
  }
}

function isNumeric(cells: readonly string[]): boolean {
  return cells.length > 0 && cells.every((cell) => NUMBER.test(cell.trim()));
}
