import { describe, expect, it } from 'vitest';
import { randomBits, randomUnit, shuffle } from '../../src/core/random';

/** pcg3d as the paper prints it, in exact integers. */
function pcg3d(seed: number, stream: number, counter: number): number {
  const wrap = (value: bigint) => BigInt.asUintN(32, value);
  let [x, y, z] = [seed, stream, counter].map((v) => wrap(BigInt(v) * 1664525n + 1013904223n));
  const mix = () => {
    x = wrap(x + y * z);
    y = wrap(y + z * x);
    z = wrap(z + x * y);
  };
  mix();
  [x, y, z] = [x ^ (x >> 16n), y ^ (y >> 16n), z ^ (z >> 16n)];
  mix();
  return Number(z);
}

describe('random', () => {
  it('agrees with pcg3d in exact integers', () => {
    for (let i = 0; i < 1000; i++) {
      const counter = Math.imul(i, 2654435761) >>> 0;
      expect(randomBits(i, i * 7, counter)).toBe(pcg3d(i, i * 7, counter));
    }
  });

  it('is even over the unit interval', () => {
    const bins = new Array<number>(10).fill(0);
    for (let i = 0; i < 20_000; i++) bins[Math.floor(randomUnit(1, 2, i) * 10)]++;
    for (const count of bins) expect(Math.abs(count - 2000)).toBeLessThan(200);
  });

  it('shuffles to the same order for the same seed and round, and to another for another', () => {
    const items = () => Uint32Array.from({ length: 100 }, (_, i) => i);
    expect(shuffle(items(), 1, 0)).toEqual(shuffle(items(), 1, 0));
    expect(shuffle(items(), 1, 0)).not.toEqual(shuffle(items(), 1, 1));
    expect([...shuffle(items(), 3, 0)].sort((a, b) => a - b)).toEqual([...items()]);
  });
});
