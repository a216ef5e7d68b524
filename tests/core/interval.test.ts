import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { differenceInterval, isWithinChance, wilson } from '../../src/core/interval';
import { expectClose } from '../support';

describe('interval', () => {
  it('agrees with the examples of Newcombe (1998), table II, method 10', () => {
    const of = (x: number, m: number, y: number, n: number) =>
      differenceInterval({ share: x / m, rows: m }, { share: y / n, rows: n });
    expectClose(of(56, 70, 48, 80), [0.0524, 0.3339], { atol: 5e-5, rtol: 0 });
    expectClose(of(9, 10, 3, 10), [0.1705, 0.809], { atol: 5e-5, rtol: 0 });
    expectClose(of(10, 10, 0, 20), [0.6791, 1], { atol: 5e-5, rtol: 0 });
  });

  it('tells two shares apart only when there are rows enough', () => {
    expect(isWithinChance({ share: 0.919, rows: 7582 }, { share: 0.916, rows: 7582 })).toBe(true);
    expect(isWithinChance({ share: 0.919, rows: 7582 }, { share: 0.9, rows: 7582 })).toBe(false);
    expect(isWithinChance({ share: 1, rows: 0 }, { share: 0, rows: 0 })).toBe(true);
  });

  it('always holds the share itself and stays between 0 and 1', () => {
    const counts = fc.nat(100_000).chain((rows) => fc.tuple(fc.nat(rows), fc.constant(rows)));
    fc.assert(
      fc.property(counts, ([hits, rows]) => {
        const [least, most] = wilson(hits, rows);
        const share = rows === 0 ? 0.5 : hits / rows;
        return least >= 0 && most <= 1 && least <= share + 1e-12 && most >= share - 1e-12;
      }),
    );
  });
});
