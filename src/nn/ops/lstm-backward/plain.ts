// Back through the recurrent part of an LSTM in plain loops.
import { PLAN, PLAN_HEAD } from '../../plan-head';
import { STEP, type BackwardConstant } from '../lstm-forward/step';

/** The arrays of lstmBackward; shapes stand in op.ts. */
export interface LstmSlopeArrays {
  plan: Uint32Array<ArrayBuffer>;
  step: Uint32Array<ArrayBuffer>;
  recurrent: Float32Array<ArrayBuffer>;
  gates: Float32Array<ArrayBuffer>;
  cells: Float32Array<ArrayBuffer>;
  slopes: Float32Array<ArrayBuffer>;
  mask: Float32Array<ArrayBuffer>;
  carry: Float32Array<ArrayBuffer>;
}

type LstmShape = Record<BackwardConstant, number>;

/** Computes the steps one after another. */
export function lstmBackwardPlain(arrays: LstmSlopeArrays, shape: LstmShape): void {
  const { plan, step, gates, carry } = arrays;
  const { batch, units, reversed, masked } = shape;
  const dh = new Float64Array(units);
  for (let s = 0; s < step[STEP.count]; s++) {
    const t = step[STEP.first] + (reversed ? s : -s);
    const isStart = s === 0 && step[STEP.isStart] === 1;
    if (isStart) carry.fill(0);
    for (let row = 0; row < batch; row++) {
      const position = t * batch + row;
      if (masked && t >= plan[PLAN_HEAD + batch + row]) {
        gates.fill(0, 4 * position * units, 4 * (position + 1) * units);
        carry.fill(0, row * units, (row + 1) * units);
        continue;
      }
      if (isStart) dh.fill(0);
      else flowBack(arrays, dh, { position, row }, shape);
      // The first word's cell began from nothing.
      const end = masked ? plan[PLAN_HEAD + batch + row] : plan[PLAN.length];
      const isFirst = t === (reversed ? end - 1 : 0);
      writeSlopes(arrays, dh, { position, row, isFirst, ...shape });
    }
  }
}

/** dh = m dz' U^T. */
function flowBack(
  { recurrent, gates, mask }: LstmSlopeArrays,
  dh: Float64Array,
  { position, row }: { position: number; row: number },
  { batch, units, reversed, fused, drops }: LstmShape,
): void {
  if (fused) {
    dh.fill(0);
    const at = 4 * units * (reversed ? position - batch : position + batch);
    for (let j = 0; j < 4 * units; j++) {
      const dz = gates[at + j];
      for (let u = 0, from = j * units; u < units; u++) dh[u] += dz * recurrent[from + u];
    }
  } else dh.set(recurrent.subarray(row * units, (row + 1) * units));
  if (drops) for (let u = 0; u < units; u++) dh[u] *= mask[row * units + u];
}

function writeSlopes(
  { gates, cells, slopes, carry }: LstmSlopeArrays,
  dh: Float64Array,
  shape: LstmShape & { position: number; row: number; isFirst: boolean },
): void {
  const { position, row, isFirst, batch, units, reversed, outRow, outAt } = shape;
  const at = 4 * position * units;
  const cellsAt = position * units;
  const beforeAt = (reversed ? position + batch : position - batch) * units;
  const from = position * outRow + outAt;
  for (let u = 0; u < units; u++) {
    const i = gates[at + u];
    const f = gates[at + units + u];
    const g = gates[at + 2 * units + u];
    const o = gates[at + 3 * units + u];
    const c = 1 - 2 / (1 + Math.exp(2 * cells[cellsAt + u])); // tanh
    const h = dh[u] + slopes[from + u];
    const dc = carry[row * units + u] + h * o * (1 - c * c);
    gates[at + u] = dc * g * i * (1 - i);
    gates[at + units + u] = isFirst ? 0 : dc * cells[beforeAt + u] * f * (1 - f);
    gates[at + 2 * units + u] = dc * i * (1 - g * g);
    gates[at + 3 * units + u] = h * c * o * (1 - o);
    carry[row * units + u] = dc * f;
  }
}
