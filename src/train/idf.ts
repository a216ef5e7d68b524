// How rare features are, and which of them are the strongest. Inverse document frequency as scikit-learn's TfidfVectorizer has it
// with smooth_idf, https://scikit-learn.org/stable/modules/feature_extraction.html#tfidf-term-weighting
import type { IdLists } from '../nn/examples';
import { countRows } from './row-counts';

/** ln((1 + n) / (1 + df)) + 1 of all features, (tableRows): n rows, df of which have the feature. */
export function idfOf(
  features: IdLists,
  rows: Uint32Array<ArrayBuffer>,
  tableRows: number,
): Float32Array<ArrayBuffer> {
  const counts = new Uint32Array(tableRows);
  countRows(features, rows, counts, new Uint32Array(tableRows));
  const idf = new Float32Array(tableRows);
  for (let f = 0; f < tableRows; f++) idf[f] = Math.log((1 + rows.length) / (1 + counts[f])) + 1;
  return idf;
}

/** The weights of the `most` features whose TF-IDF, each row scaled to length 1, sums to most over the rows; others weigh 0. */
export function strongest(
  features: IdLists,
  rows: Uint32Array<ArrayBuffer>,
  idf: Float32Array<ArrayBuffer>,
  most: number,
): Float32Array<ArrayBuffer> {
  const sums = sumTfIdf(features, rows, idf);
  const found = Uint32Array.from(sums.keys()).filter((f) => sums[f] > 0);
  found.sort((a, b) => sums[b] - sums[a] || a - b);
  const kept = new Float32Array(idf.length);
  for (const f of found.subarray(0, most)) kept[f] = idf[f];
  return kept;
}

function sumTfIdf(
  { offsets, ids }: IdLists,
  rows: Uint32Array<ArrayBuffer>,
  idf: Float32Array<ArrayBuffer>,
): Float64Array {
  const sums = new Float64Array(idf.length);
  const counts = new Uint32Array(idf.length); // of the row under way
  for (const row of rows) {
    const own = ids.subarray(offsets[row], offsets[row + 1]);
    for (const f of own) counts[f]++;
    let square = 0; // each of a feature's repeats adds its share of (tf idf)^2
    for (const f of own) square += counts[f] * idf[f] * idf[f];
    const scale = 1 / Math.sqrt(square);
    for (const f of own) sums[f] += idf[f] * scale;
    for (const f of own) counts[f] = 0;
  }
  return sums;
}
