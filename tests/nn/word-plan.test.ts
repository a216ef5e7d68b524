// Plans of words against the same thing built the slow way.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NO_LABEL, PLAN, PLAN_HEAD } from '../../src/nn/plan-head';
import type { PlanStep } from '../../src/nn/plan-step';
import { WordPlan, type WordPlanShape } from '../../src/nn/word-plan';
import { drawExamples, examplesOf, piecesOf, segmentsOf } from './segment-sum-cases';

const STEP: PlanStep = {
  length: 4,
  step: 3,
  seed: 4294967295,
  outRow: 7,
  lossSlot: 2,
  withSegments: true,
};

const shapes = fc.record({
  batch: fc.integer({ min: 1, max: 40 }),
  length: fc.integer({ min: 1, max: 20 }),
  tableRows: fc.integer({ min: 2, max: 30 }),
  classes: fc.constant(3),
  paddingCounts: fc.boolean(),
  cut: fc.constantFrom('end', 'start'),
});

/** ids[t * B + row] and lengths, cell by cell. */
function naiveWords(rows: number[][], { batch, cut }: WordPlanShape, length: number) {
  const kept = Array.from({ length: batch }, (_, row) => {
    const words = rows.at(row) ?? [];
    return cut === 'end' ? words.slice(0, length) : words.slice(-length);
  });
  const ids = Array.from({ length: length * batch }, (_, p) => {
    return kept[p % batch].at(Math.floor(p / batch)) ?? 0;
  });
  return { ids, lengths: kept.map((words) => words.length) };
}

describe('word plan', () => {
  it('holds labels, lengths, ids by time, and each id with its positions, batch after batch', () => {
    fc.assert(
      fc.property(shapes, fc.nat(1000), fc.nat(100), (shape, seed, percent) => {
        const sizes = { rows: 50, tableRows: shape.tableRows, most: 25, classes: 4 };
        const examples = drawExamples(sizes, seed);
        const { offsets, ids } = examples.words;
        const plan = new WordPlan(shape);
        for (let first = 0; first < 50; first += shape.batch) {
          const length = Math.max(1, Math.round((percent * shape.length) / 100));
          const rows = Uint32Array.from({ length: shape.batch }, (_, i) => first + i);
          const there = rows.filter((row) => row < 50);
          plan.fill(examples, there, { ...STEP, length });
          const { words } = plan;
          const lists = [...there].map((row) => [...ids.subarray(offsets[row], offsets[row + 1])]);
          const expected = naiveWords(lists, shape, length);
          const labels = [...rows].map((row) => examples.labels.at(row) ?? NO_LABEL);
          const at = PLAN_HEAD + 2 * shape.batch;
          expect([...words.subarray(PLAN_HEAD, PLAN_HEAD + shape.batch)]).toEqual(
            labels.map((label) => (label < shape.classes ? label : NO_LABEL)),
          );
          expect([...words.subarray(PLAN_HEAD + shape.batch, at)]).toEqual(expected.lengths);
          expect([...words.subarray(at, at + expected.ids.length)]).toEqual(expected.ids);
          const places = new Map<number, number[]>();
          expected.ids.forEach((id, p) => {
            if (id !== 0 || shape.paddingCounts) places.set(id, [...(places.get(id) ?? []), p]);
          });
          const found = segmentsOf(words, false);
          expect(found.map(({ id, places }) => [id, places])).toEqual([...places]);
          expect(piecesOf(words)).toEqual([...places.values()]);
          expect(plan.length).toBeLessThanOrEqual(WordPlan.words(shape));
          expect(plan.segments.pieces).toBeLessThanOrEqual(plan.segments.mostPieces);
        }
      }),
    );
  });

  it('says what the step needs in its head and leaves the rates alone', () => {
    const shape = { batch: 3, length: 5, tableRows: 9, classes: 2, paddingCounts: false };
    const plan = new WordPlan({ ...shape, cut: 'end' });
    plan.words.fill(77, PLAN.rates, PLAN.rates + 4);
    plan.fill(examplesOf([[5, 6], [8]], [1, 5]), Uint32Array.of(1, 0), STEP);
    const { words } = plan;
    const head = Object.entries(PLAN).map(([name, at]) => [name, words[at]]);
    expect(Object.fromEntries(head)).toEqual({
      rows: 2,
      length: 4,
      segments: 3,
      segmentsAt: PLAN_HEAD + 2 * 3 + 4 * 3,
      outRow: 7,
      lossSlot: 2,
      step: 3,
      seed: 4294967295,
      entries: 3,
      rates: 77,
      piecesAt: PLAN_HEAD + 2 * 3 + 4 * 3 + 3 + 4 + 3,
    });
    expect([...words.subarray(PLAN.rates, PLAN.rates + 4)]).toEqual([77, 77, 77, 77]);
    expect([...words.subarray(PLAN_HEAD, PLAN_HEAD + 3)]).toEqual([NO_LABEL, 1, NO_LABEL]);
  });

  it('leaves the segments out where nothing is trained', () => {
    const plan = new WordPlan({
      ...{ batch: 3, length: 5, tableRows: 9, classes: 2 },
      paddingCounts: true,
      cut: 'end',
    });
    const examples = examplesOf([[5, 6], [8]], [1, 5]);
    plan.fill(examples, Uint32Array.of(1, 0), STEP);
    plan.fill(examples, Uint32Array.of(1, 0), { ...STEP, withSegments: false });
    expect(plan.length).toBe(PLAN_HEAD + 2 * 3 + 4 * 3);
    expect(plan.words[PLAN.segments]).toBe(0);
    expect(plan.segments.segments + plan.segments.pieces + plan.segments.longs).toBe(0);
  });

  it('refuses more rows or longer ones than it was made for', () => {
    const plan = new WordPlan({
      ...{ batch: 1, length: 4, tableRows: 9, classes: 2 },
      paddingCounts: false,
      cut: 'end',
    });
    const examples = examplesOf([[5, 6], [8]], [1, 0]);
    expect(() => plan.fill(examples, Uint32Array.of(1, 0), STEP)).toThrow('2 rows');
    expect(() => plan.fill(examples, Uint32Array.of(1), { ...STEP, length: 5 })).toThrow('5 words');
  });
});
