import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_CLEAN } from '../../src/clean/config';
import type { CleanSettings, OwnRule } from '../../src/core/settings';
import { RULES } from '../../src/core/types';
import { mendRecipe, readRecipe, writeRecipe } from '../../src/state/recipe';

const text = fc.string({ unit: 'grapheme', maxLength: 30 });
const own = fc.record<OwnRule>({
  find: text.filter((find) => find !== ''),
  replace: text,
  isPattern: fc.constant(false),
  matchCase: fc.boolean(),
  wholeWords: fc.boolean(),
  isOn: fc.boolean(),
});
const recipe = fc.record({
  rules: fc.record(Object.fromEntries(RULES.map((rule) => [rule, fc.boolean()]))),
  missing: fc.record({ how: fc.constantFrom('drop', 'fill', 'repeat'), word: text }),
  agencies: fc.array(text, { maxLength: 5 }),
  own: fc.array(own, { maxLength: 5 }),
}) as fc.Arbitrary<CleanSettings>;

const wrap = (parts: object) =>
  JSON.stringify({ broadsheet: 'cleaning recipe', version: 1, ...parts });
const findings = (given: string) =>
  readRecipe(given).refused?.map(({ place, finding }) => `${place}: ${finding.why}`);

describe('a recipe', () => {
  it('comes back as it was written', () => {
    fc.assert(
      fc.property(recipe, (clean) => {
        expect(readRecipe(writeRecipe(clean))).toEqual({ clean, refused: null });
      }),
    );
  });

  it('may be written by hand: what it leaves out is as in the first settings', () => {
    const read = readRecipe(
      wrap({ rules: { emoji: true }, own: [{ find: 'colour', replace: 'color' }] }),
    );
    const rule = { find: 'colour', replace: 'color', isPattern: false, isOn: true };
    expect(read).toMatchObject({
      clean: { agencies: DEFAULT_CLEAN.agencies, rules: { emoji: true, links: true }, own: [rule] },
    });
    expect(readRecipe(wrap({}))).toEqual({ clean: DEFAULT_CLEAN, refused: null });
  });

  it.each([
    ['{', [': json']],
    ['7', [': other']],
    ['{"rules":{}}', [': other']],
    ['{"broadsheet":"cleaning recipe"}', ['version: version']],
    [wrap({ version: 2 }), ['version: version']],
    [wrap({ rule: {} }), ['rule: unknown']],
    [wrap({ rules: { emojis: true } }), ['rules.emojis: unknown']],
    [wrap({ rules: { emoji: 1 } }), ['rules.emoji: value']],
    [wrap({ rules: [] }), ['rules: value']],
    [wrap({ missing: { how: 'guess' } }), ['missing.how: value']],
    [wrap({ agencies: ['AP', 3] }), ['agencies[1]: value']],
    [wrap({ own: {} }), ['own: value']],
    [wrap({ own: [3] }), ['own[0]: value']],
    [wrap({ own: [{ find: 'a', by: 'b' }] }), ['own[0].by: unknown']],
    [wrap({ own: [{ find: 'a' }, { find: '(b', isPattern: true }] }), ['own[1].find: pattern']],
    [
      wrap({ own: [{ find: 'a', replace: '$1', isPattern: true }, { replace: 'x' }] }),
      ['own[0].replace: group', 'own[1].find: empty'],
    ],
    [wrap({ own: Array.from({ length: 51 }, () => ({ find: 'a' })) }), ['own: many']],
  ])('is refused with place and finding: %.70s', (given, found) => {
    expect(findings(given)).toEqual(found);
  });

  it('never throws, whatever JSON it is', () => {
    fc.assert(
      fc.property(
        fc.json(),
        fc.dictionary(fc.constantFrom('rules', 'own', 'missing', 'agencies'), fc.jsonValue()),
        (any, parts) => {
          expect(readRecipe(any).refused).not.toBeNull();
          const read = readRecipe(wrap(parts));
          if (read.refused === null) expect(readRecipe(writeRecipe(read.clean))).toEqual(read);
        },
      ),
    );
  });

  it('that was kept with damaged parts is mended', () => {
    const good = {
      find: 'a',
      replace: '',
      isPattern: false,
      matchCase: true,
      wholeWords: false,
      isOn: true,
    };
    const kept = {
      ...DEFAULT_CLEAN,
      missing: { how: 'guess', word: 'x' },
      agencies: ['AP', 7],
      own: [good, { ...good, find: '(', isPattern: true }, null, 'x', { find: 3 }],
    } as unknown as CleanSettings;
    const mended = mendRecipe(kept);
    expect(mended).toEqual({ ...DEFAULT_CLEAN, agencies: ['AP'], own: [good] });
  });
});
