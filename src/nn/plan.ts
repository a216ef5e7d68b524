// The batch plan: everything that one step needs to know of its rows, in one array of u32 that crosses to the device once.
// Forward (CSR): each row's features. Backward (CSC): each distinct feature with the rows it stands in, so that its gradient is
// one sum in a fixed order: no atomics, the same result every time.
// The set of distinct features is Briggs & Torczon (1993), "An Efficient Representation for Sparse Sets", ACM LOPLAS 2(1-4):
// nothing has to be cleared between batches.
import { STREAM, randomBits } from '../core/random';
import type { Examples } from './examples';

/** Words of the plan's head; behind it stand labels, row starts, features, then the segments' ids, starts and rows. */
export const HEAD = { rows: 0, features: 1, segments: 2, outRow: 3, lossSlot: 4 } as const;
/** Length of the head. */
export const HEAD_WORDS = 8;

/** The plan's layout for kernels whose buffer is called `plan`. */
export const PLAN_WGSL = /* wgsl */ `
fn rows() -> u32 { return plan[${HEAD.rows}]; }
fn segments() -> u32 { return plan[${HEAD.segments}]; }
fn label(row: u32) -> u32 { return plan[${HEAD_WORDS} + row]; }
fn row_start(row: u32) -> u32 { return plan[${HEAD_WORDS} + rows() + row]; }
fn segments_at() -> u32 { return ${HEAD_WORDS} + 2 * rows() + 1 + plan[${HEAD.features}]; }
`;

/** How a training batch leaves features out at random. */
export interface FeatureDropout {
  share: number; // 0 to below 1
  seed: number; // u32
  epoch: number; // each epoch draws anew
}

/** Words of a plan for so many rows and features. */
export function planWords(rows: number, features: number): number {
  return HEAD_WORDS + 2 * rows + 1 + 4 * features + 1;
}

/** Builds plans in one array that is used again and again. */
export class BatchPlan {
  words: Uint32Array<ArrayBuffer>;
  length = 0; // words in use
  rows = 0;
  features = 0;
  segments = 0;
  private readonly slots: Uint32Array<ArrayBuffer>; // by feature id: where it stands among the distinct ones
  private counts: Uint32Array<ArrayBuffer>; // by slot

  constructor(tableRows: number, rows: number, features: number) {
    this.words = new Uint32Array(planWords(rows, features));
    this.counts = new Uint32Array(features);
    this.slots = new Uint32Array(tableRows);
  }

  /** Fills the plan with order[start] to order[end]; `dropout` null keeps every feature and leaves the segments out. */
  fill(
    examples: Examples,
    order: Uint32Array<ArrayBuffer>,
    [start, end]: readonly [number, number],
    dropout: FeatureDropout | null,
  ): void {
    this.rows = end - start;
    this.reserve(examples, order, start, end);
    const { words } = this;
    let at = HEAD_WORDS + 2 * this.rows + 1;
    for (let i = 0; i < this.rows; i++) {
      const row = order[start + i];
      words[HEAD_WORDS + i] = examples.labels[row];
      words[HEAD_WORDS + this.rows + i] = at;
      at = this.takeFeatures(examples, row, at, dropout);
    }
    words[HEAD_WORDS + 2 * this.rows] = at;
    words[HEAD.rows] = this.rows;
    this.features = at - (HEAD_WORDS + 2 * this.rows + 1);
    words[HEAD.features] = this.features;
    words[HEAD.outRow] = 0;
    words[HEAD.lossSlot] = 0;
    this.length = dropout ? this.addSegments(at) : at;
    this.segments = dropout ? words[HEAD.segments] : 0;
  }

  private reserve(
    examples: Examples,
    order: Uint32Array<ArrayBuffer>,
    start: number,
    end: number,
  ): void {
    const { offsets } = examples.features;
    let features = 0;
    for (let i = start; i < end; i++) features += offsets[order[i] + 1] - offsets[order[i]];
    if (planWords(end - start, features) > this.words.length)
      this.words = new Uint32Array(planWords(end - start, features));
    if (features > this.counts.length) this.counts = new Uint32Array(features);
  }

  private takeFeatures(
    examples: Examples,
    row: number,
    at: number,
    dropout: FeatureDropout | null,
  ): number {
    const { offsets, ids, drawsAt } = examples.features;
    const { words } = this;
    const end = offsets[row + 1];
    if (dropout === null || dropout.share === 0) {
      for (let i = offsets[row]; i < end; i++) words[at++] = ids[i];
      return at;
    }
    const { seed } = dropout;
    const stream = (STREAM.dropout + Math.imul(dropout.epoch, 16)) >>> 0;
    const threshold = Math.floor(dropout.share * 4294967296);
    const ahead = drawsAt ? drawsAt[row] - offsets[row] : 0;
    for (let i = offsets[row]; i < end; i++) {
      words[at] = ids[i];
      at += randomBits(seed, stream, i + ahead) >= threshold ? 1 : 0;
    }
    return at;
  }

  /** Appends the distinct features in order of first appearance, where each one's rows start, and those rows. */
  private addSegments(idsAt: number): number {
    const { words, slots, counts, rows } = this;
    const startsAt = HEAD_WORDS + rows;
    const featuresAt = startsAt + rows + 1;
    let segments = 0;
    for (let i = featuresAt; i < idsAt; i++) {
      const id = words[i];
      const slot = slots[id];
      if (slot < segments && words[idsAt + slot] === id) {
        counts[slot]++;
      } else {
        slots[id] = segments;
        counts[segments] = 1;
        words[idsAt + segments++] = id;
      }
    }
    let at = idsAt + 2 * segments + 1;
    for (let slot = 0; slot < segments; slot++) {
      words[idsAt + segments + slot] = at;
      at += counts[slot];
      counts[slot] = at - counts[slot];
    }
    words[idsAt + 2 * segments] = at;
    words[HEAD.segments] = segments;
    for (let row = 0; row < rows; row++) {
      const end = words[startsAt + row + 1];
      for (let i = words[startsAt + row]; i < end; i++) words[counts[slots[words[i]]]++] = row;
    }
    return at;
  }
}
