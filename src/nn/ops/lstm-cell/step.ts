// What the recurrent kernels of an LSTM share: the small buffer that names a dispatch's time steps, their constants, and how the
// gates are squashed.

/** Where each number stands in the buffer `step`. */
export const STEP = {
  first: 0, // time of the first step; the next ones follow in the direction of the pass
  isStart: 1, // 1 = nothing was computed before: the state, or what flows back, is zero
  count: 2, // steps; for the kernels of one step 1
} as const;

/** Words of `step`. */
export const STEP_WORDS = 4;

/** What the recurrent kernels know of a layer; a network has a few layers, so each has pipelines of its own. */
export type LstmConstant =
  | 'batch' // B
  | 'units' // H
  | 'reversed' // 1 = from the last word to the first
  | 'masked' // 1 = words behind a row's end are skipped
  | 'drops' // 1 = `mask` drops parts of the state
  | 'outRow' // cells of the output from row to row
  | 'outAt'; // the first of them

/** Constants of the forward kernels: where b (4H) stands among the parameters. */
export type CellConstant = LstmConstant | 'biasAt';

/** Squashing functions for kernels; their arguments are held where exp and tanh are safe on every device. */
export const SQUASH_WGSL = /* wgsl */ `
fn sigmoid(x: f32) -> f32 { return 1 / (1 + exp(-clamp(x, -40, 40))); }
fn squash(x: f32) -> f32 { return tanh(clamp(x, -20, 20)); }
`;

/** The same for four numbers. */
export const SQUASH_4_WGSL = /* wgsl */ `
fn sigmoid4(x: vec4f) -> vec4f { return 1 / (1 + exp(-clamp(x, vec4f(-40), vec4f(40)))); }
fn squash4(x: vec4f) -> vec4f { return tanh(clamp(x, vec4f(-20), vec4f(20))); }
`;
