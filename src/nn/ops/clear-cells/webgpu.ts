// Cells set to zero in WGSL, four by each thread. Binding: x. Checked against plain.ts.

/** The kernel of clearCells. */
export const CLEAR_CELLS_WGSL = /* wgsl */ `
fn run(i: u32) {
  if (i < fours) { x[at + i] = vec4f(0); }
}
`;
