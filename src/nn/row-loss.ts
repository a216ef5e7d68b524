// What the losses share: one thread takes one row of logits and writes its probabilities, its loss and its slopes.
// A row's loss is multiplied by its class's weight and the mean is over the rows of the plan, as Keras has it; a row that is
// missing or has no label has no loss and no slope. Columns that fill the logits up have no slope either.
import { PLAN, PLAN_HEAD, PLAN_HEAD_WGSL } from './plan-head';

/** Buffers of a loss: logits (B, W), class weights (C), probabilities (R, C) from the plan's outRow on, row losses (B), slopes (B, W). */
export const ROW_LOSS_BUFFERS = {
  plan: 'u32',
  logits: 'f32',
  classWeights: 'f32',
  probabilities: 'f32',
  rowLosses: 'f32',
  slopes: 'f32',
} as const;

/** What a loss writes. */
export const ROW_LOSS_WRITES = ['probabilities', 'rowLosses', 'slopes'] as const;

/** The arrays that a loss's plain loops see. */
export interface RowLossArrays {
  plan: Uint32Array<ArrayBuffer>;
  logits: Float32Array<ArrayBuffer>;
  classWeights: Float32Array<ArrayBuffer>;
  probabilities: Float32Array<ArrayBuffer>;
  rowLosses: Float32Array<ArrayBuffer>;
  slopes: Float32Array<ArrayBuffer>;
}

/** Sizes of a loss, all u32. */
export interface RowLossShape {
  batch: number; // B
  classes: number; // C
  outputs: number; // logits that count: C, or 1 for two classes, then it speaks for the second one
  width: number; // W, cells from one row of logits to the next
  smoothing: number; // of labels, in parts of SMOOTHING_UNIT
  training: number; // 1: slopes are wanted
}

/** Label smoothing travels as a whole number of millionths. */
export const SMOOTHING_UNIT = 1_000_000;

/** One row for plain loops. */
export interface LossRow {
  label: number; // none of the classes where it is not known
  at: number; // first logit
  out: number; // first probability
  slopesAt: number; // first slope; -1 where none are wanted
  share: number; // of the row's loss in the mean
}

/** Runs `take`, which gives the loss, for each row that is there; what has no label gets no loss and no slopes. */
export function forEachRow(
  { plan, classWeights, rowLosses, slopes }: RowLossArrays,
  { batch, classes, width, training }: RowLossShape,
  take: (row: LossRow) => number,
): void {
  const rows = plan[PLAN.rows];
  if (training) slopes.fill(0, 0, batch * width);
  for (let row = 0; row < batch; row++) {
    const label = plan[PLAN_HEAD + row];
    const isLabelled = row < rows && label < classes;
    const weight = isLabelled ? classWeights[label] : 0;
    const at = row * width;
    const slopesAt = isLabelled && training ? at : -1;
    const out = (plan[PLAN.outRow] + row) * classes;
    const loss = row < rows ? take({ label, at, out, slopesAt, share: weight / rows }) : 0;
    rowLosses[row] = isLabelled ? weight * loss : 0;
  }
}

/** Row, label, weight and share of the mean in kernels of losses. */
export const ROW_LOSS_WGSL = /* wgsl */ `
${PLAN_HEAD_WGSL}
struct LossRow { label: u32, is_labelled: bool, at: u32, out: u32, weight: f32 }
fn loss_row(row: u32) -> LossRow {
  let label = plan_label(row);
  let is_labelled = label < classes && row < plan_rows();
  let weight = select(0.0, classWeights[min(label, classes - 1u)], is_labelled);
  return LossRow(label, is_labelled, row * width, (plan[${PLAN.outRow}] + row) * classes, weight);
}
fn no_slopes(at: u32) {
  for (var c = 0u; c < width; c++) { slopes[at + c] = 0.0; }
}
fn no_filler_slopes(at: u32) {
  for (var c = outputs; c < width; c++) { slopes[at + c] = 0.0; }
}
`;
