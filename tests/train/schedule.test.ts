import { describe, expect, it } from 'vitest';
import type { TrainSettings } from '../../src/core/settings';
import { rateAt } from '../../src/train/schedule';

const STEPS = 100;

function ratesOf(schedule: TrainSettings['schedule'], warmup = 0, steps = STEPS): number[] {
  const settings = { learningRate: 2, schedule, warmup };
  return Array.from({ length: steps }, (_, i) => rateAt(settings, i + 1, steps));
}

describe('learning rate', () => {
  it('falls linearly from its peak towards zero', () => {
    const rates = ratesOf('linear');
    expect([rates[0], rates[50], rates[99]]).toEqual([2, 1, 2 * (1 - 99 / 100)]);
  });

  it('stays where it is constant', () => {
    expect(new Set(ratesOf('constant'))).toEqual(new Set([2]));
  });

  it('falls to a tenth at half of the steps and to a hundredth at three quarters', () => {
    const rates = ratesOf('step');
    expect([rates[49], rates[50], rates[74], rates[75], rates[99]]).toEqual([
      2, 0.2, 0.2, 0.02, 0.02,
    ]);
  });

  it('follows half a cosine wave', () => {
    const rates = ratesOf('cosine');
    expect(rates[0]).toBe(2);
    expect(rates[50]).toBeCloseTo(1, 12);
    expect(rates[99]).toBeLessThan(0.001);
    for (let i = 1; i < STEPS; i++) expect(rates[i]).toBeLessThan(rates[i - 1]);
  });

  it('rises and falls in one cycle, and dies away in the last tenth', () => {
    const rates = ratesOf('one-cycle');
    expect(rates[0]).toBeCloseTo(0.2, 12);
    expect(rates[45]).toBeCloseTo(2, 12);
    expect(rates[90]).toBeCloseTo(0.2, 12);
    expect(rates[99]).toBeLessThan(0.03);
    expect(ratesOf('one-cycle', 0.2).indexOf(2)).toBe(20);
  });

  it.each(['linear', 'constant', 'step', 'cosine'] as const)(
    'rises evenly to its peak before %s begins',
    (schedule) => {
      const rates = ratesOf(schedule, 0.1);
      for (let i = 0; i < 10; i++) expect(rates[i]).toBeCloseTo((2 * (i + 1)) / 11, 12);
      expect(rates.slice(10)).toEqual(ratesOf(schedule, 0, 90));
    },
  );
});
