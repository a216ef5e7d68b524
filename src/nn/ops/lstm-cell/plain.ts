// The cell of an LSTM in plain loops. exp alone makes the squashing functions: tanh(x) = 1 - 2 / (1 + exp(2x)) takes half the time
// of Math.tanh and is as exact as f32 can show.
import { PLAN_HEAD } from '../../plan-head';
import { STEP, type CellConstant } from './step';

/** The arrays of lstmCell; shapes stand in op.ts. */
export interface CellArrays {
  plan: Uint32Array<ArrayBuffer>;
  step: Uint32Array<ArrayBuffer>;
  weights: Float32Array<ArrayBuffer>;
  gates: Float32Array<ArrayBuffer>;
  cells: Float32Array<ArrayBuffer>;
  states: Float32Array<ArrayBuffer>;
  output: Float32Array<ArrayBuffer>;
  mask: Float32Array<ArrayBuffer>;
}

/** The constants of lstmCell. */
export type CellShape = Record<CellConstant, number>;

/** The cells of all rows. */
export function lstmCellPlain(arrays: CellArrays, shape: CellShape): void {
  const { step } = arrays;
  writeCells(arrays, step[STEP.first], step[STEP.isStart] === 1, shape);
}

/** The cells of all rows at a time. */
export function writeCells(
  arrays: CellArrays,
  t: number,
  isStart: boolean,
  shape: CellShape,
): void {
  const { plan, cells } = arrays;
  const { batch, units, reversed, masked } = shape;
  const none = new Float32Array(units);
  for (let row = 0; row < batch; row++) {
    const p = t * batch + row;
    const before = reversed ? p + batch : p - batch;
    if (masked && t >= plan[PLAN_HEAD + batch + row]) skip(arrays, p, shape);
    else if (isStart) writeCell(arrays, none, 0, { ...shape, p, row });
    else writeCell(arrays, cells, before * units, { ...shape, p, row });
  }
}

function skip(arrays: CellArrays, p: number, { units, outRow, outAt }: CellShape): void {
  const { gates, cells, states, output } = arrays;
  gates.fill(0, 4 * p * units, 4 * (p + 1) * units);
  cells.fill(0, p * units, (p + 1) * units);
  states.fill(0, p * units, (p + 1) * units);
  output.fill(0, p * outRow + outAt, p * outRow + outAt + units);
}

function writeCell(
  { weights, gates, cells, states, output, mask }: CellArrays,
  before: Float32Array<ArrayBuffer>,
  beforeAt: number,
  { p, row, units, biasAt, outRow, outAt, drops }: CellShape & { p: number; row: number },
): void {
  const at = 4 * p * units;
  const cellsAt = p * units;
  const out = p * outRow + outAt;
  const maskAt = row * units;
  for (let u = 0; u < units; u++) {
    const iAt = at + u;
    const fAt = iAt + units;
    const gAt = fAt + units;
    const oAt = gAt + units;
    const bias = biasAt + u;
    const i = 1 / (1 + Math.exp(-gates[iAt] - weights[bias]));
    const f = 1 / (1 + Math.exp(-gates[fAt] - weights[bias + units]));
    const g = 1 - 2 / (1 + Math.exp(2 * (gates[gAt] + weights[bias + 2 * units])));
    const o = 1 / (1 + Math.exp(-gates[oAt] - weights[bias + 3 * units]));
    const c = f * before[beforeAt + u] + i * g;
    const h = o * (1 - 2 / (1 + Math.exp(2 * c)));
    gates[iAt] = i;
    gates[fAt] = f;
    gates[gAt] = g;
    gates[oAt] = o;
    cells[cellsAt + u] = c;
    output[out + u] = h;
    states[cellsAt + u] = drops ? h * mask[maskAt + u] : h;
  }
}
