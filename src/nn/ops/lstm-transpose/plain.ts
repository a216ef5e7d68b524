// The recurrent weights of an LSTM transposed, in plain loops.

/** transposed[j, u] = U[u, j]. */
export function lstmTransposePlain(
  { weights, transposed }: Record<'weights' | 'transposed', Float32Array<ArrayBuffer>>,
  { units, recurrentAt }: Record<'units' | 'recurrentAt', number>,
): void {
  const wide = 4 * units;
  for (let j = 0; j < wide; j++)
    for (let u = 0; u < units; u++) transposed[j * units + u] = weights[recurrentAt + u * wide + j];
}
