// The head of a network's batch plan: what every step tells the kernels in one write. Behind it stand the labels, and then what
// the plan is of: rows of words (word-plan.ts) or rows of weighted features (sparse-plan.ts).
// A network always computes whole batches of `batch` rows; where rows are missing they have no label, no words and no features.

/** Where each number stands in a plan. */
export const PLAN = {
  rows: 0, // that are really there; the mean loss is over them
  length: 1, // T, words of each row
  segments: 2, // S, different ids of the batch
  segmentsAt: 3, // where the segments stand: S ids, S + 1 starts, then the places behind them; all indices into the plan
  outRow: 4, // row of the results at which this batch's begin
  lossSlot: 5,
  step: 6, // for random numbers
  seed: 7,
  entries: 8, // words or features of all rows
  rates: 9, // four f32 as bits; see optimizer.ts
  piecesAt: 13, // where the pieces of long segments stand; see segments.ts
} as const;

/** Words of the head; labels begin here. */
export const PLAN_HEAD = 16;

/** The label of a row that is missing or has none. */
export const NO_LABEL = 0xffffffff;

/** Functions for kernels whose buffer is called `plan`; those of rows need the constant `batch`. */
export const PLAN_HEAD_WGSL = /* wgsl */ `
fn plan_rows() -> u32 { return plan[${PLAN.rows}]; }
fn plan_length() -> u32 { return plan[${PLAN.length}]; }
fn plan_segments() -> u32 { return plan[${PLAN.segments}]; }
fn plan_label(row: u32) -> u32 { return plan[${PLAN_HEAD} + row]; }
fn segment_id(segment: u32) -> u32 { return plan[plan[${PLAN.segmentsAt}] + segment]; }
fn segment_start(segment: u32) -> u32 { return plan[plan[${PLAN.segmentsAt}] + plan_segments() + segment]; }
`;
