// The cell of an LSTM in WGSL: a thread owns a unit of a row, neighbours the next units, no barrier. Formula, shapes: op.ts.
// Checked against plain.ts.
import { PLAN_HEAD } from '../../plan-head';
import { SQUASH_WGSL, STEP } from './step';

/** The kernel of lstmCell. */
export const LSTM_CELL_WGSL = /* wgsl */ `
${SQUASH_WGSL}
fn run(thread: u32) {
  if (thread >= batch * units) { return; }
  let row = thread / units;
  let u = thread % units;
  let t = step[${STEP.first}];
  let p = t * batch + row;
  let at = 4 * p * units + u;
  let own = p * units + u;
  var i = 0.0;
  var f = 0.0;
  var g = 0.0;
  var o = 0.0;
  var c = 0.0;
  var h = 0.0;
  if (masked == 0 || t < plan[${PLAN_HEAD} + batch + row]) {
    let bias = biasAt + u;
    i = sigmoid(gates[at] + weights[bias]);
    f = sigmoid(gates[at + units] + weights[bias + units]);
    g = squash(gates[at + 2 * units] + weights[bias + 2 * units]);
    o = sigmoid(gates[at + 3 * units] + weights[bias + 3 * units]);
    c = i * g;
    if (step[${STEP.isStart}] == 0) {
      c += f * cells[select(own - batch * units, own + batch * units, reversed == 1)];
    }
    h = o * squash(c);
  }
  gates[at] = i;
  gates[at + units] = f;
  gates[at + 2 * units] = g;
  gates[at + 3 * units] = o;
  cells[own] = c;
  output[p * outRow + outAt + u] = h;
  if (drops == 1) { h *= mask[thread]; }
  states[own] = h;
}
`;
