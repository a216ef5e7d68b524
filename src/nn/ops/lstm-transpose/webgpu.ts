// The recurrent weights of an LSTM transposed, in WGSL, one thread a number; neighbours write neighbouring cells. Bindings: weights,
// transposed (4H, H). Checked against plain.ts.

/** The kernel of lstmTranspose. */
export const LSTM_TRANSPOSE_WGSL = /* wgsl */ `
fn run(i: u32) {
  if (i < 4 * units * units) { transposed[i] = weights[recurrentAt + i % units * 4 * units + i / units]; }
}
`;
