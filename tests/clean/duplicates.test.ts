import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_CLEAN } from '../../src/clean/config';
import { findDrops, ruleOfMark } from '../../src/clean/duplicates';
import { fingerprint, FINGERPRINT_WORDS } from '../../src/clean/fingerprint';
import type { Rule } from '../../src/core/types';

function printsOf(texts: readonly string[]): Uint32Array {
  const prints = new Uint32Array(texts.length * FINGERPRINT_WORDS);
  texts.forEach((text, i) => {
    const bytes = new TextEncoder().encode(text);
    fingerprint(bytes, [0, bytes.length], prints, i * FINGERPRINT_WORDS);
  });
  return prints;
}

function drop(train: string[], test: string[], off: Rule[] = []) {
  const rules = { ...DEFAULT_CLEAN.rules };
  for (const rule of off) rules[rule] = false;
  const missing = { train: new Uint8Array(train.length), test: new Uint8Array(test.length) };
  const prints = { train: printsOf(train), test: printsOf(test), missing };
  const { dropped, matches } = findDrops(prints, { ...DEFAULT_CLEAN, rules });
  return { dropped: Array.from(dropped, ruleOfMark), matches };
}

describe('a fingerprint', () => {
  it('is MurmurHash3_x86_128', () => {
    const hex = Array.from(printsOf(['The quick brown fox jumps over the lazy dog']), (word) =>
      word.toString(16).padStart(8, '0'),
    );
    expect(hex.join('')).toBe('2f1583c3ecee2c675d7bf66ce5e91d2c');
    expect(Array.from(printsOf(['']))).toEqual([0, 0, 0, 0]);
  });

  it('differs for different texts of every length', () => {
    const texts = Array.from({ length: 64 }, (_, i) => 'a'.repeat(i));
    const prints = printsOf([...texts, ...texts.map((text) => `${text}b`)]);
    const seen = new Set<string>();
    for (let i = 0; i < prints.length; i += FINGERPRINT_WORDS)
      seen.add(prints.slice(i, i + FINGERPRINT_WORDS).join());
    expect(seen.size).toBe(128);
  });

  it('does not depend on where the bytes lie', () => {
    const bytes = new TextEncoder().encode('xxabcdefghijklmnopqrs');
    const out = new Uint32Array(8);
    fingerprint(bytes, [2, 21], out, 0);
    fingerprint(bytes.slice(2), [0, 19], out, 4);
    expect(out.slice(0, 4)).toEqual(out.slice(4));
  });
});

describe('dropping', () => {
  it('takes empty rows, repeats and rows of the test out of train, and nothing out of test', () => {
    const { dropped, matches } = drop(['a', '', 'b', 'a', 'c', ''], ['c', 'd', 'd', '']);
    expect(dropped).toEqual([null, 'empty', null, 'duplicates', 'leaks', 'empty']);
    expect(matches.empty).toEqual({ train: [1, 5], test: [3] });
    expect(matches.duplicates).toEqual({ train: [3], test: [2] });
    expect(matches.leaks.train).toEqual([4]);
    expect(matches.leaks.test).toEqual([0]);
  });

  it('counts what a rule that is off would drop, and drops nothing', () => {
    const { dropped, matches } = drop(['a', 'a', 'b'], ['b'], ['duplicates', 'leaks']);
    expect(dropped).toEqual([null, null, null]);
    expect(matches.duplicates.train).toEqual([1]);
    expect(matches.leaks.train).toEqual([2]);
  });

  it('leaves empty rows to the rule for them', () => {
    const { dropped, matches } = drop(['', '', 'a'], ['', ''], ['empty']);
    expect(dropped).toEqual([null, null, null]);
    expect(matches.empty.train).toEqual([0, 1]);
    expect(matches.leaks).toEqual({ train: [], test: [] });
  });

  it('finds what a plain map finds', () => {
    const words = fc.array(fc.constantFrom('', 'a', 'b', 'c', 'dd', 'ee', 'fff'), {
      maxLength: 60,
    });
    fc.assert(
      fc.property(words, words, (train, test) => {
        const { dropped } = drop(train, test);
        const seen = new Set<string>();
        const expected = train.map((text) => {
          if (text === '') return 'empty';
          if (seen.has(text)) return 'duplicates';
          seen.add(text);
          return test.includes(text) ? 'leaks' : null;
        });
        expect(dropped).toEqual(expected);
      }),
    );
  });
});
