import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutAt, fillerShares, histogramOf, paddingFor } from '../../src/core/text-lengths';
import { MOST_LENGTH, type TextLengths } from '../../src/core/types';

function lengthsOf(all: number[]): TextLengths {
  const sum = all.reduce((total, length) => total + length, 0);
  const longest = Math.max(0, ...all);
  const counts = new Uint32Array(Math.min(longest, MOST_LENGTH) + 1);
  for (const length of all) counts[Math.min(length, MOST_LENGTH)]++;
  return { mean: sum / Math.max(1, all.length), p95: 0, longest, cutRows: 0, counts };
}

const rows = fc.array(fc.oneof(fc.nat(60), fc.nat(300)), { minLength: 1, maxLength: 80 });

describe('a padding length', () => {
  it('is the least multiple of 8 that leaves so many rows whole', () => {
    fc.assert(
      fc.property(rows, fc.constantFrom(0.5, 0.95, 0.99, 1), (all, share) => {
        const whole = (length: number) => all.filter((n) => n <= length).length;
        const found = paddingFor(lengthsOf(all), share);
        expect(found % 8).toBe(0);
        expect(whole(found)).toBeGreaterThanOrEqual(share * all.length);
        if (found > 8) expect(whole(found - 8)).toBeLessThan(share * all.length);
      }),
    );
  });

  it('cuts off what stands behind it', () => {
    fc.assert(
      fc.property(rows, fc.integer({ min: 1, max: 320 }), (all, length) => {
        const { rows: cut, words } = cutAt(lengthsOf(all), length);
        expect(cut).toBe(all.filter((n) => n > length).length);
        expect(words).toBe(all.reduce((sum, n) => sum + Math.max(0, n - length), 0));
      }),
    );
  });

  it('knows of the greatest length too what it cuts', () => {
    const lengths = lengthsOf([10, MOST_LENGTH, MOST_LENGTH + 100]);
    expect(cutAt(lengths, MOST_LENGTH)).toMatchObject({ words: 100 });
    expect(cutAt(lengths, MOST_LENGTH - 1)).toMatchObject({ rows: 2, words: 102 });
    expect(cutAt(lengthsOf([3, MOST_LENGTH]), MOST_LENGTH)).toMatchObject({ rows: 0, words: 0 });
    expect(paddingFor(lengths, 1)).toBe(MOST_LENGTH);
  });

  it('makes filler of what is missing, less of it in batches of like length', () => {
    // 8 and 16 words padded to 32: 24 of 64 are words; in two lengths none is filler.
    expect(fillerShares(lengthsOf([8, 16]), 32)).toEqual({ padded: 1 - 24 / 64, bucketed: 0 });
    fc.assert(
      fc.property(rows, fc.constantFrom(8, 40, 64, 320), (all, length) => {
        const { padded, bucketed } = fillerShares(lengthsOf(all), length);
        expect(bucketed).toBeGreaterThanOrEqual(0);
        expect(bucketed).toBeLessThanOrEqual(padded + 1e-12);
      }),
    );
  });
});

it('draws all rows in the columns there are', () => {
  fc.assert(
    fc.property(rows, (all) => {
      const { counts } = histogramOf(lengthsOf(all), 'words', 40);
      expect(counts.length).toBeLessThanOrEqual(40);
      expect(counts.reduce((sum, count) => sum + count, 0)).toBe(all.length);
    }),
  );
});
