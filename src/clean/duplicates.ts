// Rows that training leaves out: those that lack a field, empty ones, repeats within train, and train rows that stand in test. Test rows are counted, never dropped.
// Texts are compared by their 128-bit fingerprints, in an open-addressing table, so the work is linear in the rows.
import { RULES, type Rule, type Split } from '../core/types';
import type { CleanSettings } from '../core/settings';
import { FINGERPRINT_WORDS } from './fingerprint';

/** A rule that drops rows from train. */
export type DropRule = Extract<Rule, 'missing' | 'empty' | 'duplicates' | 'leaks'>;

/** The dropping rules in the order in which they are applied. */
export const DROP_RULES: readonly DropRule[] = ['missing', 'empty', 'duplicates', 'leaks'];

/** What the dropping rules look at: the cleaned rows of both parts. */
export interface Prints {
  train: Uint32Array; // FINGERPRINT_WORDS a row
  test: Uint32Array;
  missing: Record<Split, Uint8Array>; // of each row: 1 = some field is empty, but not all
}

/** The rows that the dropping rules match, and those of train that leave. */
export interface Drops {
  dropped: Uint8Array<ArrayBuffer>; // of each train row: 0 = kept, else 1 + the index in RULES of the rule that drops it
  matches: Record<DropRule, { train: number[]; test: number[] }>; // row indices; a train row dropped by an earlier rule is left out
}

/** Finds the rows that leave train; rules that are off count their rows but drop none. */
export function findDrops(prints: Prints, { rules, missing }: CleanSettings): Drops {
  const isLacking = (split: Split, row: number) =>
    missing.how === 'drop' && prints.missing[split][row] !== 0;
  // A row that leaves because a field is missing must not make its equal a repeat.
  const train = new PrintIndex(prints.train, (row) => rules.missing && isLacking('train', row));
  const test = new PrintIndex(prints.test);
  const isMatch: Record<
    DropRule,
    { train: (row: number) => boolean; test: (row: number) => boolean }
  > = {
    missing: { train: (row) => isLacking('train', row), test: (row) => isLacking('test', row) },
    empty: { train: (row) => train.isEmpty(row), test: (row) => test.isEmpty(row) },
    duplicates: {
      train: (row) => !train.isEmpty(row) && train.first(prints.train, row) < row,
      test: (row) => !test.isEmpty(row) && test.first(prints.test, row) < row,
    },
    leaks: {
      train: (row) => !train.isEmpty(row) && test.first(prints.train, row) >= 0,
      test: (row) => !test.isEmpty(row) && train.first(prints.test, row) >= 0,
    },
  };
  const dropped = new Uint8Array(prints.train.length / FINGERPRINT_WORDS);
  const matches: Drops['matches'] = {
    missing: { train: [], test: [] },
    empty: { train: [], test: [] },
    duplicates: { train: [], test: [] },
    leaks: { train: [], test: [] },
  };
  for (const rule of DROP_RULES) {
    const mark = rules[rule] ? 1 + RULES.indexOf(rule) : 0;
    for (let row = 0; row < dropped.length; row++) {
      if (dropped[row] !== 0 || !isMatch[rule].train(row)) continue;
      matches[rule].train.push(row);
      dropped[row] = mark;
    }
    for (let row = 0; row < prints.test.length / FINGERPRINT_WORDS; row++)
      if (isMatch[rule].test(row)) matches[rule].test.push(row);
  }
  return { dropped, matches };
}

/** Of each row the first with an equal text; empty rows stand alone. */
export function findFirstEqual(prints: Uint32Array): Uint32Array<ArrayBuffer> {
  const index = new PrintIndex(prints);
  return Uint32Array.from({ length: prints.length / FINGERPRINT_WORDS }, (_, row) =>
    index.isEmpty(row) ? row : index.first(prints, row),
  );
}

/** The rule that a mark in `Drops.dropped` stands for. */
export function ruleOfMark(mark: number): Rule | null {
  return mark === 0 ? null : RULES[mark - 1];
}

/** Finds the first row with a given fingerprint. */
class PrintIndex {
  readonly #prints: Uint32Array;
  readonly #slots: Int32Array; // 1 + row; 0 = free
  readonly #mask: number;

  constructor(prints: Uint32Array, isSkipped: (row: number) => boolean = () => false) {
    const rows = prints.length / FINGERPRINT_WORDS;
    const size = 2 ** Math.ceil(Math.log2(2 * rows + 2));
    this.#prints = prints;
    this.#slots = new Int32Array(size);
    this.#mask = size - 1;
    for (let row = 0; row < rows; row++) {
      if (isSkipped(row)) continue;
      const slot = this.#slotOf(prints, row);
      if (this.#slots[slot] === 0) this.#slots[slot] = row + 1;
    }
  }

  /** Whether a row's text is empty, which only the rule for empty rows looks at: its fingerprint is all zeros. */
  isEmpty(row: number): boolean {
    const at = row * FINGERPRINT_WORDS;
    const prints = this.#prints;
    return (prints[at] | prints[at + 1] | prints[at + 2] | prints[at + 3]) === 0;
  }

  /** The first row here whose text equals that of a row of `prints`; -1 = none. */
  first(prints: Uint32Array, row: number): number {
    return this.#slots[this.#slotOf(prints, row)] - 1;
  }

  #slotOf(prints: Uint32Array, row: number): number {
    const at = row * FINGERPRINT_WORDS;
    let slot = prints[at] & this.#mask;
    while (this.#slots[slot] !== 0 && !this.#isEqual(prints, at, this.#slots[slot] - 1))
      slot = (slot + 1) & this.#mask;
    return slot;
  }

  #isEqual(prints: Uint32Array, at: number, row: number): boolean {
    const own = row * FINGERPRINT_WORDS;
    for (let k = 0; k < FINGERPRINT_WORDS; k++)
      if (prints[at + k] !== this.#prints[own + k]) return false;
    return true;
  }
}
