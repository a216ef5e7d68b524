import fc from 'fast-check';
import { expect, it } from 'vitest';
import { DIGITS, HIGH, ODD_SPACE, traitsOf, TRIPLE, UNPLAIN } from '../../src/clean/traits';

/** The same, each by a pattern of its own. */
const PATTERNS: [trait: number, pattern: RegExp][] = [
  [ODD_SPACE, /\s\s|[^\S ]|^\s|\s$/],
  [DIGITS, /\d(?:\D{0,2}\d){6}/],
  [TRIPLE, /([^\d .])\1\1|\.{4}|[\udc00-\udfff]/],
  [HIGH, /[\u2000-\uffff]/],
  [UNPLAIN, /[^\t\n\r\x20-\x7e]/],
];

it('tells what patterns tell, of any text', () => {
  const unit = fc.oneof(
    fc.constantFrom(...'aa.. 1212-(\t\n\v\f\r\u00a0\u2003\u200b\u3000\ufeff\u1680好é\u007f\u0085'),
    fc.integer({ min: 0, max: 0xffff }).map((n) => String.fromCharCode(n)),
  );
  const text = fc.array(fc.tuple(unit, fc.nat(4)), { maxLength: 12 });
  fc.assert(
    fc.property(text, (parts) => {
      const whole = parts.map(([character, times]) => character.repeat(times)).join('');
      const traits = traitsOf(whole);
      for (const [trait, pattern] of PATTERNS)
        expect([trait, (traits & trait) !== 0]).toEqual([trait, pattern.test(whole)]);
    }),
    { numRuns: 5000 },
  );
});
