// Random encoded rows for tests of ops, models and training.
import { STREAM, randomUnit } from '../../src/core/random';
import type { Examples } from '../../src/nn/examples';

/** Sizes of random examples. */
export interface ExampleSizes {
  rows: number;
  tableRows: number;
  classes: number;
  mostFeatures: number; // of a row; every seventh row has none
}

/** Draws rows whose features repeat within a row and across rows, some rows without any; words are the same ids. */
export function randomExamples(sizes: ExampleSizes, seed = 1): Examples {
  let counter = 0;
  const below = (n: number) => Math.floor(randomUnit(seed, STREAM.sample, counter++) * n);
  const offsets = new Uint32Array(sizes.rows + 1);
  const drawn: number[] = [];
  for (let row = 0; row < sizes.rows; row++) {
    const count = row % 7 === 6 ? 0 : 1 + below(sizes.mostFeatures);
    for (let i = 0; i < count; i++)
      drawn.push(Math.min(below(sizes.tableRows), below(sizes.tableRows)));
    offsets[row + 1] = drawn.length;
  }
  const labels = Uint16Array.from({ length: sizes.rows }, () => below(sizes.classes));
  const lists = { offsets, ids: Uint32Array.from(drawn) };
  return { labels, features: lists, words: lists };
}

/** All row indices of some examples. */
export function allRows(examples: Examples): Uint32Array<ArrayBuffer> {
  return Uint32Array.from(examples.labels, (_, row) => row);
}

/** Even random numbers in [-1, 1). */
export function randomFloats(length: number, seed: number): Float32Array<ArrayBuffer> {
  return Float32Array.from({ length }, (_, i) => 2 * randomUnit(seed, STREAM.sample, i) - 1);
}
