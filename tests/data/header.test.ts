// First rows: of tables with a header and of the same without it, what is not told rightly is asked.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { kindOfFirst } from '../../src/data/header';

const letters = fc.string({
  unit: fc.constantFrom(...'abdefgiklmoprstuvw'),
  minLength: 2,
  maxLength: 9,
});
const sentence = fc.array(letters, { minLength: 8, maxLength: 25 }).map((all) => all.join(' '));

/** A table of texts with one or several labels, numbers perhaps, and names that say nothing by themselves. */
const tables = fc
  .record({
    labels: fc.uniqueArray(letters, { minLength: 2, maxLength: 6 }),
    texts: fc.array(sentence, { minLength: 12, maxLength: 80 }),
    first: fc.boolean(), // where the label stands
    hasNumbers: fc.boolean(),
    names: fc.tuple(letters, letters, letters),
    given: fc.array(fc.nat(), { minLength: 80, maxLength: 80 }), // the row's label
  })
  .filter(({ labels, names }) => {
    return new Set(names).size === 3 && !names.some((name) => labels.includes(name));
  })
  .map(({ labels, texts, first, hasNumbers, names, given }) => {
    const row = (label: string, text: string, number: string) => [
      ...(first ? [label, text] : [text, label]),
      ...(hasNumbers ? [number] : []),
    ];
    const rows = texts.map((text, i) => row(labels[given[i] % labels.length], text, String(i)));
    return { rows, header: row(...names), hasNumbers };
  });

describe('the first row of a table', () => {
  it('is told, or asked about, with a header and without', () => {
    fc.assert(
      fc.property(tables, ({ rows, header, hasNumbers }) => {
        expect(kindOfFirst([header, ...rows])).not.toBe('row');
        expect(kindOfFirst(rows)).not.toBe('names');
        if (hasNumbers) {
          expect(kindOfFirst([header, ...rows])).toBe('names');
          expect(kindOfFirst(rows)).toBe('row');
        }
      }),
      { numRuns: 1000 },
    );
  });

  const texts = (count: number) =>
    Array.from({ length: count }, (_, i) => `The ${'very '.repeat(i % 4)}long way of row ${i}`);
  const below = texts(20).map((text, i) => [i % 2 ? 'yes' : 'no', text]);

  it.each([
    ['names by two signs', [['Heard?', 'Tale'], ...below], 'names'],
    ['a label that comes again', [['yes', 'Tale'], ...below], 'row'],
    ['one sign only', [['Heard?', 'A tale that is as long as the rest'], ...below], 'unsure'],
    [
      'one sign above few rows',
      [['Heard?', 'A tale of some length, now'], ...below.slice(0, 6)],
      'row',
    ],
    ['a known name', [['label', 'Tale'], ...below.slice(0, 1)], 'names'],
    ['a known name in German', [['Etikett', 'Tale'], ...below.slice(0, 1)], 'names'],
    ['a sentence', [['Heard', 'This is how all of it began.'], ...below.slice(0, 6)], 'row'],
    [
      'a number above numbers',
      [['1', 'Tale'], ...texts(9).map((text, i) => [`${i % 3}`, text])],
      'row',
    ],
    [
      'a word above numbers',
      [['mark', 'Tale'], ...texts(9).map((text, i) => [`${i % 3}`, text])],
      'names',
    ],
    [
      'a missing number',
      [['N/A', 'Tale'], ...texts(9).map((text, i) => [`${i % 3}`, text])],
      'row',
    ],
    [
      'a word above dates',
      [['day', 'Tale'], ...texts(9).map((text, i) => [`2024-01-0${i + 1}`, text])],
      'names',
    ],
    ['nothing above an index', [['', 'a'], ...texts(9).map((text, i) => [`${i}`, text])], 'names'],
    ['nothing above texts', [['Heard', ''], ...below], 'row'],
    ['twice the same', [['x', 'x'], ...below], 'row'],
  ])('with %s', (_, rows, kind) => {
    expect(kindOfFirst(rows)).toBe(kind);
  });
});
