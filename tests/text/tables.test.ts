import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packTexts } from '../../src/core/columns';
import { GramFilter } from '../../src/text/gram-filter';
import {
  eachLongKey,
  GramTable,
  hashKey,
  keyHigh,
  keyLow,
  longKey,
  WORD_ID_LIMIT,
  wordOfKey,
} from '../../src/text/gram-table';
import { byFallingCount } from '../../src/text/ranking';
import { hashBytes } from '../../src/text/word-source';
import { WordTable } from '../../src/text/word-table';

const id = fc.nat(WORD_ID_LIMIT - 1);

describe('a table of words', () => {
  it('numbers different words as they come and finds them again', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ maxLength: 3 }), { maxLength: 300 }), (texts) => {
        const table = new WordTable(2);
        const numbers = new Map<string, number>();
        for (const text of texts) {
          const bytes = new TextEncoder().encode(text);
          const hash = hashBytes(bytes, 0, bytes.length);
          const isNew = !numbers.has(text);
          expect(table.find(bytes, bytes.length, hash)).toBe(numbers.get(text) ?? -1);
          const number = table.add(bytes, bytes.length, hash);
          if (isNew) numbers.set(text, number);
          expect(number).toBe(isNew ? numbers.size - 1 : numbers.get(text));
        }
        expect(table.size).toBe(numbers.size);
        const { bytes, offsets } = packTexts([...numbers.keys()]);
        expect(table.list()).toEqual({ bytes, starts: offsets });
        expect(Array.from(new WordTable().addAll({ bytes, starts: offsets }))).toEqual([
          ...numbers.values(),
        ]);
      }),
    );
  });
});

describe('keys of n-grams', () => {
  it('give their words back', () => {
    fc.assert(
      fc.property(id, id, id, (first, second, third) => {
        const low = keyLow(first, second);
        const high = keyHigh(second, third);
        expect([0, 1, 2].map((place) => wordOfKey(low, high, place))).toEqual([
          first,
          second,
          third,
        ]);
      }),
    );
  });
});

describe('keys of longer n-grams', () => {
  it.each([4, 5, 6])('of %d words give them back, each n-gram having one of its own', (count) => {
    const bits = 60 / count;
    const word = fc.integer({ min: 2, max: 2 ** bits - 1 });
    const gram = fc.array(word, { minLength: count, maxLength: count });
    fc.assert(
      fc.property(gram, (words) => {
        const [low, high] = longKey(Uint32Array.from(words));
        const found = [0, 1, 2, 3, 4, 5, 6].map((place) => wordOfKey(low, high, place));
        expect(found).toEqual([...words, 0, 0, 0].slice(0, 7));
        expect(high >>> 31).toBe(1); // no pair or triple has that
      }),
    );
  });

  it('are of the most frequent words alone', () => {
    const keys: number[] = [];
    const take = (low: number, high: number) => keys.push(low, high);
    const words = Uint32Array.of(2, 3, 2 ** 15 - 1, 4, 5);
    eachLongKey(words, { start: 0, end: 5, order: 6 }, take);
    expect(keys).toEqual(longKey(words.subarray(0, 4))); // five words have 12 bits each
    eachLongKey(Uint32Array.of(2, 3, 4, 1, 5), { start: 0, end: 5, order: 6 }, take);
    expect(keys).toHaveLength(2);
  });
});

describe('a filter of n-grams', () => {
  const hashes = fc.array(
    fc.nat(40).map((key) => hashKey(key, 0)),
    { maxLength: 200 },
  );
  const filled = (noted: readonly number[], numbers: number) => {
    const filter = new GramFilter(new Uint32Array(numbers));
    for (const hash of noted) filter.note(hash);
    return filter;
  };

  it('passes over no n-gram that was counted often enough', () => {
    fc.assert(
      fc.property(hashes, fc.integer({ min: 2, max: 5 }), (noted, least) => {
        const filter = filled(noted, 2);
        for (const hash of noted)
          if (noted.filter((other) => other === hash).length >= least)
            expect(filter.mayReach(hash, least)).toBe(true);
      }),
    );
  });

  it('passes over every n-gram that came once where none shares its counter', () => {
    const filter = GramFilter.for(1000);
    filter.note(7);
    for (let i = 0; i < 5; i++) filter.note(8);
    expect([7, 8, 9].map((hash) => filter.mayReach(hash, 2))).toEqual([false, true, false]);
    expect(filter.repeated).toBe(1);
  });

  it('adds up to what one filter would have counted', () => {
    fc.assert(
      fc.property(hashes, hashes, (some, others) => {
        const both = filled(some, 4);
        both.add(filled(others, 4));
        expect(both.counters).toEqual(filled([...some, ...others], 4).counters);
      }),
    );
  });
});

describe('a table of n-grams', () => {
  it('counts as a plain map does', () => {
    const key = fc.tuple(fc.nat(20), fc.constantFrom(0, 1, 2 ** 31, 2 ** 32 - 1));
    fc.assert(
      fc.property(
        fc.array(key, { maxLength: 300 }),
        fc.integer({ min: 1, max: 3 }),
        (keys, least) => {
          const table = new GramTable(1);
          const counts = new Map<string, number>();
          for (const [low, high] of keys) {
            table.add(low, high, hashKey(low, high), 1);
            counts.set(`${low} ${high}`, (counts.get(`${low} ${high}`) ?? 0) + 1);
          }
          expect(table.size).toBe(counts.size);
          for (const [low, high] of keys)
            expect(table.get(low, high)).toBe(counts.get(`${low} ${high}`));
          expect(table.get(21, 5)).toBe(0);
          const list = table.atLeast(least);
          const found = Array.from(list.counts, (count, i) => [
            `${list.lows[i]} ${list.highs[i]}`,
            count,
          ]);
          expect(new Map(found as [string, number][])).toEqual(
            new Map([...counts].filter(([, count]) => count >= least)),
          );
        },
      ),
    );
  });
});

describe('the ranking', () => {
  it('goes by falling count, then by rising key', () => {
    const entry = fc.tuple(fc.nat(3), fc.constantFrom(0, 5, 70_000), fc.constantFrom(1, 2, 66_000));
    fc.assert(
      fc.property(
        fc.uniqueArray(entry, { selector: ([low, high]) => `${low} ${high}` }),
        (entries) => {
          const list = {
            lows: Uint32Array.from(entries, ([low]) => low),
            highs: Uint32Array.from(entries, ([, high]) => high),
            counts: Uint32Array.from(entries, ([, , count]) => count),
          };
          const expected = Array.from(entries.keys()).sort(
            (a, b) =>
              entries[b][2] - entries[a][2] ||
              entries[a][1] - entries[b][1] ||
              entries[a][0] - entries[b][0],
          );
          expect(Array.from(byFallingCount(list))).toEqual(expected);
        },
      ),
    );
  });
});
