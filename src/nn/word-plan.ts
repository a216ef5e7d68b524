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
  private readonly skip: number; // an id that is in no segment
  private readonly slots: Uint32Array<ArrayBuffer>; // by id
  private readonly ids: Uint32Array<ArrayBuffer>; // by slot

  /** Words of the longest plan. */
  static words({ batch, length, tableRows }: WordPlanShape): number {
    const places = batch * length;
    return PLAN_HEAD + 2 * batch + places + segmentWords(places, tableRows, false);
  }

  constructor(shape: WordPlanShape) {
    this.shape = shape;
    this.words = new Uint32Array(WordPlan.words(shape));
    const places = shape.batch * shape.length;
    const different = Math.min(places, shape.tableRows);
    this.segments = new Segments(different, places);
    this.skip = shape.paddingCounts ? NO_ID : PAD_ID;
    this.slots = new Uint32Array(shape.tableRows);
    this.ids = new Uint32Array(different);
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
    const places = segments.open(words, to, this.ids.subarray(0, this.countPlaces(from, to)));
    this.writePlaces(from, to);
    this.length = segments.close(words, places);
  }

  /** Numbers the different ids and counts the places of each; gives how many they are. */
  private countPlaces(from: number, to: number): number {
    const { words, skip, slots, ids } = this;
    const { next } = this.segments;
    let used = 0;
    for (let i = from; i < to; i++) {
      const id = words[i];
      if (id === skip) continue;
      const slot = slots[id];
      if (slot < used && ids[slot] === id) {
        next[slot]++;
      } else {
        slots[id] = used;
        ids[used] = id;
        next[used++] = 1;
      }
    }
    return used;
  }

  private writePlaces(from: number, to: number): void {
    const { words, skip, slots } = this;
    const { next } = this.segments;
    for (let i = from; i < to; i++) {
      const id = words[i];
      if (id !== skip) words[next[slots[id]]++] = i - from;
    }
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
