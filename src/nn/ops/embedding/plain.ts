// Embeddings of words in plain loops: rows are copied whole.
import { PLAN, PLAN_HEAD } from '../../plan-head';

/** The arrays of embedding; shapes stand in op.ts. */
export interface EmbeddingArrays {
  plan: Uint32Array<ArrayBuffer>;
  table: Float32Array<ArrayBuffer>;
  x: Float32Array<ArrayBuffer>;
}

/** x[p] = table[id of position p]. */
export function embeddingPlain(
  { plan, table, x }: EmbeddingArrays,
  { batch, width }: Record<'batch' | 'width', number>,
): void {
  const idsAt = PLAN_HEAD + 2 * batch;
  const positions = plan[PLAN.length] * batch;
  for (let p = 0; p < positions; p++) {
    const from = plan[idsAt + p] * width;
    const to = p * width;
    for (let d = 0; d < width; d += 4) {
      x[to + d] = table[from + d];
      x[to + d + 1] = table[from + d + 1];
      x[to + d + 2] = table[from + d + 2];
      x[to + d + 3] = table[from + d + 3];
    }
  }
}
