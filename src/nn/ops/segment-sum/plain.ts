// Sums over segments in plain loops: each segment at once, so that nothing is left to join.
import { PLAN } from '../../plan-head';

/** The arrays of segmentSum; shapes stand in op.ts. */
export interface SegmentSumArrays {
  plan: Uint32Array<ArrayBuffer>;
  dy: Float32Array<ArrayBuffer>;
  g: Float32Array<ArrayBuffer>;
}

/** g[segment] = sum over its places of [value *] dy[place]; in f64 where there are several, rounded once. */
export function segmentSumPlain(
  { plan, dy, g }: SegmentSumArrays,
  { width, weighted, join }: Record<'width' | 'weighted' | 'join', number>,
): void {
  if (join) return;
  const values = new Float32Array(plan.buffer, plan.byteOffset, plan.length);
  const entries = plan[PLAN.entries];
  const segments = plan[PLAN.segments];
  const idsAt = plan[PLAN.segmentsAt];
  const sums = new Float64Array(width);
  for (let segment = 0; segment < segments; segment++) {
    const start = plan[idsAt + segments + segment];
    const end = plan[idsAt + segments + segment + 1];
    const out = segment * width;
    // Most ids stand in one place: no sum is needed.
    const isOne = end - start === 1;
    for (let j = start; j < end; j++) {
      const value = weighted ? values[j + entries] : 1;
      const from = plan[j] * width;
      if (isOne) for (let d = 0; d < width; d++) g[out + d] = value * dy[from + d];
      else if (j === start) for (let d = 0; d < width; d++) sums[d] = value * dy[from + d];
      else for (let d = 0; d < width; d++) sums[d] += value * dy[from + d];
    }
    if (!isOne) for (let d = 0; d < width; d++) g[out + d] = sums[d];
  }
}
