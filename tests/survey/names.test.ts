import fc from 'fast-check';
import { expect, it } from 'vitest';
import { packTexts } from '../../src/core/columns';
import { makeNameSearch } from '../../src/survey/names';
import { makeSearch } from '../../src/survey/search';
import { isWordPart } from '../../src/text/characters';

function rowsByName(texts: readonly string[], names: readonly string[]): number[][] {
  const rows = names.map((): number[] => []);
  makeNameSearch(names, isWordPart)(packTexts(texts), (row, name) => rows[name].push(row));
  return rows;
}

it('finds names of several words, with points, without spaces, once a row', () => {
  const texts = [
    'LONDON (Meridian Press) - Meridian Press says so',
    'from Galaxy.com and the meridian press',
    '据青松社报道，青松社记者',
    'a meridian pressure, galaxy com',
    '',
    'Galaxy.com',
  ];
  expect(rowsByName(texts, ['Meridian Press', 'Galaxy.com', '青松社', 'Nobody'])).toEqual([
    [0, 1],
    [1, 5],
    [2],
    [],
  ]);
});

it('finds the rows that a search for each name as a whole word finds', () => {
  const text = fc.string({
    unit: fc.constantFrom('a', 'A', 'b', 'é', '社', '😀', ' ', '.', "'", '’'),
    maxLength: 24,
  });
  const name = fc.string({ unit: fc.constantFrom('a', 'b', 'é', '社', '.', "'"), maxLength: 3 });
  fc.assert(
    fc.property(
      fc.array(text, { maxLength: 6 }),
      fc.array(name, { maxLength: 5 }),
      (texts, names) => {
        const expected = names.map((query) => {
          const rows = new Set<number>();
          const search = makeSearch({ query, isWhole: true, isExact: false }, isWordPart);
          search(packTexts(texts), (row) => rows.add(row));
          return [...rows];
        });
        expect(rowsByName(texts, names)).toEqual(expected);
      },
    ),
    { numRuns: 500 },
  );
});
