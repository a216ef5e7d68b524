// Back through the recurrent part of an LSTM in WGSL, one step a dispatch, without barriers: a thread owns four units of four
// rows, neighbours the next four units. Formula, shapes: op.ts. Checked against plain.ts.
import { PLAN_HEAD, PLAN_HEAD_WGSL } from '../../plan-head';
import { SQUASH_WGSL, STEP, STEP_ROWS } from '../lstm-forward/step';

const LANES = ['x', 'y', 'z', 'w'];
const ROW_LIST = Array.from({ length: STEP_ROWS }, (_, r) => r);

function lines<T>(items: readonly T[], write: (item: T, at: number) => string): string {
  return items.map(write).join('\n');
}

/** The kernel of lstmBackward. */
export const LSTM_BACKWARD_WGSL = /* wgsl */ `
${PLAN_HEAD_WGSL}
${SQUASH_WGSL}
const quads = units / 4;
fn write_slopes(row: u32, q: u32, back: vec4f) {
  if (row >= batch) { return; }
  let t = step[${STEP.first}];
  let p = t * batch + row;
  let at = p * units + q;
  let own = row * quads + q;
  if (masked == 1 && t >= plan[${PLAN_HEAD} + batch + row]) {
    gates[at] = vec4f(0);
    gates[at + quads] = vec4f(0);
    gates[at + 2 * quads] = vec4f(0);
    gates[at + 3 * quads] = vec4f(0);
    carry[own] = vec4f(0);
    return;
  }
  var h = back;
  if (drops == 1) { h *= mask[own]; }
  h += slopes[(p * outRow + outAt) / 4 + q];
  let i = gates[at];
  let f = gates[at + quads];
  let g = gates[at + 2 * quads];
  let o = gates[at + 3 * quads];
  let c = squash(cells[p * quads + q]);
  var dc = h * o * (1 - c * c);
  if (step[${STEP.isStart}] == 0) { dc += carry[own]; }
  var before = vec4f(0);
  if (t != select(0, plan_length() - 1, reversed == 1)) {
    before = cells[select(p - batch, p + batch, reversed == 1) * quads + q];
  }
  gates[at] = dc * g * i * (1 - i);
  gates[at + quads] = dc * before * f * (1 - f);
  gates[at + 2 * quads] = dc * i * (1 - g * g);
  gates[at + 3 * quads] = h * c * o * (1 - o);
  carry[own] = dc * f;
}
fn run(thread: u32) {
  let row = thread / quads * ${STEP_ROWS};
  if (row >= batch) { return; }
  let q = thread % quads;
  let p = step[${STEP.first}] * batch + row;
${lines(ROW_LIST, (r) => `  var h${r} = vec4f(0);`)}
  if (step[${STEP.isStart}] == 0) {
    if (fused == 0) {
${lines(ROW_LIST, (r) => `      h${r} = recurrent[(row + ${r}) * quads + q];`)}
    } else {
      var w = q;
      var s = select(p + batch, p - batch, reversed == 1) * units;
      for (var j = 0u; j < units; j++) {
${lines(ROW_LIST, (r) => `        let z${r} = gates[s + ${r} * units];`)}
        s++;
${lines(
  LANES,
  (lane, n) => `        let u${n} = recurrent[w + ${n} * quads];
${lines(ROW_LIST, (r) => `        h${r} += z${r}.${lane} * u${n};`)}`,
)}
        w += units;
      }
    }
  }
${lines(ROW_LIST, (r) => `  write_slopes(row + ${r}, q, h${r});`)}
}
`;
