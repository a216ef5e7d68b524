// Changed rows with an editor's marks: they spell the row before and after.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Augmenter } from '../../src/train/augment';
import { marksOf } from '../../src/workers/augmented';

const share = fc.constantFrom(0, 0.2, 0.5);
const shares = fc.record({ wordDropout: share, swap: share, deletion: share });

it('spell the words before and after', () => {
  fc.assert(
    fc.property(shares, fc.integer({ min: 1, max: 40 }), fc.nat(1000), (own, count, seed) => {
      const words = Array.from({ length: count }, (_, i) => `w${i}`);
      const augmenter = new Augmenter(own, seed);
      const kept = augmenter.draw(count, 3, 1);
      const { isUnknown } = augmenter;
      const places = augmenter.places.slice(0, kept);
      const marks = marksOf(words, { places, isUnknown }, ' ');
      const spell = (left: string) =>
        marks
          .filter(({ kind }) => kind !== left)
          .map(({ text }) => text.trim())
          .join(' ');
      expect(spell('inserted')).toBe(words.join(' '));
      const after = Array.from(places, (place, k) => (isUnknown[k] === 1 ? '⟨?⟩' : words[place]));
      expect(spell('deleted')).toBe(after.join(' '));
    }),
  );
});

it('mark a swap as one word that goes and comes', () => {
  const drawn = { places: Uint32Array.of(1, 0, 2), isUnknown: new Uint8Array(3) };
  expect(marksOf(['a', 'b', 'c'], drawn, ' ')).toEqual([
    { kind: 'deleted', text: 'a ' },
    { kind: 'same', text: 'b ' },
    { kind: 'inserted', text: 'a ' },
    { kind: 'same', text: 'c' },
  ]);
});
