// Rules must stay linear in a text's length: a pattern that is not would hang on texts that repeat one piece very often.
import { describe, expect, it } from 'vitest';
import { DEFAULT_CLEAN } from '../../src/clean/config';
import { textSteps } from '../../src/clean/rules';

const PIECES = [
  ...['a', 'A', '1', '.', '-', '@', '#', ' ', '+', '(', '_', '好', '😀', '\u200d', 'ｱ', '\ufe0f'],
  ...['a@', '@a', 'a.', '1 ', '1-', '+1 ', '(1', '1)', '#a', '#_', 'aA', 'a-.', '1\u20e3', 'tel '],
  ...['a@b', 'a@b.', '020 ', '0044 ', '138 ', '212-555-', '👍🏽', '🇨🇳', '...', 'call 1', '电话1'],
];
const TIMES = 5_000; // a quadratic rule would need some 50,000 million steps in all, and run into the test’s limit

describe('on a text that repeats a piece very often', () => {
  const steps = textSteps(DEFAULT_CLEAN).filter(({ rule }) =>
    ['width', 'emails', 'phones', 'mentions', 'hashtags', 'emoji', 'repeats'].includes(rule),
  );
  it.each(steps)('$rule comes to its end', ({ apply }) => {
    for (const piece of PIECES)
      for (const end of ['', '!', 'x', '1234567', '@'])
        expect(apply(piece.repeat(TIMES) + end).length).toBeGreaterThanOrEqual(0);
  });
});
