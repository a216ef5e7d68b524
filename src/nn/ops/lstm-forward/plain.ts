// The recurrent part of an LSTM in plain loops.
import { PLAN_HEAD } from '../../plan-head';
import { STEP, type ForwardConstant } from './step';

/** The arrays of lstmForward; shapes stand in op.ts. */
export interface LstmArrays {
  plan: Uint32Array<ArrayBuffer>;
  step: Uint32Array<ArrayBuffer>;
  weights: Float32Array<ArrayBuffer>;
  gates: Float32Array<ArrayBuffer>;
  cells: Float32Array<ArrayBuffer>;
  states: Float32Array<ArrayBuffer>;
  output: Float32Array<ArrayBuffer>;
  mask: Float32Array<ArrayBuffer>;
}

type LstmShape = Record<ForwardConstant, number>;

/** Computes the steps one after another. */
export function lstmForwardPlain(arrays: LstmArrays, shape: LstmShape): void {
  const { plan, step, cells } = arrays;
  const { batch, units, reversed, masked } = shape;
  const z = new Float64Array(4 * units);
  const before = new Float64Array(units);
  for (let s = 0; s < step[STEP.count]; s++) {
    const t = step[STEP.first] + (reversed ? -s : s);
    const isStart = s === 0 && step[STEP.isStart] === 1;
    for (let row = 0; row < batch; row++) {
      const position = t * batch + row;
      if (masked && t >= plan[PLAN_HEAD + batch + row]) {
        skip(arrays, position, shape);
        continue;
      }
      const last = position + (reversed ? batch : -batch);
      gather(arrays, z, { position, last: isStart ? null : last }, shape);
      if (isStart) before.fill(0);
      else before.set(cells.subarray(last * units, (last + 1) * units));
      writeCell(arrays, z, before, { position, row, ...shape });
    }
  }
}

function skip(arrays: LstmArrays, position: number, { units, outRow, outAt }: LstmShape): void {
  const { gates, cells, states, output } = arrays;
  gates.fill(0, 4 * position * units, 4 * (position + 1) * units);
  cells.fill(0, position * units, (position + 1) * units);
  states.fill(0, position * units, (position + 1) * units);
  output.fill(0, position * outRow + outAt, position * outRow + outAt + units);
}

/** z = x W + b, and if it is to be made here + h' U. */
function gather(
  { weights, gates, states }: LstmArrays,
  z: Float64Array,
  { position, last }: { position: number; last: number | null },
  { units, recurrentAt, biasAt, fused }: LstmShape,
): void {
  const width = 4 * units;
  for (let j = 0, at = position * width; j < width; j++) z[j] = gates[at + j] + weights[biasAt + j];
  if (!fused || last === null) return;
  for (let k = 0; k < units; k++) {
    const h = states[last * units + k];
    for (let j = 0, at = recurrentAt + k * width; j < width; j++) z[j] += h * weights[at + j];
  }
}

function writeCell(
  { gates, cells, states, output, mask }: LstmArrays,
  z: Float64Array,
  before: Float64Array,
  shape: LstmShape & { position: number; row: number },
): void {
  const { position, row, units, outRow, outAt, drops } = shape;
  const gatesAt = 4 * position * units;
  const cellsAt = position * units;
  const out = position * outRow + outAt;
  for (let u = 0; u < units; u++) {
    const i = 1 / (1 + Math.exp(-z[u]));
    const f = 1 / (1 + Math.exp(-z[units + u]));
    const g = 1 - 2 / (1 + Math.exp(2 * z[2 * units + u])); // tanh, at half the price of Math.tanh
    const o = 1 / (1 + Math.exp(-z[3 * units + u]));
    const c = f * before[u] + i * g;
    const h = o * (1 - 2 / (1 + Math.exp(2 * c)));
    gates[gatesAt + u] = i;
    gates[gatesAt + units + u] = f;
    gates[gatesAt + 2 * units + u] = g;
    gates[gatesAt + 3 * units + u] = o;
    cells[cellsAt + u] = c;
    output[out + u] = h;
    states[cellsAt + u] = drops ? h * mask[row * units + u] : h;
  }
}
