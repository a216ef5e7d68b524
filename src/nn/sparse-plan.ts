// The plan of a batch whose rows are weighted features. Behind the head (plan-head.ts): B labels, B + 1 starts of the rows'
// entries (indices into the plan), N ids, N values as bits of f32, then the segments (segments.ts) with their values, whose places
// are rows.
// Values are of one of three kinds. TF-IDF with sublinear counts: (1 + ln tf) idf[f], tf being how often the row has the feature, and
// each row has the length 1: Salton & Buckley (1988), "Term-weighting approaches in automatic text retrieval", IPM 24(5); as
// scikit-learn's TfidfVectorizer(sublinear_tf=True). Counts: tf, as its CountVectorizer. Binary: 1, as CountVectorizer(binary=True).
import type { Weighting } from '../core/settings';
import type { Examples } from './examples';
import { PLAN, PLAN_HEAD } from './plan-head';
import { beginPlan, type PlanBatch, type PlanStep } from './plan-step';
import { Segments, segmentWords } from './segments';

/** What plans of features are made for. */
export interface SparsePlanShape extends PlanBatch {
  entries: number; // features of a batch at most, repeats of a row counted; see mostIds
  features: number; // above every feature id of the examples
  weighting: Weighting;
  inputs: number; // V, rows of the table; fewer than features where only some of these are inputs
}

/** Builds plans of features in one array that is used again and again. */
export class SparsePlan {
  readonly words: Uint32Array<ArrayBuffer>;
  length = 0; // words in use
  readonly segments: Segments;
  private readonly shape: SparsePlanShape;
  // Every different feature of a batch has a slot, those without weight too. What the tables by feature say is looked up once for
  // each of them: such tables are large, and far from the processor.
  private readonly slotOf: Uint32Array<ArrayBuffer>; // by feature
  private readonly featureOf: Uint32Array<ArrayBuffer>; // by slot
  private readonly weightOf: Float32Array<ArrayBuffer>; // by slot
  private readonly inputOf: Uint32Array<ArrayBuffer>; // by slot: row of the table
  private readonly entryOf: Int32Array<ArrayBuffer>; // by slot: its latest entry
  private readonly slots: Uint32Array<ArrayBuffer>; // by entry
  private readonly values: Float32Array<ArrayBuffer>; // by entry: tf, then what it weighs
  private readonly bits: Uint32Array<ArrayBuffer>; // of values
  private used = 0; // slots
  private weights: Float32Array<ArrayBuffer>; // by feature; 0 = left out
  private inputs: Uint32Array<ArrayBuffer> | null = null; // by feature: row of the table; null = the feature itself

  /** Words of the longest plan. */
  static words({ batch, entries, inputs }: SparsePlanShape): number {
    return PLAN_HEAD + 2 * batch + 1 + 2 * entries + segmentWords(entries, inputs, true);
  }

  constructor(shape: SparsePlanShape) {
    const { entries, features } = shape;
    this.shape = shape;
    this.words = new Uint32Array(SparsePlan.words(shape));
    this.segments = new Segments(entries, entries);
    this.slotOf = new Uint32Array(features);
    this.featureOf = new Uint32Array(entries);
    this.weightOf = new Float32Array(entries);
    this.inputOf = new Uint32Array(entries);
    this.entryOf = new Int32Array(entries);
    this.slots = new Uint32Array(entries);
    this.values = new Float32Array(entries);
    this.bits = new Uint32Array(this.values.buffer);
    this.weights = new Float32Array(features);
  }

  /** Takes what each feature weighs (its idf, or 1); where not all are inputs, those of some weight are, in the order of their ids. */
  setFeatureWeights(weights: Float32Array<ArrayBuffer>): void {
    const { features, inputs } = this.shape;
    this.weights = weights;
    if (inputs === features) return;
    this.inputs = new Uint32Array(features);
    let count = 0;
    for (let f = 0; f < features; f++) if (weights[f] !== 0) this.inputs[f] = count++;
    if (count > inputs) throw new Error(`${count} features have a weight, not ${inputs}`);
  }

  /** Fills the plan with some rows of the examples; leaves the rates alone. */
  fill(examples: Examples, rows: Uint32Array<ArrayBuffer>, step: PlanStep): void {
    const { words, shape, slots, inputOf, bits, segments } = this;
    beginPlan(words, examples, rows, { ...shape, step });
    const from = PLAN_HEAD + 2 * shape.batch + 1;
    const entries = this.takeRows(examples, rows, from);
    words[PLAN.entries] = entries;
    for (let i = 0; i < entries; i++) words[from + i] = inputOf[slots[i]];
    words.set(bits.subarray(0, entries), from + entries);
    const at = from + 2 * entries;
    if (!step.withSegments) {
      segments.none(words, at);
      this.length = at;
      return;
    }
    const end = segments.open(words, at, inputOf.subarray(0, this.used));
    this.writePlaces(from);
    this.length = segments.close(words, end + entries);
  }

  /** Writes where the rows' entries start, and takes them; gives their number. */
  private takeRows(examples: Examples, rows: Uint32Array<ArrayBuffer>, entriesAt: number): number {
    const { words, shape } = this;
    const startsAt = PLAN_HEAD + shape.batch;
    this.used = 0;
    let entries = 0;
    for (let row = 0; row < rows.length; row++) {
      words[startsAt + row] = entriesAt + entries;
      const end = this.takeRow(examples, rows[row], entries);
      if (Math.max(end, this.used) > shape.entries)
        throw new Error(`a batch has more than ${shape.entries} features`);
      this.weighRow(entries, end);
      entries = end;
    }
    words.fill(entriesAt + entries, startsAt + rows.length, entriesAt);
    return entries;
  }

  /** Counts how often a row has each of its features; gives the end of its entries. */
  private takeRow({ features: lists }: Examples, row: number, start: number): number {
    const { slotOf, featureOf, weightOf, entryOf, slots, values } = this;
    const { next } = this.segments;
    const { offsets, ids } = lists;
    const last = offsets[row + 1];
    let end = start;
    for (let i = offsets[row]; i < last; i++) {
      const feature = ids[i];
      let slot = slotOf[feature];
      if (slot >= this.used || featureOf[slot] !== feature) slot = this.addSlot(feature);
      if (weightOf[slot] === 0) continue;
      const entry = entryOf[slot];
      if (entry >= start) {
        values[entry]++;
        continue;
      }
      next[slot]++;
      entryOf[slot] = end;
      slots[end] = slot;
      values[end++] = 1;
    }
    return end;
  }

  private addSlot(feature: number): number {
    const slot = this.used++;
    this.slotOf[feature] = slot;
    this.featureOf[slot] = feature;
    this.weightOf[slot] = this.weights[feature];
    this.inputOf[slot] = this.inputs ? this.inputs[feature] : feature;
    this.entryOf[slot] = -1;
    this.segments.next[slot] = 0;
    return slot;
  }

  /** Turns the counts of a row's entries into what they weigh. */
  private weighRow(start: number, end: number): void {
    const { weighting } = this.shape;
    if (weighting === 'tf-idf') this.scaleRow(start, end);
    else if (weighting === 'binary') this.values.fill(1, start, end);
  }

  /** Turns the counts of a row's entries into TF-IDF. */
  private scaleRow(start: number, end: number): void {
    const { weightOf, slots, values } = this;
    let square = 0;
    for (let i = start; i < end; i++) {
      const tf = values[i];
      const value = (tf === 1 ? 1 : 1 + Math.log(tf)) * weightOf[slots[i]];
      values[i] = value;
      square += value * value;
    }
    const scale = 1 / Math.sqrt(square);
    for (let i = start; i < end; i++) values[i] *= scale;
  }

  private writePlaces(entriesAt: number): void {
    const { words, shape, slots, bits } = this;
    const { next } = this.segments;
    const startsAt = PLAN_HEAD + shape.batch;
    const entries = words[PLAN.entries];
    for (let row = 0; row < words[PLAN.rows]; row++) {
      const end = words[startsAt + row + 1] - entriesAt;
      for (let i = words[startsAt + row] - entriesAt; i < end; i++) {
        const place = next[slots[i]]++;
        words[place] = row;
        words[place + entries] = bits[i];
      }
    }
  }
}
