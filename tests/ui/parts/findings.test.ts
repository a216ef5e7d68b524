import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  bestEpoch,
  blurredPair,
  hasModel,
  isNoBetter,
  majorityOf,
  roughly,
} from '../../../src/ui/parts/findings';
import { A_DATASET, BLURRED, aRun } from '../a-run';

describe('the pair that blurs', () => {
  it('is the two classes most often taken for each other, both ways counted', () => {
    expect(blurredPair(BLURRED)).toEqual({ a: 2, b: 3, rows: 18 });
  });

  it('is none where mistakes are spread, few, or lie between the only two classes', () => {
    const even = BLURRED.map((_, g) => BLURRED.map((_, p) => (g === p ? 90 : 3)));
    const few = even.map((row, g) =>
      row.map((_, p) => (g === p ? 100 : g === 0 && p === 1 ? 4 : 0)),
    );
    expect(blurredPair(even)).toBeNull();
    expect(blurredPair(few)).toBeNull();
    expect(
      blurredPair([
        [50, 20],
        [20, 50],
      ]),
    ).toBeNull();
  });

  it('never depends on which class comes first', () => {
    const square = fc.integer({ min: 2, max: 6 }).chain((n) =>
      fc.array(fc.array(fc.nat(50), { minLength: n, maxLength: n }), {
        minLength: n,
        maxLength: n,
      }),
    );
    fc.assert(
      fc.property(square, (confusion) => {
        const turned = confusion.map((_, g) => confusion.map((row) => row[g]));
        expect(blurredPair(turned)).toEqual(blurredPair(confusion));
      }),
    );
  });
});

describe('a share in words', () => {
  it('names the nearest tenth only when it is near', () => {
    expect(roughly(0.919)).toEqual({ kind: 'ten', right: 9 });
    expect(roughly(0.86)).toEqual({ kind: 'between', least: 8 });
    expect(roughly(0.97)).toEqual({ kind: 'hundred', wrong: 3 });
    expect(roughly(0.999)).toEqual({ kind: 'all' });
    expect(roughly(1)).toEqual({ kind: 'every' });
    expect(roughly(0.04)).toEqual({ kind: 'between', least: 0 });
    expect(roughly(0)).toEqual({ kind: 'ten', right: 0 });
  });

  it('can be said for every share', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (share) => {
        const said = roughly(share);
        if (said.kind === 'ten')
          expect(Math.abs(share * 10 - said.right)).toBeLessThanOrEqual(0.25);
        if (said.kind === 'hundred') expect([1, 2, 3, 4, 5, 6]).toContain(said.wrong);
        if (said.kind === 'between') expect(share * 10).toBeGreaterThan(said.least);
      }),
    );
  });
});

describe('no better than the commonest class', () => {
  it('is told when the interval reaches down to it', () => {
    expect(isNoBetter(0.3, 61, 0.25)).toBe(true);
    expect(isNoBetter(0.3, 7600, 0.25)).toBe(false);
    expect(isNoBetter(0.25, 7600, 0.25)).toBe(true);
  });

  it('is judged against the commonest class of the training part', () => {
    expect(majorityOf(A_DATASET)).toEqual({ label: 'World', share: 0.26 });
    expect(majorityOf({ ...A_DATASET, train: null })).toBeNull();
  });

  it('is the commonest answer to what is asked', () => {
    const one = majorityOf(A_DATASET, { kind: 'one', first: '1', second: '' });
    expect(one).toEqual({ label: '¬ World', share: 0.74 });
    const two = majorityOf(A_DATASET, { kind: 'two', first: '4', second: '1' });
    expect(two).toEqual({ label: 'World', share: 0.52 });
    expect(majorityOf(A_DATASET, { kind: 'two', first: 'x', second: 'y' })).toBeNull();
  });
});

describe('epochs and runs', () => {
  const epoch = (n: number, accuracy: number, loss: number) => ({
    epoch: n,
    trainLoss: 1,
    validationLoss: loss,
    validationAccuracy: accuracy,
    seconds: n,
  });

  it('the best epoch is the most accurate, of equals the one with the lower loss', () => {
    expect(bestEpoch([epoch(1, 0.8, 0.6), epoch(2, 0.9, 0.5), epoch(3, 0.9, 0.4)])?.epoch).toBe(3);
    expect(bestEpoch([epoch(1, 0.9, 0.4), epoch(2, 0.9, 0.4)])?.epoch).toBe(1);
    expect(bestEpoch([])).toBeNull();
  });

  it('no epoch is the best where nothing was kept aside to choose by', () => {
    const unchecked = aRun().epochs.map((epoch) => ({
      ...epoch,
      validationLoss: NaN,
      validationAccuracy: NaN,
    }));
    expect(bestEpoch(unchecked)).toBeNull();
  });

  it('a run has a model once an epoch is done, also when it broke off later', () => {
    expect(hasModel(aRun())).toBe(true);
    expect(hasModel(aRun({ status: 'failed' }))).toBe(true);
    expect(hasModel(aRun({ status: 'failed', bestEpoch: null }))).toBe(false);
    expect(hasModel(aRun({ status: 'running' }))).toBe(false);
  });
});
