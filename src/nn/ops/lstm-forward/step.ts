// The small buffer that tells the recurrent kernels of an LSTM which time steps a dispatch computes.

/** Where each number stands in the buffer `step`. */
export const STEP = {
  first: 0, // time of the first step; the next ones follow in the direction of the pass
  count: 1, // steps
  isStart: 2, // 1 = nothing was computed before: the state, or what flows back, is zero
} as const;

/** Words of `step`. */
export const STEP_WORDS = 4;

/** Rows of a thread, of the kernels that do one step. */
export const STEP_ROWS = 4;

/** What the recurrent kernels know of a layer; at most a few layers of a network, so each has pipelines of its own. */
export type LstmConstant =
  | 'batch' // B
  | 'units' // H, a multiple of 4
  | 'reversed' // 1 = from the last word to the first
  | 'masked' // 1 = words behind a row's end are skipped
  | 'drops' // 1 = `mask` drops parts of the state
  | 'fused'; // 1 = the product with the recurrent weights is made here; 0 = it was made before

/** Constants of the forward ops: cells of `output` from row to row and the first of them; where U (H, 4H) and b (4H) stand in `weights`. */
export type ForwardConstant = LstmConstant | 'outRow' | 'outAt' | 'recurrentAt' | 'biasAt';

/** Constants of the backward ops: cells of `slopes` from row to row, and the first of them. */
export type BackwardConstant = LstmConstant | 'outRow' | 'outAt';

/** Squashing functions for kernels; their arguments are held where exp and tanh are safe on every device. */
export const SQUASH_WGSL = /* wgsl */ `
fn sigmoid(x: vec4f) -> vec4f { return 1 / (1 + exp(-clamp(x, vec4f(-40), vec4f(40)))); }
fn squash(x: vec4f) -> vec4f { return tanh(clamp(x, vec4f(-20), vec4f(20))); }
`;
