// Keeps count of what the rules do, row by row, and a few examples of each, the same whatever the order of chunks.
import { randomBits, STREAM } from '../core/random';
import type { Split } from '../core/types';
import type { CountedRule } from './rules';

/** A row that may stand as an example of a rule. */
export interface Candidate {
  rule: CountedRule;
  split: Split;
  row: number;
  draw: number; // u32; the lowest draws become examples
  before: string;
  after: string;
}

const EXAMPLES = 5; // that a report shows of each rule

/** The number by which a row is drawn as an example. */
export function drawOf(split: Split, row: number): number {
  return randomBits(split === 'train' ? 1 : 2, STREAM.sample, row);
}

/** Adds a candidate to those with the lowest draws, lowest first, if it is one of them. */
export function keepLowest<T extends { draw: number }>(kept: T[], candidate: T): void {
  if (!isAmongLowest(kept, candidate.draw)) return;
  kept.push(candidate);
  kept.sort((a, b) => a.draw - b.draw);
  kept.length = Math.min(kept.length, EXAMPLES);
}

function isAmongLowest(kept: readonly { draw: number }[], draw: number): boolean {
  return kept.length < EXAMPLES || draw < kept[EXAMPLES - 1].draw;
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

  /** Notes that a rule changed a row; only the first change of a rule to a row counts. Fields stand as a line each. */
  note(row: number, rule: CountedRule, before: string | readonly string[], after: string): void {
    if (this.#lastRow[rule] === row) return;
    this.#lastRow[rule] = row;
    this.changed[rule] = (this.changed[rule] ?? 0) + 1;
    const draw = drawOf(this.#split, row);
    const kept = (this.#candidates[rule] ??= []);
    if (!isAmongLowest(kept, draw)) return;
    const text = typeof before === 'string' ? before : before.join('\n');
    keepLowest(kept, { rule, split: this.#split, row, draw, before: text, after });
  }

  /** The candidates of all rules. */
  get candidates(): Candidate[] {
    return Object.values(this.#candidates).flatMap((kept) => kept ?? []);
  }
}
