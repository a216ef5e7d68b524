// The recurrent part of an LSTM in WGSL, one step a dispatch, without barriers: a thread owns four units of four rows, neighbours
// the next four units, so that 16 numbers of U serve four rows and 64 sums stay in registers. Formula, shapes: op.ts.
// Checked against plain.ts.
import { PLAN_HEAD, PLAN_HEAD_WGSL } from '../../plan-head';
import { SQUASH_WGSL, STEP, STEP_ROWS } from './step';

const GATES = ['i', 'f', 'g', 'o'];
const LANES = ['x', 'y', 'z', 'w'];
const ROW_LIST = Array.from({ length: STEP_ROWS }, (_, r) => r);

function lines<T>(items: readonly T[], write: (item: T, at: number) => string): string {
  return items.map(write).join('\n');
}

/** The kernel of lstmForward. */
export const LSTM_FORWARD_WGSL = /* wgsl */ `
${PLAN_HEAD_WGSL}
${SQUASH_WGSL}
const quads = units / 4;
fn write_cell(row: u32, q: u32, zi: vec4f, zf: vec4f, zg: vec4f, zo: vec4f) {
  if (row >= batch) { return; }
  let t = step[${STEP.first}];
  let p = t * batch + row;
  var i = vec4f(0);
  var f = vec4f(0);
  var g = vec4f(0);
  var o = vec4f(0);
  var c = vec4f(0);
  var h = vec4f(0);
  if (masked == 0 || t < plan[${PLAN_HEAD} + batch + row]) {
    i = sigmoid(zi);
    f = sigmoid(zf);
    g = squash(zg);
    o = sigmoid(zo);
    c = i * g;
    if (step[${STEP.isStart}] == 0) { c += f * cells[(select(p - batch, p + batch, reversed == 1)) * quads + q]; }
    h = o * squash(c);
  }
  let at = p * units + q;
  gates[at] = i;
  gates[at + quads] = f;
  gates[at + 2 * quads] = g;
  gates[at + 3 * quads] = o;
  cells[p * quads + q] = c;
  output[(p * outRow + outAt) / 4 + q] = h;
  if (drops == 1) { h *= mask[row * quads + q]; }
  states[p * quads + q] = h;
}
fn run(thread: u32) {
  let row = thread / quads * ${STEP_ROWS};
  if (row >= batch) { return; }
  let q = thread % quads;
  let p = step[${STEP.first}] * batch + row;
${lines(GATES, (gate, n) => `  let bias_${gate} = weights[biasAt / 4 + ${n} * quads + q];`)}
${lines(ROW_LIST, (r) => lines(GATES, (gate, n) => `  var ${gate}${r} = gates[(p + ${r}) * units + ${n} * quads + q] + bias_${gate};`))}
  if (fused == 1 && step[${STEP.isStart}] == 0) {
    var w = recurrentAt / 4 + q;
    var s = select(p - batch, p + batch, reversed == 1) * quads;
    for (var k = 0u; k < quads; k++) {
${lines(ROW_LIST, (r) => `      let h${r} = states[s + ${r} * quads];`)}
      s++;
${lines(
  LANES,
  (lane) => `      {
${lines(GATES, (gate, n) => `        let u${gate} = weights[w + ${n} * quads];`)}
${lines(ROW_LIST, (r) => lines(GATES, (gate) => `        ${gate}${r} += h${r}.${lane} * u${gate};`))}
        w += units;
      }`,
)}
    }
  }
${lines(ROW_LIST, (r) => `  write_cell(row + ${r}, q, i${r}, f${r}, g${r}, o${r});`)}
}
`;
