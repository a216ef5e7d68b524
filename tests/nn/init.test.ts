// Fresh weights: their bounds, their spread, their angles.
import { describe, expect, it } from 'vitest';
import { randomUnit } from '../../src/core/random';
import { glorotUniform, orthogonal, rootUniform, uniform, zeros } from '../../src/nn/init';

function drawing(): () => number {
  let counter = 0;
  return () => randomUnit(1, 1, counter++);
}

function expectEven(values: Float32Array, bound: number): void {
  expect(values.every((x) => Math.abs(x) <= bound)).toBe(true);
  const variance = values.reduce((sum, x) => sum + x * x, 0) / values.length;
  expect(Math.abs(variance / (bound ** 2 / 3) - 1)).toBeLessThan(0.1);
}

describe('fresh weights', () => {
  it('are even within the bound of their rule', () => {
    expectEven(uniform(0.05)([40, 100], drawing()), 0.05);
    expectEven(rootUniform(100)([100, 50], drawing()), 0.1);
    expectEven(glorotUniform([100, 50], drawing()), Math.sqrt(6 / 150));
    expectEven(glorotUniform([3, 20, 60], drawing()), Math.sqrt(6 / 240)); // a filter over 3 words
  });

  it('are zeros where nothing else is said', () => {
    expect([...zeros([2, 3], drawing())]).toEqual([0, 0, 0, 0, 0, 0]);
  });

  it.each([
    [8, 32],
    [32, 8],
    [16, 16],
    [64, 256],
  ])('stand at right angles: %i by %i', (rows, columns) => {
    const values = orthogonal([rows, columns], drawing());
    const count = Math.min(rows, columns);
    const cell = (i: number, k: number) =>
      rows <= columns ? values[i * columns + k] : values[k * columns + i];
    for (let i = 0; i < count; i++) {
      for (let j = 0; j <= i; j++) {
        let product = 0;
        for (let k = 0; k < Math.max(rows, columns); k++) product += cell(i, k) * cell(j, k);
        expect(product).toBeCloseTo(i === j ? 1 : 0, 5);
      }
    }
    expect(values.some((x) => x < 0)).toBe(true);
  });
});
