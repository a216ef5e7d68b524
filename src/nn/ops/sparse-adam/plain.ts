// The row-sparse Adam step in plain loops, four numbers of an embedding at a time.
import { BETA1, BETA2 } from '../../adam';
import { HEAD, HEAD_WORDS } from '../../plan';

/** The arrays of sparseAdam; shapes stand in op.ts. */
export interface SparseArrays {
  plan: Uint32Array<ArrayBuffer>;
  slopes: Float32Array<ArrayBuffer>;
  w: Float32Array<ArrayBuffer>;
  m: Float32Array<ArrayBuffer>;
  v: Float32Array<ArrayBuffer>;
  rates: Float32Array<ArrayBuffer>;
}

/** One lazy Adam step of the table rows that the plan names. */
export function sparseAdamPlain(arrays: SparseArrays, { width }: { width: number }): void {
  const { plan, slopes, w, m, v, rates } = arrays;
  const segments = plan[HEAD.segments];
  const ids = HEAD_WORDS + 2 * plan[HEAD.rows] + 1 + plan[HEAD.features];
  const stepSize = rates[0];
  const epsilon = rates[1];
  for (let segment = 0; segment < segments; segment++) {
    const row = plan[ids + segment] * width;
    const start = plan[ids + segments + segment];
    const end = plan[ids + segments + segment + 1];
    for (let d = 0; d < width; d += 4) {
      let a = 0;
      let b = 0;
      let c = 0;
      let e = 0;
      for (let i = start; i < end; i++) {
        const at = plan[i] * width + d;
        a += slopes[at];
        b += slopes[at + 1];
        c += slopes[at + 2];
        e += slopes[at + 3];
      }
      const at = row + d;
      const ma = (m[at] = BETA1 * m[at] + (1 - BETA1) * a);
      const mb = (m[at + 1] = BETA1 * m[at + 1] + (1 - BETA1) * b);
      const mc = (m[at + 2] = BETA1 * m[at + 2] + (1 - BETA1) * c);
      const me = (m[at + 3] = BETA1 * m[at + 3] + (1 - BETA1) * e);
      const va = (v[at] = BETA2 * v[at] + (1 - BETA2) * a * a);
      const vb = (v[at + 1] = BETA2 * v[at + 1] + (1 - BETA2) * b * b);
      const vc = (v[at + 2] = BETA2 * v[at + 2] + (1 - BETA2) * c * c);
      const ve = (v[at + 3] = BETA2 * v[at + 3] + (1 - BETA2) * e * e);
      w[at] -= (stepSize * ma) / (Math.sqrt(va) + epsilon);
      w[at + 1] -= (stepSize * mb) / (Math.sqrt(vb) + epsilon);
      w[at + 2] -= (stepSize * mc) / (Math.sqrt(vc) + epsilon);
      w[at + 3] -= (stepSize * me) / (Math.sqrt(ve) + epsilon);
    }
  }
}
