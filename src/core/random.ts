// Counter-based random numbers: the same in TypeScript and in WGSL, so any draw can be repeated without its predecessors.
// pcg3d of Jarzynski & Olano (2020), "Hash Functions for GPU Rendering", JCGT 9(3), listing 16, https://jcgt.org/published/0009/03/02/

/** What a draw is for; streams of one seed are independent of each other. */
export const STREAM = { init: 1, shuffle: 2, dropout: 3, split: 4, sample: 5, augment: 6 } as const;

/** One u32 for (seed, stream, counter). */
export function randomBits(seed: number, stream: number, counter: number): number {
  let x = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
  let y = (Math.imul(stream, 1664525) + 1013904223) >>> 0;
  let z = (Math.imul(counter, 1664525) + 1013904223) >>> 0;
  x = (x + Math.imul(y, z)) >>> 0;
  y = (y + Math.imul(z, x)) >>> 0;
  z = (z + Math.imul(x, y)) >>> 0;
  x = (x ^ (x >>> 16)) >>> 0;
  y = (y ^ (y >>> 16)) >>> 0;
  z = (z ^ (z >>> 16)) >>> 0;
  x = (x + Math.imul(y, z)) >>> 0;
  y = (y + Math.imul(z, x)) >>> 0;
  return (z + Math.imul(x, y)) >>> 0;
}

/** A number in [0, 1) for (seed, stream, counter). */
export function randomUnit(seed: number, stream: number, counter: number): number {
  return randomBits(seed, stream, counter) / 4294967296;
}

/** Shuffles in place (Fisher-Yates); `round` tells apart the shuffles of one seed, e.g. epochs. */
export function shuffle<T extends Uint32Array | number[]>(items: T, seed: number, round = 0): T {
  const stream = (STREAM.shuffle + Math.imul(round, 16)) >>> 0;
  for (let i = items.length - 1; i > 0; i--) {
    const j = Math.floor(randomUnit(seed, stream, i) * (i + 1));
    const kept = items[i];
    items[i] = items[j];
    items[j] = kept;
  }
  return items;
}
