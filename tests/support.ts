// What several tests share.
import { expect } from 'vitest';

/** Fails unless two lists of numbers agree within `atol + rtol * |expected|`. */
export function expectClose(
  found: ArrayLike<number>,
  expected: ArrayLike<number>,
  { rtol = 1e-4, atol = 1e-5 } = {},
): void {
  expect(found.length).toBe(expected.length);
  for (let i = 0; i < expected.length; i++) {
    const bound = atol + rtol * Math.abs(expected[i]);
    if (!(Math.abs(found[i] - expected[i]) <= bound))
      throw new Error(`item ${i}: expected ${expected[i]} within ${bound}, found ${found[i]}`);
  }
}
