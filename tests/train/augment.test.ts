// What the random changes do to a row's words: the same each time, never too much, and as often as they are set.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AugmentSettings } from '../../src/core/settings';
import { UNKNOWN_ID } from '../../src/core/types';
import { Augmenter } from '../../src/train/augment';
import { DEFAULT_AUGMENT } from '../../src/train/config';

const share = fc.constantFrom(0, 0.1, 0.3, 0.5);
const shares = fc.record({ wordDropout: share, swap: share, deletion: share });
const u32 = fc.nat(0xffffffff);
const words = fc
  .array(fc.integer({ min: 1, max: 9 }), { maxLength: 300 })
  .map((ids) => Uint32Array.from(ids));

interface Place {
  seed: number;
  row: number;
  epoch: number;
}
const place = fc.record({ seed: u32, row: u32, epoch: fc.integer({ min: 1, max: 1000 }) });

function changed(own: AugmentSettings, ids: Uint32Array, { seed, row, epoch }: Place): Uint32Array {
  const out = new Uint32Array(ids.length);
  return out.slice(0, new Augmenter(own, seed).write(ids, [row, epoch], out, 0));
}

function only(changes: Partial<AugmentSettings>): AugmentSettings {
  return { ...DEFAULT_AUGMENT, ...changes };
}

/** Whether so many of `draws` may have come with a probability: within four and a half standard deviations. */
function isLikely(found: number, draws: number, probability: number): boolean {
  return (
    Math.abs(found - draws * probability) <=
    4.5 * Math.sqrt(draws * probability * (1 - probability))
  );
}

describe('an augmenter', () => {
  it('leaves rows as they are where all shares are 0', () => {
    fc.assert(
      fc.property(words, place, (ids, at) => {
        expect(changed(DEFAULT_AUGMENT, ids, at)).toEqual(ids);
      }),
    );
  });

  it('gives a row of an epoch the same, whatever was drawn before', () => {
    fc.assert(
      fc.property(shares, words, words, place, (own, ids, others, at) => {
        const augmenter = new Augmenter(own, at.seed);
        augmenter.draw(others.length, at.row + 1, at.epoch);
        const out = new Uint32Array(ids.length);
        const end = augmenter.write(ids, [at.row, at.epoch], out, 0);
        expect(out.slice(0, end)).toEqual(changed(own, ids, at));
      }),
    );
  });

  it('draws anew for another row, another epoch and another seed', () => {
    const own = only({ wordDropout: 0.5 });
    const ids = Uint32Array.from({ length: 100 }, (_, i) => 2 + i);
    const first = { seed: 1, row: 1, epoch: 1 };
    const found = [first, { ...first, seed: 2 }, { ...first, row: 2 }, { ...first, epoch: 2 }];
    const all = found.map((at) => changed(own, ids, at).join(' '));
    expect(new Set(all).size).toBe(4);
  });

  it('writes where it is told, and touches nothing else', () => {
    fc.assert(
      fc.property(shares, words, place, fc.nat(20), (own, ids, { seed, row, epoch }, at) => {
        const out = new Uint32Array(at + ids.length + 5).fill(77);
        const before = ids.slice();
        const end = new Augmenter(own, seed).write(ids, [row, epoch], out, at);
        expect(ids).toEqual(before);
        expect(end).toBeLessThanOrEqual(at + ids.length);
        for (let i = 0; i < out.length; i++) if (i < at || i >= end) expect(out[i]).toBe(77);
      }),
    );
  });

  it('never empties a text, and keeps what it keeps in order', () => {
    fc.assert(
      fc.property(words, place, (ids, at) => {
        const numbered = Uint32Array.from(ids, (_, i) => 2 + i);
        const found = changed(only({ deletion: 0.5 }), numbered, at);
        expect(found.length).toBeGreaterThanOrEqual(Math.min(1, ids.length));
        expect(found.slice().sort()).toEqual(found);
        expect(found.every((id) => numbered.includes(id))).toBe(true);
      }),
    );
    expect(
      changed(only({ deletion: 1 }), Uint32Array.of(5, 6, 7), { seed: 1, row: 1, epoch: 1 }),
    ).toHaveLength(1); // a share that two together may come to
  });

  it('swaps without losing or doubling a word', () => {
    fc.assert(
      fc.property(words, share, place, (ids, swap, at) => {
        expect(changed(only({ swap }), ids, at).sort()).toEqual(ids.slice().sort());
      }),
    );
  });

  it('makes words unknown in their places', () => {
    fc.assert(
      fc.property(words, place, (ids, at) => {
        const found = changed(only({ wordDropout: 0.5 }), ids, at);
        expect(found).toHaveLength(ids.length);
        for (let i = 0; i < ids.length; i++) expect([ids[i], UNKNOWN_ID]).toContain(found[i]);
      }),
    );
  });

  it('changes the shares that are set, but for chance', () => {
    const ids = Uint32Array.from({ length: 50 }, (_, i) => 2 + i);
    const count = (own: AugmentSettings, of: (found: Uint32Array) => number) => {
      let sum = 0;
      for (let row = 0; row < 400; row++) sum += of(changed(own, ids, { seed: 3, row, epoch: 2 }));
      return sum;
    };
    const unknown = count(
      only({ wordDropout: 0.1 }),
      (found) => found.filter((id) => id === UNKNOWN_ID).length,
    );
    expect(isLikely(unknown, 20_000, 0.1)).toBe(true);
    const gone = count(only({ deletion: 0.3 }), (found) => 50 - found.length);
    expect(isLikely(gone, 20_000, 0.3)).toBe(true);
    // The last word stays last unless the last pair was swapped.
    const swapped = count(only({ swap: 0.2 }), (found) => (found[49] === 51 ? 0 : 1));
    expect(isLikely(swapped, 400, 0.2)).toBe(true);
  });
});
