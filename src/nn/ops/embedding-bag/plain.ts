// The embedding bag in plain loops: four numbers of an embedding at a time, so that the sums stay in registers.
import { HEAD, HEAD_WORDS } from '../../plan';

/** The arrays of embeddingBag; shapes stand in op.ts. */
export interface BagArrays {
  plan: Uint32Array<ArrayBuffer>;
  table: Float32Array<ArrayBuffer>;
  importance: Float32Array<ArrayBuffer>;
  bags: Float32Array<ArrayBuffer>;
  scales: Float32Array<ArrayBuffer>;
}

/** bags[row] = weighted mean of the table's rows named by the row's features; zeros for a row without features. */
export function embeddingBagPlain(arrays: BagArrays, { width }: { width: number }): void {
  const { plan, table, importance, bags, scales } = arrays;
  const rows = plan[HEAD.rows];
  for (let row = 0; row < rows; row++) {
    const start = plan[HEAD_WORDS + rows + row];
    const end = plan[HEAD_WORDS + rows + row + 1];
    let total = 0;
    for (let i = start; i < end; i++) total += importance[plan[i]];
    const scale = total > 0 ? 1 / total : 0;
    scales[row] = scale;
    const out = row * width;
    for (let d = 0; d < width; d += 4) {
      let a = 0;
      let b = 0;
      let c = 0;
      let e = 0;
      for (let i = start; i < end; i++) {
        const id = plan[i];
        const weight = importance[id];
        const at = id * width + d;
        a += weight * table[at];
        b += weight * table[at + 1];
        c += weight * table[at + 2];
        e += weight * table[at + 3];
      }
      bags[out + d] = a * scale;
      bags[out + d + 1] = b * scale;
      bags[out + d + 2] = c * scale;
      bags[out + d + 3] = e * scale;
    }
  }
}
