// What plans of words and of features begin with alike: the head's numbers for a step, and the labels.
import type { Examples } from './examples';
import { NO_LABEL, PLAN, PLAN_HEAD } from './plan-head';

/** What a plan says besides its rows. */
export interface PlanStep {
  length: number; // T; 0 for models that read no words
  step: number;
  seed: number; // u32
  outRow: number;
  lossSlot: number;
  withSegments: boolean; // for the slopes of tables; prediction does without
}

/** Sizes that both kinds of plan know. */
export interface PlanBatch {
  batch: number; // B
  classes: number; // a label that is none of them becomes NO_LABEL
}

/** Writes the head but for segments, entries and rates, then the labels of `batch` rows. */
export function beginPlan(
  words: Uint32Array<ArrayBuffer>,
  { labels }: Examples,
  rows: Uint32Array<ArrayBuffer>,
  { batch, classes, step }: PlanBatch & { step: PlanStep },
): void {
  if (rows.length > batch) throw new Error(`${rows.length} rows for a batch of ${batch}`);
  words[PLAN.rows] = rows.length;
  words[PLAN.length] = step.length;
  words[PLAN.outRow] = step.outRow;
  words[PLAN.lossSlot] = step.lossSlot;
  words[PLAN.step] = step.step;
  words[PLAN.seed] = step.seed;
  for (let i = 0; i < rows.length; i++) {
    const label = labels[rows[i]];
    words[PLAN_HEAD + i] = label < classes ? label : NO_LABEL;
  }
  words.fill(NO_LABEL, PLAN_HEAD + rows.length, PLAN_HEAD + batch);
}
