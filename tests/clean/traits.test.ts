import fc from 'fast-check';
import { expect, it } from 'vitest';
import { DEFAULT_CLEAN } from '../../src/clean/config';
import { textSteps } from '../../src/clean/rules';
import * as traits from '../../src/clean/traits';
import { traitsOf } from '../../src/clean/traits';

/** The same, each by a pattern of its own. */
const PATTERNS: [trait: number, pattern: RegExp][] = [
  [traits.ODD_SPACE, /\s\s|[^\S ]|^\s|\s$/u],
  [traits.DIGITS, /\d(?:\D{0,2}\d){6}/u],
  [traits.TRIPLE, /([^\d .])\1\1|\.{4}/u],
  [traits.HIGH, /[\u2000-\u{10ffff}]/u],
  [traits.UNPLAIN, /[^\t\n\r\x20-\x7e]/u],
  [traits.SEMICOLON, /;/u],
  [traits.ANGLE, /</u],
  [traits.BACKSLASH, /\\/u],
  [traits.ADDRESS, /:\/\/|www\./iu],
  [traits.AT, /@/u],
  [traits.HASH, /#/u],
  [traits.BRACKET, /[([]/u],
  [traits.DASH, /\s-/u],
];

const SIGNS =
  'aaéé好😀.. ,,-–—12121212((）)[【\t\n\v\f\r\u00a0\u2003\u200b\u3000\ufeff\u1680\u007f\u0085';
const PIECES = [
  ...['&amp;', ' quot;', '#39;', '<br/>', '<b>', '<!--x-->', '\\', '\\$', '://', 'www.', 'WwW.'],
  ...['http://a.b/c', 'a@b.com', '@anna', '#News', '#油价#', '(Reuters)', ' - ', ' AP - ', ' -AP'],
  ...[
    '远望社3月5日电',
    '212-555-0147',
    'call 555-0147',
    '010-62785001',
    'Ａ１',
    'e\u0301',
    '\ufe0f\u20e3',
  ],
];
const text = fc
  .array(
    fc.oneof(
      fc.constantFrom(...PIECES),
      fc
        .tuple(
          fc.oneof(
            fc.constantFrom(...SIGNS),
            fc.integer({ min: 0, max: 0xffff }).map((n) => String.fromCharCode(n)),
          ),
          fc.nat(4),
        )
        .map(([character, times]) => character.repeat(times)),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join('').toWellFormed());

it('tells what patterns tell, of any text', () => {
  fc.assert(
    fc.property(text, (whole) => {
      const found = traitsOf(whole);
      for (const [trait, pattern] of PATTERNS)
        expect([trait, (found & trait) !== 0]).toEqual([trait, pattern.test(whole)]);
    }),
    { numRuns: 5000 },
  );
});

it('has every rule asked about each text that it would change', () => {
  const steps = textSteps(DEFAULT_CLEAN);
  const changed = new Set<string>();
  fc.assert(
    fc.property(text, (whole) => {
      const found = traitsOf(whole);
      for (const { rule, asks, apply } of steps) {
        if (apply(whole) === whole) continue;
        changed.add(rule);
        expect([rule, found & asks]).not.toEqual([rule, 0]);
      }
    }),
    { numRuns: 5000 },
  );
  expect(changed.size).toBe(steps.length); // or the texts were too plain to prove it
});
