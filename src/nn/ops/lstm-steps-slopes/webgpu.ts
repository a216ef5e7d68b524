// Back through the recurrent part of an LSTM in WGSL, many steps a dispatch: a group of threads owns 4 * lanes rows, a thread one
// unit of them; dz of the step after stands in the group's memory, four rows to a vector, between two barriers; dc stays in
// registers. Each step reads U^T once for a group. Formula, shapes: op.ts. Checked against plain.ts.
import { PLAN_HEAD, PLAN_HEAD_WGSL } from '../../plan-head';
import { SQUASH_4_WGSL, STEP } from '../lstm-cell/step';

/** The kernel of lstmStepsSlopes. */
export const LSTM_STEPS_SLOPES_WGSL = /* wgsl */ `
${PLAN_HEAD_WGSL}
${SQUASH_4_WGSL}
const wide = 4 * units;
var<workgroup> after: array<vec4f, wide * lanes>;
fn four_gates(p: u32, column: u32) -> vec4f {
  let at = p * wide + column;
  return vec4f(gates[at], gates[at + wide], gates[at + 2 * wide], gates[at + 3 * wide]);
}
fn four_cells(p: u32, u: u32) -> vec4f {
  let at = p * units + u;
  return vec4f(cells[at], cells[at + units], cells[at + 2 * units], cells[at + 3 * units]);
}
fn four_slopes(p: u32, u: u32) -> vec4f {
  let at = p * outRow + outAt + u;
  return vec4f(slopes[at], slopes[at + outRow], slopes[at + 2 * outRow], slopes[at + 3 * outRow]);
}
fn four_masks(row: u32, u: u32) -> vec4f {
  let at = row * units + u;
  return vec4f(mask[at], mask[at + units], mask[at + 2 * units], mask[at + 3 * units]);
}
// 1 for the rows whose word at t counts.
fn four_words(t: u32, row: u32) -> vec4f {
  if (masked == 0) { return vec4f(1); }
  let at = ${PLAN_HEAD} + batch + row;
  return vec4f(vec4u(t) < vec4u(plan[at], plan[at + 1], plan[at + 2], plan[at + 3]));
}
fn store(p: u32, row: u32, column: u32, dz: vec4f) {
  for (var r = 0u; r < 4; r++) {
    if (row + r < batch) { gates[(p + r) * wide + column] = dz[r]; }
  }
}
fn run(group: u32, u: u32) {
  let row = group * 4 * lanes;
  let is_unit = u < units;
  let is_start = step[${STEP.isStart}] == 1;
  let first = step[${STEP.first}] * batch + row;
  let last_time = select(0, plan_length() - 1, reversed == 1);
  var dc: array<vec4f, lanes>;
  if (is_unit && !is_start) {
    let p = select(first + batch, first - batch, reversed == 1);
    for (var l = 0u; l < lanes; l++) {
      let at = (row + 4 * l) * units + u;
      dc[l] = vec4f(carry[at], carry[at + units], carry[at + 2 * units], carry[at + 3 * units]);
      for (var gate = 0u; gate < 4; gate++) {
        after[(gate * units + u) * lanes + l] = four_gates(p + 4 * l, gate * units + u);
      }
    }
  }
  for (var s = 0u; s < step[${STEP.count}]; s++) {
    let t = select(step[${STEP.first}] - s, step[${STEP.first}] + s, reversed == 1);
    var dh: array<vec4f, lanes>;
    for (var l = 0u; l < lanes; l++) { dh[l] = vec4f(0); } // SwiftShader keeps what the last turn of the loop left
    workgroupBarrier();
    if (is_unit && !(is_start && s == 0)) {
      var w = u;
      for (var j = 0u; j < wide; j++) {
        let weight = recurrent[w];
        w += units;
        for (var l = 0u; l < lanes; l++) { dh[l] += weight * after[j * lanes + l]; }
      }
    }
    workgroupBarrier();
    if (is_unit) {
      for (var l = 0u; l < lanes; l++) {
        let own = row + 4 * l;
        let p = t * batch + own;
        let words = four_words(t, own);
        if (drops == 1) { dh[l] *= four_masks(own, u); }
        let h = (dh[l] + four_slopes(p, u)) * words;
        let i = four_gates(p, u);
        let f = four_gates(p, units + u);
        let g = four_gates(p, 2 * units + u);
        let o = four_gates(p, 3 * units + u);
        let c = squash4(four_cells(p, u));
        var before = vec4f(0);
        if (t != last_time) { before = four_cells(select(p - batch, p + batch, reversed == 1), u); }
        let d = words * dc[l] + h * o * (1 - c * c);
        let di = d * g * i * (1 - i);
        let df = d * before * f * (1 - f);
        let dg = d * i * (1 - g * g);
        let do_ = h * c * o * (1 - o);
        dc[l] = d * f;
        after[u * lanes + l] = di;
        after[(units + u) * lanes + l] = df;
        after[(2 * units + u) * lanes + l] = dg;
        after[(3 * units + u) * lanes + l] = do_;
        store(p, own, u, di);
        store(p, own, units + u, df);
        store(p, own, 2 * units + u, dg);
        store(p, own, 3 * units + u, do_);
      }
    }
  }
  if (!is_unit) { return; }
  for (var l = 0u; l < lanes; l++) {
    for (var r = 0u; r < 4; r++) {
      let own = row + 4 * l + r;
      if (own < batch) { carry[own * units + u] = dc[l][r]; }
    }
  }
}
`;
