// Plans of weighted features: TF-IDF by scikit-learn's numbers, both directions by a slow construction.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Weighting } from '../../src/core/settings';
import { mostIds } from '../../src/nn/examples';
import { NO_LABEL, PLAN, PLAN_HEAD } from '../../src/nn/plan-head';
import type { PlanStep } from '../../src/nn/plan-step';
import { SparsePlan } from '../../src/nn/sparse-plan';
import { expectClose } from '../support';
import tfIdf from './fixtures/tf-idf.json';
import { drawExamples, examplesOf, piecesOf, segmentsOf } from './segment-sum-cases';

const STEP: PlanStep = {
  length: 0,
  step: 1,
  seed: 5,
  outRow: 0,
  lossSlot: 0,
  withSegments: true,
};

/** Each row's entries, [id, bits of the value]. */
function entriesOf(words: Uint32Array<ArrayBuffer>, batch: number): [number, number][][] {
  return Array.from({ length: batch }, (_, row) => {
    const [start, end] = words.subarray(PLAN_HEAD + batch + row, PLAN_HEAD + batch + row + 2);
    return [...words.subarray(start, end)].map((id, i) => [
      id,
      words[start + words[PLAN.entries] + i],
    ]);
  });
}

function floats(bits: number[]): number[] {
  return [...new Float32Array(Uint32Array.from(bits).buffer)];
}

/** The plan of the fixture's rows with some of its weights, as sorted [id, value]. */
function fixtureRows(
  weights: number[],
  inputs: number,
  weighting: Weighting = 'tf-idf',
): [number, number][][] {
  const { rows } = tfIdf;
  const examples = examplesOf(
    rows,
    rows.map(() => 0),
  );
  const batch = rows.length;
  const entries = mostIds(examples.features, batch);
  const plan = new SparsePlan({
    weighting,
    batch,
    entries,
    features: weights.length,
    inputs,
    classes: 2,
  });
  plan.setFeatureWeights(Float32Array.from(weights));
  plan.fill(examples, Uint32Array.from(rows.keys()), STEP);
  return entriesOf(plan.words, batch).map((row) => {
    const pairs = row.map(([id, bits]): [number, number] => [id, floats([bits])[0]]);
    return pairs.sort(([a], [b]) => a - b);
  });
}

describe('sparse plan', () => {
  it("has scikit-learn's TF-IDF values", () => {
    const { idf, values } = tfIdf;
    const found = fixtureRows(idf, idf.length);
    expect(found.map((row) => row.map(([id]) => id))).toEqual(
      values.map((row) => row.map(([id]) => id)),
    );
    expectClose(
      found.flat().map(([, value]) => value),
      values.flat().map(([, value]) => value),
      { rtol: 1e-6, atol: 1e-8 },
    );
  });

  it.each(['counts', 'binary'] as const)(
    "has scikit-learn's values where features weigh by %s",
    (weighting) => {
      const ones = tfIdf.idf.map(() => 1);
      expect(fixtureRows(ones, ones.length, weighting)).toEqual(tfIdf[weighting]);
    },
  );

  it("has scikit-learn's values where only some features are inputs, numbered in their order", () => {
    const { idf, kept, keptValues } = tfIdf;
    const weights = idf.map((weight, f) => (kept.includes(f) ? weight : 0));
    const found = fixtureRows(weights, kept.length);
    expect(found.map((row) => row.map(([id]) => id))).toEqual(
      keptValues.map((row) => row.map(([id]) => id)),
    );
    expectClose(
      found.flat().map(([, value]) => value),
      keptValues.flat().map(([, value]) => value),
      { rtol: 1e-6, atol: 1e-8 },
    );
  });

  it('holds the same entries by row and by feature, batch after batch', () => {
    const sizes = fc.record({
      rows: fc.integer({ min: 1, max: 90 }),
      tableRows: fc.integer({ min: 2, max: 60 }),
      most: fc.integer({ min: 1, max: 30 }),
      classes: fc.constant(4),
    });
    fc.assert(
      fc.property(sizes, fc.integer({ min: 1, max: 90 }), fc.nat(1000), (size, batch, seed) => {
        const examples = drawExamples(size, seed);
        const { offsets, ids } = examples.features;
        const features = size.tableRows;
        const entries = mostIds(examples.features, batch);
        const shape = {
          batch,
          entries,
          features,
          inputs: features,
          classes: 3,
          weighting: 'tf-idf' as const,
        };
        const plan = new SparsePlan(shape);
        plan.setFeatureWeights(Float32Array.from({ length: features }, (_, f) => f % 5));
        for (let first = 0; first < size.rows; first += batch) {
          const count = Math.min(batch, size.rows - first);
          const rows = Uint32Array.from({ length: count }, (_, i) => first + i);
          plan.fill(examples, rows, STEP);
          const { words } = plan;
          const byRow = entriesOf(words, batch);
          // Ids of a row: each once, in order of first appearance, those without weight left out.
          const expected = Array.from({ length: batch }, (_, i) => {
            const row = i < count ? first + i : size.rows;
            return [...new Set(ids.subarray(offsets[row], offsets[row + 1]))].filter((f) => f % 5);
          });
          expect(byRow.map((row) => row.map(([id]) => id))).toEqual(expected);
          const byFeature = new Map<number, { places: number[]; values: number[] }>();
          byRow.forEach((row, i) =>
            row.forEach(([id, bits]) => {
              const kept = byFeature.get(id) ?? { places: [], values: [] };
              kept.places.push(i);
              kept.values.push(bits);
              byFeature.set(id, kept);
            }),
          );
          expect(segmentsOf(words, true)).toEqual(
            [...byFeature].map(([id, kept]) => ({ id, ...kept })),
          );
          expect(piecesOf(words)).toEqual([...byFeature.values()].map(({ places }) => places));
          const labels = [...rows].map((row) => examples.labels[row]);
          expect([...words.subarray(PLAN_HEAD, PLAN_HEAD + batch)]).toEqual([
            ...labels.map((label) => (label < 3 ? label : NO_LABEL)),
            ...Array<number>(batch - count).fill(NO_LABEL),
          ]);
          expect(plan.length).toBeLessThanOrEqual(SparsePlan.words(shape));
        }
      }),
    );
  });

  it('leaves the segments out where nothing is trained', () => {
    const plan = new SparsePlan({
      weighting: 'tf-idf',
      batch: 2,
      entries: 3,
      features: 9,
      inputs: 9,
      classes: 2,
    });
    plan.setFeatureWeights(new Float32Array(9).fill(1));
    plan.fill(examplesOf([[5, 6, 5]], [1]), Uint32Array.of(0), { ...STEP, withSegments: false });
    expect(plan.length).toBe(PLAN_HEAD + 2 * 2 + 1 + 2 * 2);
    expect(plan.words[PLAN.segments]).toBe(0);
  });

  it('refuses more features than it was made for', () => {
    const plan = new SparsePlan({
      weighting: 'tf-idf',
      batch: 2,
      entries: 2,
      features: 9,
      inputs: 2,
      classes: 2,
    });
    expect(() => plan.setFeatureWeights(new Float32Array(9).fill(1))).toThrow('9 features');
    const all = new SparsePlan({
      weighting: 'tf-idf',
      batch: 2,
      entries: 2,
      features: 9,
      inputs: 9,
      classes: 2,
    });
    all.setFeatureWeights(new Float32Array(9).fill(1));
    expect(() => all.fill(examplesOf([[5, 6, 7]], [1]), Uint32Array.of(0), STEP)).toThrow(
      'more than 2',
    );
  });
});
