import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CurveTable } from '../../../src/ui/charts/curve';
import { spreadTags } from '../../../src/ui/charts/tags';
import { aRun } from '../a-run';

const { curve: points, epochs } = aRun();

describe('the columns behind the curves', () => {
  it('are the same however the news arrives', () => {
    const whole = new CurveTable();
    whole.follow(points, epochs, 4);
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(16), fc.nat(4)), { maxLength: 12 }), (cuts) => {
        const table = new CurveTable();
        let [p, e] = [0, 0];
        for (const [to, epoch] of cuts) {
          p = Math.max(p, to);
          e = Math.max(e, epoch);
          table.follow(points.slice(0, p), epochs.slice(0, e), 4);
        }
        table.follow(points, epochs, 4);
        expect(table.x).toEqual(whole.x);
        expect(table.columns).toEqual(whole.columns);
      }),
    );
  });

  it('have no check where no rows were kept aside', () => {
    const table = new CurveTable();
    const unchecked = { ...epochs[0], validationLoss: NaN, validationAccuracy: NaN };
    table.follow(points.slice(0, 4), [unchecked], 4);
    const { trainLoss, validationLoss, validationAccuracy } = table.columns;
    expect(trainLoss.at(-1)).toBe(points[3].loss);
    expect([validationLoss.at(-1), validationAccuracy.at(-1)]).toEqual([null, null]);
  });

  it('put an epoch’s check where its last step stands, and copy nothing', () => {
    const table = new CurveTable();
    const { x } = table;
    table.follow(points, epochs, 4);
    expect(table.x).toBe(x);
    expect(x).toEqual(points.map(({ step }) => step / 4));
    expect(table.columns.validationAccuracy[3]).toBe(0.6);
    expect(table.columns.validationLoss.filter((loss) => loss !== null)).toHaveLength(4);
  });

  it('smooth the training loss within its own range', () => {
    const table = new CurveTable();
    const noisy = Array.from({ length: 400 }, (_, i) => ({ step: i + 1, loss: 1 + (i % 2) }));
    table.follow(noisy, [], 100);
    const trend = table.columns.trainTrend.slice(50) as number[];
    expect(Math.min(...trend)).toBeGreaterThan(1.3);
    expect(Math.max(...trend)).toBeLessThan(1.7);
  });
});

describe('the words beside curves', () => {
  it('never lie on one another, and stay inside where there is room', () => {
    const tops = fc.array(fc.double({ min: 0, max: 200, noNaN: true }), { maxLength: 8 });
    fc.assert(
      fc.property(tops, (wished) => {
        const tags = wished.map((top, i) => ({ text: String(i), colour: '', top }));
        const placed = spreadTags(tags, 20, 200).map(({ top }) => top);
        for (let i = 1; i < placed.length; i++)
          expect(placed[i] - placed[i - 1]).toBeGreaterThanOrEqual(20 - 1e-9);
        for (const top of placed) {
          expect(top).toBeGreaterThanOrEqual(10 - 1e-9);
          expect(top).toBeLessThanOrEqual(190 + 1e-9);
        }
      }),
    );
  });

  it('stay where they are when nothing is in the way', () => {
    const tags = [60, 120].map((top) => ({ text: '', colour: '', top }));
    expect(spreadTags(tags, 20, 200).map(({ top }) => top)).toEqual([60, 120]);
  });
});
