import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ticks } from '../../../src/ui/charts/ticks';

describe('ticks', () => {
  it('are round numbers from nought upwards', () => {
    expect(ticks(1900, 4)).toEqual([0, 500, 1000, 1500]);
    expect(ticks(10, 4)).toEqual([0, 5, 10]);
    expect(ticks(1, 4)).toHaveLength(3);
  });

  it('stay whole where counts are told', () => {
    expect(ticks(2, 4, 1)).toEqual([0, 1, 2]);
    expect(ticks(0, 4, 1)).toEqual([0]);
  });

  it('never go beyond the largest value, nor crowd the axis', () => {
    const property = fc.property(
      fc.double({ min: 1e-6, max: 1e9, noNaN: true }),
      fc.integer({ min: 1, max: 20 }),
      (most, count) => {
        const found = ticks(most, count);
        expect(found.length).toBeLessThanOrEqual(count + 1);
        expect(found.at(-1)).toBeLessThanOrEqual(most * (1 + 1e-8));
      },
    );
    fc.assert(property);
  });
});
