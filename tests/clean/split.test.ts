import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_SPLIT } from '../../src/clean/config';
import { assignRows, type Rows } from '../../src/clean/split';
import type { SplitSettings } from '../../src/core/settings';
import { NO_LABEL } from '../../src/core/types';

/** Rows of whichever labels, as they come; some dropped, some kept for validation, near-duplicates in groups. */
const labelled = fc
  .array(
    fc.record({ label: fc.nat(3), drops: fc.boolean(), given: fc.boolean(), group: fc.nat() }),
    {
      minLength: 1,
      maxLength: 300,
    },
  )
  .map((rows) => ({
    labels: Uint16Array.from(rows, ({ label }) => label),
    dropped: Uint8Array.from(rows, ({ drops }) => (drops ? 9 : 0)),
    given: Uint8Array.from(rows, ({ given }) => (given ? 1 : 0)),
    groups: Uint32Array.from(rows, ({ group }) => group % rows.length),
  }));
const share = fc.integer({ min: 0, max: 50 }).map((percent) => percent / 100);
const split = fc.record<SplitSettings>({
  by: fc.constantFrom('shares', 'rows'),
  validationShare: share,
  testShare: share,
  validationRows: fc.nat(150),
  testRows: fc.nat(150),
  sampleRows: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 350 })),
  sampleTestRows: fc.oneof(fc.constant(0), fc.nat(20)),
  givenValidation: fc.boolean(),
  grouped: fc.boolean(),
  seed: fc.nat(),
});

const PLAIN = { testLabels: null, given: null, groups: null };

/** A dataset of so many rows in four classes of one size, all kept. */
function even(count: number, more: Partial<Rows> = {}): Rows {
  const labels = new Uint16Array(count).map((_, row) => row % 4);
  return { ...PLAIN, labels, dropped: new Uint8Array(count), ...more };
}

/** How many of some rows have a label. */
function ofLabel(labels: Uint16Array, rows: Uint32Array, label: number): number {
  return rows.filter((row) => labels[row] === label).length;
}

describe('the division of rows', () => {
  it('puts every kept row into exactly one set, and no dropped row into any', () => {
    fc.assert(
      fc.property(
        labelled,
        split,
        fc.boolean(),
        ({ labels, dropped, given }, settings, hasTest) => {
          const testLabels = hasTest ? new Uint16Array(7) : null;
          const rows = { labels, dropped, given, testLabels, groups: null };
          const all = { ...settings, sampleRows: 0, sampleTestRows: 0 };
          const { train, validation, test, testIsHeldOut } = assignRows(rows, all);
          expect(testIsHeldOut).toBe(!hasTest);
          if (hasTest) expect(Array.from(test)).toEqual([0, 1, 2, 3, 4, 5, 6]);
          const used = [...train, ...validation, ...(hasTest ? [] : test)].sort((a, b) => a - b);
          expect(used).toEqual(Array.from(dropped.keys()).filter((row) => dropped[row] === 0));
        },
      ),
    );
  });

  it('takes the same share of each class, rounded, and leaves one row at least', () => {
    fc.assert(
      fc.property(labelled, split, ({ labels, dropped }, settings) => {
        const rows = { ...PLAIN, labels, dropped };
        const by = { ...settings, by: 'shares', sampleRows: 0 } as const;
        const { validation, test } = assignRows(rows, by);
        const round = (share: number, of: number) =>
          Math.max(0, Math.min(Math.floor(of * share + 0.5), of - 1));
        for (const label of [0, 1, 2, 3]) {
          const kept = labels.filter((each, row) => each === label && dropped[row] === 0).length;
          const tested = ofLabel(labels, test, label);
          expect(tested).toBe(round(settings.testShare, kept));
          const wanted = round(settings.validationShare, kept - tested);
          expect(ofLabel(labels, validation, label)).toBe(wanted);
        }
      }),
    );
  });

  it('meets numbers of rows exactly as far as each class keeps one, stratified within a row', () => {
    fc.assert(
      fc.property(labelled, split, ({ labels, dropped }, settings) => {
        const by = { ...settings, by: 'rows', sampleRows: 0 } as const;
        const { train, validation, test } = assignRows({ ...PLAIN, labels, dropped }, by);
        const sizes = [0, 1, 2, 3].map((label) =>
          [train, validation, test].reduce((sum, rows) => sum + ofLabel(labels, rows, label), 0),
        );
        const kept = sizes.reduce((sum, size) => sum + size, 0);
        const most = kept - sizes.filter((size) => size > 0).length;
        expect(test.length).toBe(Math.min(by.testRows, most));
        expect(validation.length).toBe(Math.min(by.validationRows, most - test.length));
        if (by.testRows < most)
          for (const label of [0, 1, 2, 3]) {
            const exact = (by.testRows * sizes[label]) / kept;
            const isFull = ofLabel(labels, test, label) === sizes[label] - 1;
            if (!isFull) expect(ofLabel(labels, test, label)).toBeGreaterThan(exact - 1);
          }
      }),
    );
  });

  it('parts no group, and lets rows leave that nearly equal a row which the files keep', () => {
    fc.assert(
      fc.property(labelled, split, fc.boolean(), (drawn, settings, hasTest) => {
        const { labels, dropped, given, groups } = drawn;
        const testLabels = hasTest ? Uint16Array.from([0, 1, NO_LABEL]) : null;
        const test = Uint32Array.from(hasTest ? [0, 1, labels.length] : []);
        const rows = { labels, dropped, given, testLabels, groups: { train: groups, test } };
        const divided = assignRows(rows, { ...settings, sampleRows: 0 });
        const setOf = new Map<number, string>(); // by group
        for (const group of test) setOf.set(group, 'test file');
        const sets = ['train', 'validation', ...(hasTest ? [] : ['test'])] as const;
        for (const set of sets)
          for (const row of divided[set as 'train']) {
            const before = setOf.get(groups[row]) ?? set;
            expect(before).toBe(set);
            setOf.set(groups[row], set);
          }
        const used = sets.reduce((sum, set) => sum + divided[set as 'train'].length, 0);
        expect(divided.near).toBe(dropped.filter((rule) => rule === 0).length - used);
      }),
    );
  });

  it('is the same for rows that are near-duplicates of none', () => {
    fc.assert(
      fc.property(labelled, split, ({ labels, dropped }, settings) => {
        const rows = { ...PLAIN, labels, dropped };
        const alone = { train: Uint32Array.from(labels.keys()), test: new Uint32Array() };
        expect(assignRows({ ...rows, groups: alone }, settings)).toEqual(
          assignRows(rows, settings),
        );
      }),
    );
  });

  it('fills sets of groups to the row where there are single rows enough', () => {
    const train = Uint32Array.from({ length: 1000 }, (_, row) => (row < 600 ? row % 60 : row));
    const rows = even(1000, { groups: { train, test: new Uint32Array() } });
    const { validation, test } = assignRows(rows, {
      ...DEFAULT_SPLIT,
      by: 'rows',
      validationRows: 120,
      testRows: 80,
    });
    expect([validation.length, test.length]).toEqual([120, 80]);
  });

  it('draws a sample of the size that was asked for, of each class its share', () => {
    fc.assert(
      fc.property(labelled, split, ({ labels, dropped, given }, settings) => {
        const rows = { ...PLAIN, labels, dropped, given };
        const { train, validation, test } = assignRows(rows, settings);
        const kept = labels.filter((_, row) => dropped[row] === 0);
        const wanted = settings.sampleRows === 0 ? kept.length : settings.sampleRows;
        const used = Uint32Array.from([...train, ...validation, ...test]);
        expect(used.length).toBe(Math.min(wanted, kept.length));
        for (const label of [0, 1, 2, 3]) {
          const exact = (used.length * kept.filter((each) => each === label).length) / kept.length;
          const parts = 2; // of a class: what the files keep for validation, and the rest
          expect(Math.abs(ofLabel(labels, used, label) - (exact || 0))).toBeLessThan(parts);
        }
      }),
    );
  });

  it('draws a sample of the test part, of its labelled rows', () => {
    const testLabels = Uint16Array.from({ length: 90 }, (_, row) => [0, 1, NO_LABEL][row % 3]);
    const rows = even(40, { testLabels });
    const { test } = assignRows(rows, { ...DEFAULT_SPLIT, sampleTestRows: 20 });
    expect(ofLabel(testLabels, test, 0)).toBe(10);
    expect(ofLabel(testLabels, test, 1)).toBe(10);
    expect(test).toEqual(test.slice().sort());
  });

  it('keeps a smaller sample within a larger one', () => {
    const used = (sampleRows: number) => {
      const { train, validation, test } = assignRows(even(1000), { ...DEFAULT_SPLIT, sampleRows });
      return new Set([...train, ...validation, ...test]);
    };
    const larger = used(400);
    expect([...used(100)].filter((row) => !larger.has(row))).toEqual([]);
  });

  it('checks on the rows that the files keep for it, unless they are to be divided', () => {
    const given = new Uint8Array(400).map((_, row) => (row < 40 ? 1 : 0));
    const kept = assignRows(even(400, { given }), DEFAULT_SPLIT);
    expect(Array.from(kept.validation)).toEqual(Array.from({ length: 40 }, (_, row) => row));
    expect(kept.test.every((row) => row >= 40)).toBe(true);
    const settings = { ...DEFAULT_SPLIT, givenValidation: false };
    expect(assignRows(even(400, { given }), settings)).toEqual(assignRows(even(400), settings));
  });

  it('gives ascending rows, the same for the same seed and others for another', () => {
    const divide = (seed: number) => assignRows(even(1000), { ...DEFAULT_SPLIT, seed });
    const first = divide(1);
    expect(divide(1)).toEqual(first);
    expect(divide(2).validation).not.toEqual(first.validation);
    for (const rows of [first.train, first.validation, first.test])
      expect(rows).toEqual(rows.slice().sort());
    expect([first.train.length, first.validation.length, first.test.length]).toEqual([
      808, 92, 100,
    ]);
    expect(Array.from(first.validation.subarray(0, 6))).toEqual([10, 12, 16, 23, 36, 42]); // as version 1 divided
  });

  it('leaves rows without a label out of every set', () => {
    const labels = Uint16Array.from([0, NO_LABEL, 1, 0, NO_LABEL, 1]);
    const testLabels = Uint16Array.from([NO_LABEL, 1, 0]);
    const settings = { ...DEFAULT_SPLIT, validationShare: 0.5 };
    const rows = { ...PLAIN, labels, dropped: new Uint8Array(6), testLabels };
    const divided = assignRows(rows, settings);
    const used = [...divided.train, ...divided.validation].sort();
    expect(used).toEqual([0, 2, 3, 5]);
    expect(Array.from(divided.test)).toEqual([1, 2]);
  });

  it('hardly changes when a row is added', () => {
    const divide = (count: number) =>
      assignRows(even(count, { labels: new Uint16Array(count) }), { ...DEFAULT_SPLIT, seed: 5 });
    const before = new Set(divide(1000).validation);
    const added = divide(1001).validation.filter((row) => !before.has(row));
    expect(added.length).toBeLessThanOrEqual(2);
  });
});
