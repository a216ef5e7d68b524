// How often words stand in texts of each class: what telling and leaking words are found in.

/** Counts of words by class. Word w has the entries starts[w] to starts[w + 1], one for each class in which it stands. */
export interface ClassCounts {
  starts: Uint32Array<ArrayBuffer>; // words + 1
  labels: Uint16Array<ArrayBuffer>; // class index of each entry
  times: Uint32Array<ArrayBuffer>; // how often the word stands in texts of the class
  rows: Uint32Array<ArrayBuffer>; // in how many of them
}

/** Counts as they come, side by side and in any order; no pair of word and class twice. */
export interface PairCounts {
  words: Uint32Array; // word number of each pair
  labels: Uint32Array;
  times: Uint32Array;
  rows: Uint32Array;
}

/** Sorts counts by their words. */
export function sortCounts(wordCount: number, pairs: PairCounts): ClassCounts {
  const starts = new Uint32Array(wordCount + 1);
  for (const word of pairs.words) starts[word + 1]++;
  for (let word = 0; word < wordCount; word++) starts[word + 1] += starts[word];
  const next = starts.slice();
  const labels = new Uint16Array(pairs.words.length);
  const times = new Uint32Array(pairs.words.length);
  const rows = new Uint32Array(pairs.words.length);
  pairs.words.forEach((word, i) => {
    const at = next[word]++;
    labels[at] = pairs.labels[i];
    times[at] = pairs.times[i];
    rows[at] = pairs.rows[i];
  });
  return { starts, labels, times, rows };
}
