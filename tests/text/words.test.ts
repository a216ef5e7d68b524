import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TextSettings } from '../../src/core/settings';
import type { Dataset } from '../../src/core/types';
import { hashBytes, MOST_WORD_BYTES, START_WORD } from '../../src/text/word-source';
import { wordSource } from '../../src/text/words';

type Language = Dataset['language'];

function words(
  text: string,
  unit: TextSettings['unit'] = 'auto',
  language: Language = 'spaced',
  punctuation = false,
) {
  const source = wordSource({ unit, punctuation, lowerCase: true }, language);
  const bytes = new TextEncoder().encode(text);
  source.open(bytes, 0, bytes.length);
  const found: string[] = [];
  while (source.next()) {
    found.push(new TextDecoder().decode(source.word.subarray(0, source.length)));
    expect(source.hash).toBe(hashBytes(source.word, 0, source.length));
  }
  expect(source.next()).toBe(false);
  return found;
}

describe('words of scripts with spaces', () => {
  it.each([
    ['Oil Prices Rise, Again!', ['oil', 'prices', 'rise', 'again']],
    ["Google's don't 'quoted' rock'n'roll", ["google's", "don't", 'quoted', "rock'n'roll"]],
    ['today’s ’tis', ["today's", 'tis']],
    ['$1,250.50 in 2004. 3-2, 4.', ['1,250.50', 'in', '2004', '3', '2', '4']],
    ['U.S. e.g.x mp3 360-degree', ['u', 's', 'e', 'g', 'x', 'mp3', '360', 'degree']],
    ['ÉCOLE Ünïcode Straße ΣΑΣ ПРИВЕТ', ['école', 'ünïcode', 'straße', 'σασ', 'привет']],
    ['e\u0301t\u0301 İx', ['e\u0301t\u0301', 'İx']],
    ['𝐀bc 😀 d', ['𝐀bc', 'd']],
    ["d''e 1..2 a.b '' . ,", ['d', 'e', '1', '2', 'a', 'b']],
    ['१२.३४', ['१२.३४']],
    ['', []],
    [' ', []],
  ])('%j gives %j', (text, expected) => {
    expect(words(text)).toEqual(expected);
  });

  it('keeps the first bytes of an endless word', () => {
    expect(words(`${'x'.repeat(5000)} y`)).toEqual(['x'.repeat(MOST_WORD_BYTES), 'y']);
    const wide = words(`${'é'.repeat(5000)}z y`);
    expect(wide[0]).toMatch(/^é+z?$/);
    expect(wide[1]).toBe('y');
  });

  it('are what a pattern finds, for any ASCII text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'aB1.,\'" -$z\n'), maxLength: 30 }),
        (text) => {
          const pattern = /[a-z0-9](?:[a-z0-9]|(?<=[a-z0-9])'(?=[a-z0-9])|(?<=\d)[.,](?=\d))*/g;
          expect(words(text)).toEqual(text.toLowerCase().match(pattern) ?? []);
        },
      ),
      { numRuns: 2000 },
    );
  });
});

describe('punctuation', () => {
  const marked = (text: string, language: Language = 'spaced') =>
    words(text, 'auto', language, true);

  it.each([
    ['Oil up 3.5%, again!', [START_WORD, 'oil', 'up', '3.5', '%', ',', 'again', '!']],
    [
      "Google's U.S. deal (AP) - ",
      [START_WORD, 'google', "'", 's', 'u', '.', 's', '.', 'deal', '(', 'ap', ')', '-'],
    ],
    ['360-degree 1,250. 😀', [START_WORD, '360', '-', 'degree', '1,250', '.', '😀']],
    ['', [START_WORD]],
  ])('counts: %j gives %j', (text, expected) => {
    expect(marked(text)).toEqual(expected);
  });

  it('counts in scripts without spaces', () => {
    expect(marked('央行，OK。', 'unspaced')).toEqual([START_WORD, '央', '行', '，', 'ok', '。']);
  });

  it('is what a pattern finds, for any ASCII text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'aB1.,\'" -$z\n'), maxLength: 30 }),
        (text) => {
          const pattern = /[a-z0-9](?:[a-z0-9]|(?<=\d)[.,](?=\d))*|[^\s]/g;
          expect(marked(text)).toEqual([START_WORD, ...(text.toLowerCase().match(pattern) ?? [])]);
        },
      ),
      { numRuns: 2000 },
    );
  });
});

describe('words of scripts without spaces', () => {
  it('are characters, with Latin words and numbers whole', () => {
    const text = '央行宣布iPhone 15降价3.5%，OK';
    const expected = ['央', '行', '宣', '布', 'iphone', '15', '降', '价', '3.5', 'ok'];
    expect(words(text, 'auto', 'unspaced')).toEqual(expected);
    expect(words(text, 'characters', 'unspaced')).toEqual(expected);
    expect(words(text, 'auto', 'spaced')).toEqual(expected);
  });

  it('keep the marks upon a character', () => {
    expect(words('กินข้าว', 'auto', 'unspaced')).toEqual(['กิ', 'น', 'ข้', 'า', 'ว']);
    expect(words('カタカナー', 'auto', 'unspaced')).toEqual(['カ', 'タ', 'カ', 'ナ', 'ー']);
  });

  it('are runs where one asks for words', () => {
    expect(words('央行宣布，降价', 'words', 'unspaced')).toEqual(['央行宣布', '降价']);
  });

  it('reach beyond the basic plane', () => {
    expect(words('𠀀𠀁a', 'auto', 'unspaced')).toEqual(['𠀀', '𠀁', 'a']);
  });
});

describe('other units', () => {
  it('characters of a script with spaces are letters and digits, one by one', () => {
    expect(words("It's 4.5 é", 'characters')).toEqual(['i', 't', 's', '4', '5', 'é']);
  });

  it('the segmenter gives the words of its dictionary, in lower case', () => {
    expect(words("Hello, World’s 12 't", 'segmenter')).toEqual(['hello', "world's", '12', 't']);
    expect(words('我们今天去北京', 'segmenter', 'unspaced').join('')).toBe('我们今天去北京');
    expect(words('我们今天去北京', 'segmenter', 'unspaced').length).toBeLessThan(7);
  });
});
