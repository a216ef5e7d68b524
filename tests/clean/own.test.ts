import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_CLEAN } from '../../src/clean/config';
import { makeCleaner } from '../../src/clean/text';
import { applierOf, refusalOf } from '../../src/core/own-rule';
import type { CleanSettings, OwnRule } from '../../src/core/settings';

const PLAIN: OwnRule = {
  find: '',
  replace: '',
  isPattern: false,
  matchCase: true,
  wholeWords: false,
  isOn: true,
};
const rule = (change: Partial<OwnRule>): OwnRule => ({ ...PLAIN, ...change });
const apply = (change: Partial<OwnRule>, text: string) => applierOf(rule(change))(text);
const withOwn = (...own: OwnRule[]): CleanSettings => ({ ...DEFAULT_CLEAN, own });

describe('an own rule', () => {
  it('finds plain text as it stands, whatever it is made of', () => {
    const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(text, text, text, text, (before, find, behind, replace) => {
        const whole = before + find + behind;
        expect(apply({ find, replace }, whole)).toBe(whole.split(find).join(replace));
      }),
    );
  });

  it('minds case and whole words where it is told to', () => {
    expect(apply({ find: 'ap', matchCase: false }, 'AP, ap, APPLE')).toBe(', , PLE');
    expect(apply({ find: 'AP', wholeWords: true }, 'AP, APPLE, MAP, (AP)')).toBe(
      ', APPLE, MAP, ()',
    );
    expect(apply({ find: 'é', wholeWords: true }, 'é éa aé')).toBe(' éa aé');
  });

  it('puts the groups of a pattern into the replacement', () => {
    const swap = { find: '(\\w+), (\\w+)', replace: '$2 $1', isPattern: true };
    expect(apply(swap, 'Doe, Jane')).toBe('Jane Doe');
    const named = { find: '(?<year>\\d{4})年', replace: 'year $<year>', isPattern: true };
    expect(apply(named, '2004年')).toBe('year 2004');
    expect(
      apply({ ...swap, find: 'cat|dog', replace: 'pet', wholeWords: true }, 'cat dogs dog'),
    ).toBe('pet dogs pet');
  });

  it.each([
    [{ find: '' }, { why: 'empty' }],
    [{ find: 'x'.repeat(501) }, { why: 'long', most: 500 }],
    [
      { find: 'x', replace: 'y'.repeat(501) },
      { why: 'long', most: 500 },
    ],
    [
      { find: '(a', isPattern: true },
      { why: 'pattern', reason: 'Unterminated group' },
    ],
    [
      { find: '[z-a]', isPattern: true },
      { why: 'pattern', reason: 'Range out of order in character class' },
    ],
    [
      { find: 'a)|(b', isPattern: true, wholeWords: true },
      { why: 'pattern', reason: "Unmatched ')'" },
    ],
    [
      { find: '(a)', replace: '$2', isPattern: true },
      { why: 'group', group: 2, groups: 1 },
    ],
  ])('that cannot be used is refused: %j', (change, refusal) => {
    expect(refusalOf(rule(change))).toEqual(refusal);
  });

  it.each([
    { find: '(a' },
    { find: '(a)', replace: '$1 $& $$5', isPattern: true },
    { find: '\\p{L}+', isPattern: true },
  ])('that can be used is not: %j', (change) => {
    expect(refusalOf(rule(change))).toBeNull();
  });
});

describe('own rules within a cleaning', () => {
  it('follow each other behind the other rules, each once, and leave no odd spaces', () => {
    const clean = makeCleaner(
      withOwn(
        rule({ find: 'a', replace: 'aa' }),
        rule({ find: 'price', replace: '' }),
        rule({ find: "the country's", replace: 'our' }),
      ),
    );
    expect(clean(['the country #39;s price and war'])).toBe('our aand waar');
  });

  it('are counted under their own names, and those that are off are not tried', () => {
    const told: string[] = [];
    const tried: number[] = [];
    const settings = withOwn(
      rule({ find: 'x', isOn: false }),
      rule({ find: 'b' }),
      rule({ find: 'q' }),
    );
    const clean = makeCleaner(settings, (index) => tried.push(index));
    expect(clean(['x b'], (name) => told.push(name))).toBe('x');
    expect(told).toEqual(['own 1', 'spaces']);
    expect(tried).toEqual([1, 2]);
  });

  it('that let a text grow without end are named', () => {
    const grow = rule({ find: '.', replace: '$&'.repeat(40), isPattern: true });
    const clean = makeCleaner(withOwn(grow, grow, grow));
    expect(() => clean(['abc'.repeat(300)])).toThrow('rule.long {"rule":2');
  });
});

describe('missing fields', () => {
  const missing = (how: 'drop' | 'fill' | 'repeat', isOn = true): CleanSettings => ({
    ...DEFAULT_CLEAN,
    rules: { ...DEFAULT_CLEAN.rules, missing: isOn },
    missing: { how, word: 'untitled' },
  });
  it.each([
    [missing('fill'), ['', 'Text'], 'untitled Text'],
    [missing('fill'), ['Title', ' '], 'Title untitled'],
    [missing('fill'), ['\u3000\u00a0', 'Text'], 'untitled Text'],
    [missing('repeat'), ['', 'Text'], 'Text Text'],
    [missing('fill', false), ['', 'Text'], 'Text'],
    [missing('drop'), ['', 'Text'], 'Text'],
    [missing('fill'), ['', ''], ''],
    [missing('fill'), [''], ''],
    [missing('fill'), ['a', 'b'], 'a b'],
  ])('%# are filled as the settings say', (settings, fields, text) => {
    expect(makeCleaner(settings)(fields)).toBe(text);
  });

  it('are told before and after, also where the rule is off', () => {
    const told: unknown[] = [];
    makeCleaner(missing('fill', false))(['', 'Text'], (...change) => told.push(change));
    expect(told).toEqual([['missing', ['', 'Text'], 'untitled\nText']]);
  });
});
