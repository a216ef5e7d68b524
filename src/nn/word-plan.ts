// The plan of a batch whose rows are words in their order. Behind the head (plan-head.ts): B labels, B lengths, then T * B ids by
// time (position p = t * B + row; PAD_ID behind short rows), then the segments (segments.ts), whose places are positions.
import { PAD_ID } from '../core/types';
import type { Examples } from './examples';
import { PLAN, PLAN_HEAD } from './plan-head';
import { beginPlan, type PlanBatch, type PlanStep } from './plan-step';
import { Segments, segmentWords } from './segments';

/** What plans of words are made for. */
export interface WordPlanShape extends PlanBatch {
  length: number; // T at most
  tableRows: number; // V, above every id
  paddingCounts: boolean; // the filler is a word like others, whose row of the table has a slope
  cut: 'end' | 'start'; // which end of a row longer than T goes
}

const NO_ID = 0xffffffff;

/** Builds plans of words in one array that is used again and again. */
export class WordPlan {
  readonly words: Uint32Array<ArrayBuffer>;
  length = 0; // words in use
  readonly segments: Segments;
  private readonly shape: WordPlanShape;

  /** Words of the longest plan. */
  static words({ batch, length, tableRows }: WordPlanShape): number {
    const places = batch * length;
    return PLAN_HEAD + 2 * batch + places + segmentWords(places, tableRows, false);
  }

  constructor(shape: WordPlanShape) {
    this.shape = shape;
    this.words = new Uint32Array(WordPlan.words(shape));
    this.segments = new Segments(shape.tableRows, shape.batch * shape.length);
  }

  /** Fills the plan with some rows of the examples; leaves the rates alone. */
  fill(examples: Examples, rows: Uint32Array<ArrayBuffer>, step: PlanStep): void {
    const { words, shape, segments } = this;
    const { batch } = shape;
    if (step.length > shape.length) throw new Error(`a plan of ${step.length} words a row`);
    beginPlan(words, examples, rows, { ...shape, step });
    const from = PLAN_HEAD + 2 * batch;
    const to = from + step.length * batch;
    words[PLAN.entries] = this.takeWords(examples, rows, step.length);
    if (!step.withSegments) {
      segments.none(words, to);
      this.length = to;
      return;
    }
    const skip = shape.paddingCounts ? NO_ID : PAD_ID;
    const end = segments.open(words, { from, to, at: to, skip });
    const { slots, next } = segments;
    for (let i = from; i < to; i++) {
      const id = words[i];
      if (id !== skip) words[next[slots[id]]++] = i - from;
    }
    this.length = segments.close(words, end);
  }

  /** Writes lengths and ids; gives the number of words. */
  private takeWords(
    { words: lists }: Examples,
    rows: Uint32Array<ArrayBuffer>,
    length: number,
  ): number {
    const { words, shape } = this;
    const { batch, cut } = shape;
    const lengthsAt = PLAN_HEAD + batch;
    const idsAt = lengthsAt + batch;
    words.fill(0, lengthsAt, idsAt);
    words.fill(PAD_ID, idsAt, idsAt + length * batch);
    let total = 0;
    for (let row = 0; row < rows.length; row++) {
      const start = lists.offsets[rows[row]];
      const end = lists.offsets[rows[row] + 1];
      const kept = Math.min(end - start, length);
      const first = cut === 'end' ? start : end - kept;
      words[lengthsAt + row] = kept;
      total += kept;
      for (let t = 0, at = idsAt + row; t < kept; t++, at += batch)
        words[at] = lists.ids[first + t];
    }
    return total;
  }
}
