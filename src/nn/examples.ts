// Encoded rows with their labels, as every model is given them.

/** Lists of ids, one a row. */
export interface IdLists {
  offsets: Uint32Array<ArrayBuffer>; // rows + 1, into ids
  ids: Uint32Array<ArrayBuffer>;
  drawsAt?: Uint32Array<ArrayBuffer>; // by row: which random draw its first id takes; else that of its offset
}

/** Encoded rows with their labels. */
export interface Examples {
  labels: Uint16Array<ArrayBuffer>; // class of each row; a number that is no class = not known
  features: IdLists; // words and n-grams of each row, known ones only, repeats included
  words: IdLists; // words of each row in their order
}

/** The greatest number of ids that any `batchRows` rows can have together. */
export function mostIds({ offsets }: IdLists, batchRows: number): number {
  const lengths = new Uint32Array(Math.max(0, offsets.length - 1));
  for (let row = 0; row < lengths.length; row++) lengths[row] = offsets[row + 1] - offsets[row];
  lengths.sort();
  return lengths.subarray(-batchRows).reduce((sum, length) => sum + length, 0);
}
