// How rare features are. Inverse document frequency as scikit-learn's TfidfVectorizer has it
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
