// Which features are the strongest: those that weigh most over all rows. Of counts that is what scikit-learn's CountVectorizer keeps
// with max_features.
import type { Weighting } from '../core/settings';
import type { IdLists } from '../nn/examples';

/** What features weigh, and how the weights of a row come about. */
export interface Weighing {
  weights: Float32Array<ArrayBuffer>; // by feature
  by: Weighting;
}

/** The weights of the `most` features whose values sum to most over the rows; others weigh 0. */
export function strongest(
  features: IdLists,
  rows: Uint32Array<ArrayBuffer>,
  weighing: Weighing,
  most: number,
): Float32Array<ArrayBuffer> {
  const { weights } = weighing;
  const sums = sumValues(features, rows, weighing);
  const found = Uint32Array.from(sums.keys()).filter((f) => sums[f] > 0);
  found.sort((a, b) => sums[b] - sums[a] || a - b);
  const kept = new Float32Array(weights.length);
  for (const f of found.subarray(0, most)) kept[f] = weights[f];
  return kept;
}

function sumValues(
  { offsets, ids }: IdLists,
  rows: Uint32Array<ArrayBuffer>,
  { weights, by }: Weighing,
): Float64Array {
  const sums = new Float64Array(weights.length);
  const counts = new Uint32Array(weights.length); // of the row under way
  for (const row of rows) {
    const own = ids.subarray(offsets[row], offsets[row + 1]);
    for (const f of own) counts[f]++;
    let square = 0; // each of a feature's repeats adds its share of (tf idf)^2
    for (const f of own) square += counts[f] * weights[f] * weights[f];
    const scale = by === 'tf-idf' ? 1 / Math.sqrt(square) : 1;
    for (const f of own) sums[f] += (weights[f] * scale) / (by === 'binary' ? counts[f] : 1);
    for (const f of own) counts[f] = 0;
  }
  return sums;
}
