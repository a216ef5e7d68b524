import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { removeEmoji, shortenRepeats, unifyWidth } from '../../src/clean/noise';

describe('full and half width', () => {
  it.each([
    ['ＡＢＣ１２３，好！（ａ）', 'ABC123,好!(a)'],
    ['ｶﾞﾗｽ', 'ガラス'],
    ['￥１００', '¥100'],
    ['ﾊﾝｸﾞﾙ ￦', 'ハングル ₩'],
  ])('%j becomes %j', (before, after) => {
    expect(unifyWidth(before)).toBe(after);
  });

  it('touches no other character that NFKC would change', () => {
    for (const text of ['ﬁ', '①', 'x²', '…', '㎏', 'Ⅳ', 'e\u0301', '。「」', '\ufeff'])
      expect(unifyWidth(text)).toBe(text);
  });

  it('leaves no character of full or half width, and changes nothing the second time', () => {
    const character = fc.integer({ min: 0xff00, max: 0xffef }).map((n) => String.fromCharCode(n));
    fc.assert(
      fc.property(fc.array(fc.oneof(character, fc.string()), { maxLength: 20 }), (parts) => {
        const once = unifyWidth(parts.join(''));
        expect(unifyWidth(once)).toBe(once);
        expect(once).not.toMatch(/[\uff01-\uffbe]/);
      }),
    );
  });
});

describe('emoji', () => {
  it.each([
    ['Great 👍🏽!', 'Great  !'],
    ['😀😀😀', ' '],
    ['a👨‍👩‍👧‍👦b', 'a b'],
    ['🇨🇳🇬🇧', ' '],
    ['1️⃣ first', '  first'],
    ['love ❤ and ❤️', 'love   and  '],
    ['☺️ ☀ ✈', '     '],
    ['🏴󠁧󠁢󠁥󠁮󠁧󠁿', ' '],
    ['太好了👍🏽', '太好了 '],
  ])('%j becomes %j', (before, after) => {
    expect(removeEmoji(before)).toBe(after);
  });

  it.each([
    '© 2004, ®, ™',
    '12 # * 3',
    '★★★ → ↔ ■',
    '“好”……〜',
    '𠮷野家 𝒜',
    ':-) :D',
    '½ № ①',
    'ℹ ‼',
  ])('%j has none and stays', (text) => {
    expect(removeEmoji(text)).toBe(text);
  });

  it('leave nothing behind that is drawn as emoji', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
        const once = removeEmoji(text);
        expect(once).not.toMatch(/\p{Emoji_Presentation}/u);
        expect(removeEmoji(once)).toBe(once);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('repeated characters', () => {
  it.each([
    ['sooooo good!!!!', 'soo good!'],
    ['NOOOOO', 'NOO'],
    ['哈哈哈哈！！！！', '哈哈！'],
    ['well......', 'well...'],
    ['wait... what', 'wait... what'],
    ['-----', '-'],
    ['======= x', '= x'],
    ['😀😀😀😀', '😀'],
    ['awwww', 'aww'],
    ['。。。。', '。'],
  ])('%j becomes %j', (before, after) => {
    expect(shortenRepeats(before)).toBe(after);
  });

  it.each([
    'good, book, committee',
    '1000000 and 0.0001',
    'World War III, VIII, AAA, XXX',
    'www.example.org',
    'a  b   c',
    '!! ?? --',
    '"" \'\'',
    '😀😀',
    'abcabcabc',
    '',
  ])('%j stays', (text) => {
    expect(shortenRepeats(text)).toBe(text);
  });

  it('leave nothing that stands four times in a row but digits and spaces, and no text longer', () => {
    const text = fc.array(
      fc.tuple(fc.constantFrom(...'aAIwé好!.-#\u0301 9\n', '😀', '𠮷'), fc.nat(6)),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(text, (parts) => {
        const before = parts.map(([character, times]) => character.repeat(times)).join('');
        const after = shortenRepeats(before);
        expect(after).not.toMatch(/([^\d\s\p{M}])\1{3}/u);
        expect(after.length).toBeLessThanOrEqual(before.length);
        expect(shortenRepeats(after)).toBe(after);
      }),
      { numRuns: 2000 },
    );
  });
});
