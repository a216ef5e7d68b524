// Keeps count of what the rules do, row by row, and a few examples of each, the same whatever the order of chunks.
import { randomBits, STREAM } from '../core/random';
import type { Split } from '../core/types';
import type { TextRule } from './rules';

/** A rule that an account counts row by row. */
export type CountedRule = TextRule | 'join';

/** A row that may stand as an example of a rule. */
export interface Candidate {
  rule: CountedRule;
  split: Split;
  row: number;
  draw: number; // u32; the lowest draws become examples
  before: string;
  after: string;
}

/** Examples that a report shows of each rule. */
export const EXAMPLES = 5;

/** The number by which a row is drawn as an example. */
export function drawOf(split: Split, row: number): number {
  return randomBits(split === 'train' ? 1 : 2, STREAM.sample, row);
}

/** Keeps the candidates with the lowest draws, lowest first. */
export function lowest<T extends { draw: number }>(candidates: T[]): T[] {
  return candidates.sort((a, b) => a.draw - b.draw).slice(0, EXAMPLES);
}

/** Counts the rows that each rule changes within one chunk. */
export class Account {
  readonly changed: Partial<Record<CountedRule, number>> = {};
  readonly #candidates: Partial<Record<CountedRule, Candidate[]>> = {};
  readonly #lastRow: Partial<Record<CountedRule, number>> = {};
  readonly #split: Split;

  constructor(split: Split) {
    this.#split = split;
  }

  /** Notes that a rule changed a row; only the first change of a rule to a row counts. */
  note(row: number, rule: CountedRule, before: string, after: string): void {
    if (this.#lastRow[rule] === row) return;
    this.#lastRow[rule] = row;
    this.changed[rule] = (this.changed[rule] ?? 0) + 1;
    const kept = (this.#candidates[rule] ??= []);
    const draw = drawOf(this.#split, row);
    if (kept.length === EXAMPLES && draw >= kept[EXAMPLES - 1].draw) return;
    kept.push({ rule, split: this.#split, row, draw, before, after });
    this.#candidates[rule] = lowest(kept);
  }

  /** The candidates of all rules. */
  get candidates(): Candidate[] {
    return Object.values(this.#candidates).flat();
  }
}
