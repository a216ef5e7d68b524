// The recurrent part of an LSTM in WGSL, many steps a dispatch: a group of threads owns 4 * lanes rows, a thread one unit of them;
// the rows' states stand in the group's memory, four rows to a vector, twice, so that one barrier a step is enough; c stays in
// registers. Each step reads U once for a group: 16 H^2 bytes from cache for 32 lanes H^2 FLOP. Formula, shapes: op.ts.
// Checked against plain.ts.
import { PLAN_HEAD, PLAN_HEAD_WGSL } from '../../plan-head';
import { SQUASH_4_WGSL, STEP } from '../lstm-cell/step';

/** The kernel of lstmSteps. */
export const LSTM_STEPS_WGSL = /* wgsl */ `
${PLAN_HEAD_WGSL}
${SQUASH_4_WGSL}
const wide = 4 * units;
var<workgroup> shared_states: array<vec4f, 2 * units * lanes>;
fn four_states(p: u32, u: u32) -> vec4f {
  let at = p * units + u;
  return vec4f(states[at], states[at + units], states[at + 2 * units], states[at + 3 * units]);
}
fn four_cells(p: u32, u: u32) -> vec4f {
  let at = p * units + u;
  return vec4f(cells[at], cells[at + units], cells[at + 2 * units], cells[at + 3 * units]);
}
fn four_gates(p: u32, column: u32) -> vec4f {
  let at = p * wide + column;
  return weights[biasAt + column] + vec4f(gates[at], gates[at + wide], gates[at + 2 * wide], gates[at + 3 * wide]);
}
fn run(group: u32, u: u32) {
  let row = group * 4 * lanes;
  let is_unit = u < units;
  let is_start = step[${STEP.isStart}] == 1;
  let first = step[${STEP.first}] * batch + row;
  var c: array<vec4f, lanes>;
  if (is_unit) {
    let before = select(first - batch, first + batch, reversed == 1);
    for (var l = 0u; l < lanes; l++) {
      var h = vec4f(0);
      if (!is_start) {
        h = four_states(before + 4 * l, u);
        c[l] = four_cells(before + 4 * l, u);
      }
      shared_states[u * lanes + l] = h;
    }
  }
  workgroupBarrier();
  for (var s = 0u; s < step[${STEP.count}]; s++) {
    let t = select(step[${STEP.first}] + s, step[${STEP.first}] - s, reversed == 1);
    let old = (s & 1) * units * lanes;
    if (is_unit) {
      var i: array<vec4f, lanes>;
      var f: array<vec4f, lanes>;
      var g: array<vec4f, lanes>;
      var o: array<vec4f, lanes>;
      for (var l = 0u; l < lanes; l++) {
        let p = t * batch + row + 4 * l;
        i[l] = four_gates(p, u);
        f[l] = four_gates(p, units + u);
        g[l] = four_gates(p, 2 * units + u);
        o[l] = four_gates(p, 3 * units + u);
      }
      if (!(is_start && s == 0)) {
        var w = recurrentAt + u;
        for (var k = 0u; k < units; k++) {
          let wi = weights[w];
          let wf = weights[w + units];
          let wg = weights[w + 2 * units];
          let wo = weights[w + 3 * units];
          w += wide;
          for (var l = 0u; l < lanes; l++) {
            let h = shared_states[old + k * lanes + l];
            i[l] += wi * h;
            f[l] += wf * h;
            g[l] += wg * h;
            o[l] += wo * h;
          }
        }
      }
      for (var l = 0u; l < lanes; l++) {
        i[l] = sigmoid4(i[l]);
        f[l] = sigmoid4(f[l]);
        g[l] = squash4(g[l]);
        o[l] = sigmoid4(o[l]);
        c[l] = f[l] * c[l] + i[l] * g[l];
        var h = o[l] * squash4(c[l]);
        for (var r = 0u; r < 4; r++) {
          let own = row + 4 * l + r;
          if (own >= batch) { break; }
          let p = t * batch + own;
          let is_word = masked == 0 || t < plan[${PLAN_HEAD} + batch + own];
          if (!is_word) {
            c[l][r] = 0;
            h[r] = 0;
          }
          let at = p * wide + u;
          gates[at] = select(0, i[l][r], is_word);
          gates[at + units] = select(0, f[l][r], is_word);
          gates[at + 2 * units] = select(0, g[l][r], is_word);
          gates[at + 3 * units] = select(0, o[l][r], is_word);
          cells[p * units + u] = c[l][r];
          output[p * outRow + outAt + u] = h[r];
          if (drops == 1) { h[r] *= mask[own * units + u]; }
          states[p * units + u] = h[r];
        }
        shared_states[units * lanes - old + u * lanes + l] = h;
      }
    }
    workgroupBarrier();
  }
}
`;
