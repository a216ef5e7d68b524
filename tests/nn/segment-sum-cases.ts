// Random rows of words and features, and the segments of a plan as lists: what the tests of plans and tables share.
import { STREAM, randomUnit } from '../../src/core/random';
import type { Examples, IdLists } from '../../src/nn/examples';
import { PLAN } from '../../src/nn/plan-head';
import { PIECE_PLACES } from '../../src/nn/segments';

/** Makes id lists of arrays. */
export function idLists(rows: readonly (readonly number[])[]): IdLists {
  const offsets = new Uint32Array(rows.length + 1);
  rows.forEach((row, i) => (offsets[i + 1] = offsets[i] + row.length));
  return { offsets, ids: Uint32Array.from(rows.flat()) };
}

/** Makes examples whose words and features are the same. */
export function examplesOf(
  rows: readonly (readonly number[])[],
  labels: readonly number[],
): Examples {
  const lists = idLists(rows);
  return { labels: Uint16Array.from(labels), features: lists, words: lists };
}

/** Sizes of random examples. */
export interface CaseSizes {
  rows: number;
  tableRows: number; // at least 2; id 0 stands nowhere
  most: number; // ids of a row; every seventh row has none
  classes: number;
}

/** Draws rows in which low ids are frequent, as words are. */
export function drawExamples(
  { rows, tableRows, most, classes }: CaseSizes,
  seed: number,
): Examples {
  let counter = 0;
  const draw = () => randomUnit(seed, STREAM.sample, counter++);
  const ids = Array.from({ length: rows }, (_, row) =>
    Array.from({ length: row % 7 === 6 ? 0 : 1 + Math.floor(draw() * most) }, () => {
      return 1 + Math.floor(draw() ** 3 * (tableRows - 1));
    }),
  );
  return examplesOf(
    ids,
    ids.map(() => Math.floor(draw() * classes)),
  );
}

/** A segment of a plan as lists. */
export interface SegmentList {
  id: number;
  places: number[];
  values: number[]; // bits of weights; empty where there are none
}

/** Reads a plan's segments. */
export function segmentsOf(words: Uint32Array<ArrayBuffer>, isWeighted: boolean): SegmentList[] {
  const count = words[PLAN.segments];
  const at = words[PLAN.segmentsAt];
  const entries = words[PLAN.entries];
  return Array.from({ length: count }, (_, s) => {
    const [start, end] = words.subarray(at + count + s, at + count + s + 2);
    const values = isWeighted ? [...words.subarray(start + entries, end + entries)] : [];
    return { id: words[at + s], places: [...words.subarray(start, end)], values };
  });
}

/** The places of each segment as its pieces hold them: the first ones, then piece by piece. */
export function piecesOf(words: Uint32Array<ArrayBuffer>): number[][] {
  const places = segmentsOf(words, false).map((segment) => segment.places.slice(0, PIECE_PLACES));
  const at = words[PLAN.piecesAt];
  const [pieces, longs] = words.subarray(at, at + 2);
  const starts = at + 3 + 2 * longs;
  for (let long = at + 2; long < at + 2 + longs; long++) {
    for (let piece = words[long + longs]; piece < words[long + longs + 1]; piece++) {
      const [start, end] = [words[starts + piece], words[starts + pieces + piece]];
      if (end - start > PIECE_PLACES || end <= start) throw new Error('a piece of the wrong size');
      places[words[long]].push(...words.subarray(start, end));
    }
  }
  return places;
}
