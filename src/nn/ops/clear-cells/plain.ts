// Cells set to zero in plain loops.

/** Zeros in 4 * fours cells of x. */
export function clearCellsPlain(
  { x }: { x: Float32Array<ArrayBuffer> },
  { at, fours }: Record<'at' | 'fours', number>,
): void {
  x.fill(0, 4 * at, 4 * (at + fours));
}
