import { describe, expect, it } from 'vitest';
import { importanceOf } from '../../src/train/importance';
import { expectClose } from '../support';

/** Rows as lists of features, with their labels. */
function examplesOf(rows: number[][], labels: number[]) {
  const offsets = new Uint32Array(rows.length + 1);
  rows.forEach((row, i) => (offsets[i + 1] = offsets[i] + row.length));
  const lists = { offsets, ids: Uint32Array.from(rows.flat()) };
  return { labels: Uint16Array.from(labels), features: lists, words: lists };
}

describe('importance', () => {
  const rows = [[0, 1, 1], [0], [0, 2], [2, 0, 4]];
  const labels = [0, 0, 1, 1];
  const all = Uint32Array.of(0, 1, 2, 3);

  it('is the log-count ratio of Wang & Manning plus the floor, repeats in a row counted once', () => {
    // Both classes have two rows, so the prior terms cancel; smoothing 0.3, floor 0.2.
    const ratio = (own: number, other: number) => Math.abs(Math.log((own + 0.3) / (other + 0.3)));
    const expected = [ratio(2, 2), ratio(1, 0), ratio(0, 2), 0, ratio(0, 1)].map((r) => r + 0.2);
    expectClose(importanceOf(examplesOf(rows, labels), all, 5), expected, { rtol: 1e-6 });
  });

  it('looks at the given rows alone', () => {
    const some = importanceOf(examplesOf(rows, labels), Uint32Array.of(0, 2), 5);
    expect(some[4]).toBeCloseTo(0.2, 6);
    const changed = [...rows.slice(0, 3), [3, 3, 3]];
    expect(importanceOf(examplesOf(changed, labels), Uint32Array.of(0, 2), 5)).toEqual(some);
  });
});
