// The plan of a batch whose rows are weighted features. Behind the head (plan-head.ts): B labels, B + 1 starts of the rows'
// entries (indices into the plan), N ids, N values as bits of f32, then the segments (segments.ts) with their values, whose places
// are rows.
// Values are TF-IDF with sublinear counts: (1 + ln tf) idf[f], tf being how often the row has the feature, and each row has the
// length 1: Salton & Buckley (1988), "Term-weighting approaches in automatic text retrieval", IPM 24(5); as scikit-learn's
// TfidfVectorizer(sublinear_tf=True).
import type { Examples } from './examples';
import { PLAN, PLAN_HEAD } from './plan-head';
import { beginPlan, type PlanBatch, type PlanStep } from './plan-step';
import { Segments, segmentWords } from './segments';

/** What plans of features are made for. */
export interface SparsePlanShape extends PlanBatch {
  entries: number; // features of a batch at most, repeats of a row counted; see mostIds
  features: number; // above every feature id of the examples
  inputs: number; // V, rows of the table; fewer than features where only some of these are inputs
}

const NO_ID = 0xffffffff;

/** Builds plans of features in one array that is used again and again. */
export class SparsePlan {
  readonly words: Uint32Array<ArrayBuffer>;
  length = 0; // words in use
  readonly segments: Segments;
  private readonly shape: SparsePlanShape;
  private readonly entryOf: Uint32Array<ArrayBuffer>; // by feature: its entry in the row that is read, a sparse set as in segments.ts
  private readonly features: Uint32Array<ArrayBuffer>; // by entry
  private readonly values: Float32Array<ArrayBuffer>; // by entry: tf, then TF-IDF
  private readonly bits: Uint32Array<ArrayBuffer>; // of values
  private weights: Float32Array<ArrayBuffer>; // by feature; 0 = left out
  private inputOf: Uint32Array<ArrayBuffer>; // by feature: row of the table

  /** Words of the longest plan. */
  static words({ batch, entries, inputs }: SparsePlanShape): number {
    return PLAN_HEAD + 2 * batch + 1 + 2 * entries + segmentWords(entries, inputs, true);
  }

  constructor(shape: SparsePlanShape) {
    this.shape = shape;
    this.words = new Uint32Array(SparsePlan.words(shape));
    this.segments = new Segments(shape.inputs, shape.entries);
    this.entryOf = new Uint32Array(shape.features);
    this.features = new Uint32Array(shape.entries);
    this.values = new Float32Array(shape.entries);
    this.bits = new Uint32Array(this.values.buffer);
    this.weights = new Float32Array(shape.features);
    this.inputOf = new Uint32Array(0);
  }

  /** Takes what each feature weighs (its idf); those that weigh something are the inputs, in the order of their ids. */
  setFeatureWeights(weights: Float32Array<ArrayBuffer>): void {
    const { features, inputs } = this.shape;
    this.weights = weights;
    this.inputOf = new Uint32Array(features);
    let input = 0;
    for (let f = 0; f < features; f++) {
      if (inputs === features) this.inputOf[f] = f;
      else if (weights[f] !== 0) this.inputOf[f] = input++;
    }
    if (input > inputs) throw new Error(`${input} features have a weight, not ${inputs}`);
  }

  /** Fills the plan with some rows of the examples; leaves the rates alone. */
  fill(examples: Examples, rows: Uint32Array<ArrayBuffer>, step: PlanStep): void {
    const { words, shape, features, bits, inputOf } = this;
    beginPlan(words, examples, rows, { ...shape, step });
    const from = PLAN_HEAD + 2 * shape.batch + 1;
    const entries = this.takeRows(examples, rows, from);
    words[PLAN.entries] = entries;
    const to = from + entries;
    for (let i = 0; i < entries; i++) words[from + i] = inputOf[features[i]];
    words.set(bits.subarray(0, entries), to);
    if (step.withSegments) {
      const at = to + entries;
      const end = this.segments.open(words, { from, to, at, skip: NO_ID });
      this.writePlaces(from);
      this.length = this.segments.close(words, end + entries);
    } else {
      this.segments.none(words, to + entries);
      this.length = to + entries;
    }
  }

  /** Writes where the rows' entries start, and takes their features and values; gives the number of entries. */
  private takeRows(examples: Examples, rows: Uint32Array<ArrayBuffer>, entriesAt: number): number {
    const { words, shape } = this;
    const startsAt = PLAN_HEAD + shape.batch;
    let entries = 0;
    for (let row = 0; row < rows.length; row++) {
      words[startsAt + row] = entriesAt + entries;
      const end = this.takeRow(examples, rows[row], entries);
      this.weighRow(entries, end);
      entries = end;
    }
    words.fill(entriesAt + entries, startsAt + rows.length, entriesAt);
    return entries;
  }

  /** Counts how often a row has each of its features; gives the end of its entries. */
  private takeRow({ features: lists }: Examples, row: number, start: number): number {
    const { weights, entryOf, features, values, shape } = this;
    let end = start;
    for (let i = lists.offsets[row]; i < lists.offsets[row + 1]; i++) {
      const feature = lists.ids[i];
      if (weights[feature] === 0) continue;
      const entry = entryOf[feature];
      if (entry >= start && entry < end && features[entry] === feature) {
        values[entry]++;
        continue;
      }
      if (end === shape.entries) throw new Error(`a batch has more than ${end} features`);
      entryOf[feature] = end;
      features[end] = feature;
      values[end++] = 1;
    }
    return end;
  }

  /** Turns the counts of a row's entries into TF-IDF. */
  private weighRow(start: number, end: number): void {
    const { weights, features, values } = this;
    let square = 0;
    for (let i = start; i < end; i++) {
      const tf = values[i];
      const value = (tf === 1 ? 1 : 1 + Math.log(tf)) * weights[features[i]];
      values[i] = value;
      square += value * value;
    }
    const scale = 1 / Math.sqrt(square);
    for (let i = start; i < end; i++) values[i] *= scale;
  }

  private writePlaces(entriesAt: number): void {
    const { words, shape, bits } = this;
    const { slots, next } = this.segments;
    const startsAt = PLAN_HEAD + shape.batch;
    const entries = words[PLAN.entries];
    for (let row = 0; row < words[PLAN.rows]; row++) {
      const end = words[startsAt + row + 1];
      for (let i = words[startsAt + row]; i < end; i++) {
        const place = next[slots[words[i]]]++;
        words[place] = row;
        words[place + entries] = bits[i - entriesAt];
      }
    }
  }
}
