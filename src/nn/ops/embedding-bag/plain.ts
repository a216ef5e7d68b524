// The embedding bag in plain loops: four numbers of an embedding at a time, so that the sums stay in registers.
import { HEAD, HEAD_WORDS } from '../../plan';

/** The arrays of embeddingBag; shapes stand in op.ts. */
export interface BagArrays {
  plan: Uint32Array<ArrayBuffer>;
  table: Float32Array<ArrayBuffer>;
  bags: Float32Array<ArrayBuffer>;
}

/** bags[row] = mean of the table's rows named by the row's features; zeros for a row without features. */
export function embeddingBagPlain(arrays: BagArrays, { width }: { width: number }): void {
  const { plan, table, bags } = arrays;
  const rows = plan[HEAD.rows];
  for (let row = 0; row < rows; row++) {
    const start = plan[HEAD_WORDS + rows + row];
    const end = plan[HEAD_WORDS + rows + row + 1];
    const scale = 1 / Math.max(1, end - start);
    for (let d = 0; d < width; d += 4) {
      let a = 0;
      let b = 0;
      let c = 0;
      let e = 0;
      for (let i = start; i < end; i++) {
        const at = plan[i] * width + d;
        a += table[at];
        b += table[at + 1];
        c += table[at + 2];
        e += table[at + 3];
      }
      const out = row * width + d;
      bags[out] = a * scale;
      bags[out + 1] = b * scale;
      bags[out + 2] = c * scale;
      bags[out + 3] = e * scale;
    }
  }
}
