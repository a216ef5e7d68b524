// The batch plan: both directions hold the same pairs, and dropout draws the same whatever the batch.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { STREAM, randomUnit } from '../../src/core/random';
import { mostIds } from '../../src/nn/examples';
import { BatchPlan, HEAD, HEAD_WORDS, planWords } from '../../src/nn/plan';
import { allRows, randomExamples } from './random-examples';

interface Pairs {
  byRow: number[][]; // features of each row
  byFeature: Map<number, number[]>; // rows of each distinct feature
}

function pairsOf({ words, rows, segments }: BatchPlan): Pairs {
  const starts = HEAD_WORDS + rows;
  const between = (at: number) => [...words.subarray(words[at], words[at + 1])];
  const byRow = Array.from({ length: rows }, (_, row) => between(starts + row));
  const ids = starts + rows + 1 + words[HEAD.features];
  const entries = Array.from({ length: segments }, (_, i): [number, number[]] => [
    words[ids + i],
    between(ids + segments + i),
  ]);
  return { byRow, byFeature: new Map(entries) };
}

const sizes = fc.record({
  rows: fc.integer({ min: 1, max: 60 }),
  tableRows: fc.integer({ min: 1, max: 100 }),
  classes: fc.constant(3),
  mostFeatures: fc.integer({ min: 1, max: 30 }),
});

describe('batch plan', () => {
  it('holds the same pairs by row and by feature, batch after batch', () => {
    fc.assert(
      fc.property(sizes, fc.integer({ min: 0, max: 100 }), (size, seed) => {
        const examples = randomExamples(size, seed);
        const plan = new BatchPlan(size.tableRows, 20, mostIds(examples.features, 20));
        for (let start = 0; start < size.rows; start += 20) {
          const end = Math.min(start + 20, size.rows);
          plan.fill(examples, allRows(examples), [start, end], { share: 0.4, seed, epoch: 1 });
          const { byRow, byFeature } = pairsOf(plan);
          const expected = new Map<number, number[]>();
          byRow.forEach((features, row) =>
            features.forEach((id) => expected.set(id, [...(expected.get(id) ?? []), row])),
          );
          expect(byFeature).toEqual(expected);
          expect(plan.length).toBeLessThanOrEqual(planWords(20, mostIds(examples.features, 20)));
        }
      }),
    );
  });

  it('drops each feature by a draw that depends on seed, epoch and place alone', () => {
    const examples = randomExamples({ rows: 40, tableRows: 30, classes: 2, mostFeatures: 20 });
    const kept = (row: number) => {
      const { offsets, ids } = examples.features;
      return Array.from(ids.keys())
        .slice(offsets[row], offsets[row + 1])
        .filter((i) => randomUnit(9, STREAM.dropout + 16 * 2, i) >= 0.3)
        .map((i) => ids[i]);
    };
    const plan = new BatchPlan(30, 40, mostIds(examples.features, 40));
    const order = Uint32Array.of(5, 17, 2);
    plan.fill(examples, order, [1, 3], { share: 0.3, seed: 9, epoch: 2 });
    expect(pairsOf(plan).byRow).toEqual([kept(17), kept(2)]);
    expect([...plan.words.subarray(HEAD_WORDS, HEAD_WORDS + 2)]).toEqual([
      examples.labels[17],
      examples.labels[2],
    ]);
  });

  it('leaves the segments out where nothing is trained, and grows for a long row', () => {
    const examples = randomExamples({ rows: 5, tableRows: 9, classes: 2, mostFeatures: 50 });
    const plan = new BatchPlan(0, 1, 1);
    plan.fill(examples, allRows(examples), [0, 5], null);
    expect(plan.segments).toBe(0);
    expect(pairsOf(plan).byRow.flat()).toEqual([...examples.features.ids]);
  });
});
