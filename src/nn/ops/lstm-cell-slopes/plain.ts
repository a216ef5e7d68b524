// Back through the cell of an LSTM in plain loops.
import { PLAN, PLAN_HEAD } from '../../plan-head';
import { STEP, type LstmConstant } from '../lstm-cell/step';

/** The arrays of lstmCellSlopes; shapes stand in op.ts. */
export interface CellSlopeArrays {
  plan: Uint32Array<ArrayBuffer>;
  step: Uint32Array<ArrayBuffer>;
  back: Float32Array<ArrayBuffer>;
  gates: Float32Array<ArrayBuffer>;
  cells: Float32Array<ArrayBuffer>;
  slopes: Float32Array<ArrayBuffer>;
  mask: Float32Array<ArrayBuffer>;
  carry: Float32Array<ArrayBuffer>;
}

/** The constants of lstmCellSlopes. */
export type CellSlopeShape = Record<LstmConstant, number>;

/** The slopes of all rows. */
export function lstmCellSlopesPlain(arrays: CellSlopeArrays, shape: CellSlopeShape): void {
  const { step } = arrays;
  writeCellSlopes(arrays, step[STEP.first], step[STEP.isStart] === 1, shape);
}

/** The slopes of all rows at a time; at the start nothing flows back. */
export function writeCellSlopes(
  arrays: CellSlopeArrays,
  t: number,
  isStart: boolean,
  shape: CellSlopeShape,
): void {
  const { plan, gates, cells, carry } = arrays;
  const { batch, units, reversed, masked } = shape;
  const last = reversed ? plan[PLAN.length] - 1 : 0; // where the state was fresh
  const none = new Float32Array(units);
  if (isStart) carry.fill(0);
  const given = isStart ? { ...arrays, back: new Float32Array(batch * units) } : arrays;
  for (let row = 0; row < batch; row++) {
    const p = t * batch + row;
    const before = reversed ? p + batch : p - batch;
    if (masked && t >= plan[PLAN_HEAD + batch + row]) {
      gates.fill(0, 4 * p * units, 4 * (p + 1) * units);
      carry.fill(0, row * units, (row + 1) * units);
    } else if (t === last) writeSlopes(given, none, 0, { ...shape, p, row });
    else writeSlopes(given, cells, before * units, { ...shape, p, row });
  }
}

function writeSlopes(
  { back, gates, cells, slopes, mask, carry }: CellSlopeArrays,
  before: Float32Array<ArrayBuffer>,
  beforeAt: number,
  { p, row, units, outRow, outAt, drops }: CellSlopeShape & { p: number; row: number },
): void {
  const at = 4 * p * units;
  const cellsAt = p * units;
  const out = p * outRow + outAt;
  const rowAt = row * units;
  for (let u = 0; u < units; u++) {
    const iAt = at + u;
    const fAt = iAt + units;
    const gAt = fAt + units;
    const oAt = gAt + units;
    const i = gates[iAt];
    const f = gates[fAt];
    const g = gates[gAt];
    const o = gates[oAt];
    const c = 1 - 2 / (1 + Math.exp(2 * cells[cellsAt + u])); // tanh
    const flows = drops ? back[rowAt + u] * mask[rowAt + u] : back[rowAt + u];
    const h = flows + slopes[out + u];
    const dc = carry[rowAt + u] + h * o * (1 - c * c);
    gates[iAt] = dc * g * i * (1 - i);
    gates[fAt] = dc * before[beforeAt + u] * f * (1 - f);
    gates[gAt] = dc * i * (1 - g * g);
    gates[oAt] = h * c * o * (1 - o);
    carry[rowAt + u] = dc * f;
  }
}
