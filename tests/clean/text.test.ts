import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_CLEAN } from '../../src/clean/config';
import { markChanges } from '../../src/clean/marks';
import { makeCleaner } from '../../src/clean/text';
import type { CleanSettings } from '../../src/core/settings';
import { RULES } from '../../src/core/types';

const PIECES = [
  ...[
    'a@b.cn',
    '@',
    '@ann',
    '#',
    '#BigNews',
    'ａ＠',
    '＃',
    '！！',
    '!!!',
    'sooo',
    '138 0013 8000',
    '+44 20 ',
  ],
  ...[
    '&',
    ';',
    '#',
    '39',
    '#39;',
    'amp;',
    'lt;',
    'gt;',
    'quot;',
    ' ',
    '  ',
    '\\',
    '<',
    '>',
    '<b>',
    '</p>',
    '<a href=',
  ],
  ...[
    'http://',
    'www.',
    'a.b',
    '(',
    ')',
    'AP',
    'Reuters',
    ' - ',
    '-',
    '\u00a0',
    '\u00ad',
    '\u0301',
    'e',
    '\n',
  ],
  ...[
    '远望社',
    '电',
    '（',
    '）',
    '😀',
    '&#60;',
    '&#x5c;',
    '&amp;amp;',
    '<!--',
    '-->',
    "'",
    'x',
    '$',
  ],
];
const text = fc.oneof(
  fc.array(fc.constantFrom(...PIECES), { maxLength: 14 }).map((pieces) => pieces.join('')),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
);
const settings = fc
  .uint8Array({ minLength: RULES.length, maxLength: RULES.length })
  .map((bits): CleanSettings => {
    const rules = Object.fromEntries(RULES.map((rule, i) => [rule, bits[i] % 4 > 0]));
    return { ...DEFAULT_CLEAN, rules: rules as CleanSettings['rules'] };
  });

describe('cleaning', () => {
  it('changes nothing the second time, whichever rules are on', () => {
    fc.assert(
      fc.property(text, text, settings, (title, body, chosen) => {
        const clean = makeCleaner(chosen);
        const once = clean([title, body]);
        expect(clean([once])).toBe(once);
      }),
      { numRuns: 1500 },
    );
  });

  it('with all rules leaves no runs of spaces and no spaces at the ends', () => {
    fc.assert(
      fc.property(text, (any) => {
        const cleaned = makeCleaner(DEFAULT_CLEAN)([any]);
        expect(cleaned).toBe(cleaned.trim());
        expect(cleaned).not.toMatch(/\s\s/);
      }),
    );
  });
});

describe('marks', () => {
  it('spell both texts', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const marks = markChanges(before, after);
        const spell = (left: string) =>
          marks.map(({ kind, text: part }) => (kind === left ? '' : part)).join('');
        expect(spell('inserted')).toBe(before);
        expect(spell('deleted')).toBe(after);
      }),
      { numRuns: 1000 },
    );
  });

  it('mark single characters within a word', () => {
    expect(markChanges('Google #39;s news', "Google's news")).toEqual([
      { kind: 'same', text: 'Google' },
      { kind: 'deleted', text: ' #39;' },
      { kind: 'inserted', text: "'" },
      { kind: 'same', text: 's news' },
    ]);
  });

  it('mark a word as a whole where another one stands in its place', () => {
    expect(markChanges('mail ann@example.org now', 'mail emailaddress now')).toEqual([
      { kind: 'same', text: 'mail ' },
      { kind: 'deleted', text: 'ann@example.org' },
      { kind: 'inserted', text: 'emailaddress' },
      { kind: 'same', text: ' now' },
    ]);
  });

  it('mark a character of a script without spaces', () => {
    expect(markChanges('油价（远望社）', '油价')).toEqual([
      { kind: 'same', text: '油价' },
      { kind: 'deleted', text: '（远望社）' },
    ]);
  });
});
