import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { wilson } from '../../src/core/interval';
import { scoresOf } from '../../src/evaluate/metrics';
import { expectClose } from '../support';

interface Case {
  given: number[];
  predicted: number[];
  classes: number;
  accuracy: number;
  interval: number[];
  macroF1: number;
  precision: number[];
  recall: number[];
  f1: number[];
  support: number[];
  confusion: number[][];
}

const path = new URL('./metrics.json', import.meta.url);
const cases = JSON.parse(readFileSync(path, 'utf8')) as Case[];

describe('metrics', () => {
  it.each(cases)('agree with scikit-learn, case %#', (c) => {
    const classes = Array.from({ length: c.classes }, (_, k) => `class ${k}`);
    const trainCounts = classes.map((_, k) => (k === 1 ? 9 : 3));
    const scores = scoresOf({ given: c.given, predicted: c.predicted, classes, trainCounts });
    expectClose([scores.accuracy, scores.macroF1], [c.accuracy, c.macroF1], { rtol: 1e-12 });
    expectClose(scores.interval, c.interval, { rtol: 1e-9 });
    expectClose(
      scores.perClass.map((s) => s.precision),
      c.precision,
      { rtol: 1e-12 },
    );
    expectClose(
      scores.perClass.map((s) => s.recall),
      c.recall,
      { rtol: 1e-12 },
    );
    expectClose(
      scores.perClass.map((s) => s.f1),
      c.f1,
      { rtol: 1e-12 },
    );
    expect(scores.perClass.map((s) => s.support)).toEqual(c.support);
    expect(scores.confusion).toEqual(c.confusion);
    expect(scores.majority.label).toBe('class 1');
    expect(scores.majority.accuracy).toBeCloseTo(c.support[1] / c.given.length, 12);
  });

  it('keep the interval inside 0 to 1 at the edges', () => {
    expect(wilson(0, 10)[0]).toBe(0);
    expect(wilson(10, 10)[1]).toBeCloseTo(1, 12);
    expect(wilson(0, 0)).toEqual([0, 1]);
  });
});
