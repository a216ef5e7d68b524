import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assignRows } from '../../src/clean/split';
import { NO_LABEL } from '../../src/core/types';

const labelled = fc
  .array(fc.tuple(fc.nat(3), fc.boolean()), { minLength: 1, maxLength: 300 })
  .map((rows) => ({
    labels: Uint16Array.from(rows, ([label]) => label),
    dropped: Uint8Array.from(rows, ([, isDropped]) => (isDropped ? 9 : 0)),
  }));
const split = fc.record({
  validationShare: fc.integer({ min: 0, max: 50 }).map((percent) => percent / 100),
  seed: fc.nat(),
});

describe('the division of rows', () => {
  it('puts every kept row into exactly one set, and no dropped row into any', () => {
    fc.assert(
      fc.property(labelled, split, fc.boolean(), ({ labels, dropped }, settings, hasTest) => {
        const assignment = assignRows(
          { labels, dropped, testLabels: hasTest ? new Uint16Array(7) : null },
          settings,
        );
        const { train, validation, test, testIsHeldOut } = assignment;
        expect(testIsHeldOut).toBe(!hasTest);
        if (hasTest) expect(Array.from(test)).toEqual([0, 1, 2, 3, 4, 5, 6]);
        const all = [...train, ...validation, ...(hasTest ? [] : test)].sort((a, b) => a - b);
        expect(all).toEqual(Array.from(dropped.keys()).filter((row) => dropped[row] === 0));
      }),
    );
  });

  it('takes the same share of each class, rounded, and leaves one row at least', () => {
    fc.assert(
      fc.property(labelled, split, ({ labels, dropped }, settings) => {
        const { validation } = assignRows(
          { labels, dropped, testLabels: new Uint16Array(1) },
          settings,
        );
        for (const label of [0, 1, 2, 3]) {
          const kept = labels.filter((each, row) => each === label && dropped[row] === 0).length;
          const taken = validation.filter((row) => labels[row] === label).length;
          const wanted = Math.floor(kept * settings.validationShare + 0.5);
          expect(taken).toBe(Math.max(0, Math.min(wanted, kept - 1)));
        }
      }),
    );
  });

  it('gives ascending rows, the same for the same seed and others for another', () => {
    const labels = new Uint16Array(1000).map((_, row) => row % 4);
    const dropped = new Uint8Array(1000);
    const divide = (seed: number) =>
      assignRows({ labels, dropped, testLabels: null }, { validationShare: 0.1, seed });
    const first = divide(1);
    expect(divide(1)).toEqual(first);
    expect(divide(2).validation).not.toEqual(first.validation);
    for (const rows of [first.train, first.validation, first.test])
      expect(rows).toEqual(rows.slice().sort());
    expect([first.train.length, first.validation.length, first.test.length]).toEqual([
      808, 92, 100,
    ]);
  });

  it('leaves rows without a label out of every set', () => {
    const labels = Uint16Array.from([0, NO_LABEL, 1, 0, NO_LABEL, 1]);
    const testLabels = Uint16Array.from([NO_LABEL, 1, 0]);
    const settings = { validationShare: 0.5, seed: 1 };
    const divided = assignRows({ labels, dropped: new Uint8Array(6), testLabels }, settings);
    const used = [...divided.train, ...divided.validation].sort();
    expect(used).toEqual([0, 2, 3, 5]);
    expect(Array.from(divided.test)).toEqual([1, 2]);
  });

  it('hardly changes when a row is added', () => {
    const divide = (rows: number) =>
      assignRows(
        {
          labels: new Uint16Array(rows),
          dropped: new Uint8Array(rows),
          testLabels: new Uint16Array(),
        },
        { validationShare: 0.1, seed: 5 },
      ).validation;
    const before = new Set(divide(1000));
    expect(divide(1001).filter((row) => !before.has(row)).length).toBeLessThanOrEqual(2);
  });
});
