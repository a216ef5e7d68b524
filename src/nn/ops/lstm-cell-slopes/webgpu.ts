// Back through the cell of an LSTM in WGSL: a thread owns a unit of a row, neighbours the next units, no barrier. Formula, shapes:
// op.ts. Checked against plain.ts.
import { PLAN_HEAD, PLAN_HEAD_WGSL } from '../../plan-head';
import { SQUASH_WGSL, STEP } from '../lstm-cell/step';

/** The kernel of lstmCellSlopes. */
export const LSTM_CELL_SLOPES_WGSL = /* wgsl */ `
${PLAN_HEAD_WGSL}
${SQUASH_WGSL}
fn run(thread: u32) {
  if (thread >= batch * units) { return; }
  let row = thread / units;
  let u = thread % units;
  let t = step[${STEP.first}];
  let p = t * batch + row;
  let at = 4 * p * units + u;
  let own = p * units + u;
  if (masked == 1 && t >= plan[${PLAN_HEAD} + batch + row]) {
    gates[at] = 0;
    gates[at + units] = 0;
    gates[at + 2 * units] = 0;
    gates[at + 3 * units] = 0;
    carry[thread] = 0;
    return;
  }
  var h = 0.0;
  var dc = 0.0;
  if (step[${STEP.isStart}] == 0) {
    h = back[thread];
    dc = carry[thread];
    if (drops == 1) { h *= mask[thread]; }
  }
  h += slopes[p * outRow + outAt + u];
  let i = gates[at];
  let f = gates[at + units];
  let g = gates[at + 2 * units];
  let o = gates[at + 3 * units];
  let c = squash(cells[own]);
  dc += h * o * (1 - c * c);
  var before = 0.0;
  if (t != select(0, plan_length() - 1, reversed == 1)) {
    before = cells[select(own - batch * units, own + batch * units, reversed == 1)];
  }
  gates[at] = dc * g * i * (1 - i);
  gates[at + units] = dc * before * f * (1 - f);
  gates[at + 2 * units] = dc * i * (1 - g * g);
  gates[at + 3 * units] = h * c * o * (1 - o);
  carry[thread] = dc * f;
}
`;
