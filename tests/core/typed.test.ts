// Typed classes: the lines of a text, what is missing, and the file that they become.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lacksOf, linesOf, shortOf, typedFile } from '../../src/core/typed';

const lines = (count: number) => Array.from({ length: count }, (_, i) => `line ${i}`).join('\n');
const kinds = (classes: Parameters<typeof lacksOf>[0]) => lacksOf(classes).map(({ kind }) => kind);

describe('typed classes', () => {
  it('take each line for a text, whatever ends it, and leave blank ones out', () => {
    expect(linesOf({ name: 'a', text: ' one\r\n\n two\rthree \n' })).toEqual([
      'one',
      'two',
      'three',
    ]);
  });

  it('say what is missing', () => {
    const [a, b] = [
      { name: 'a', text: 'x' },
      { name: 'b', text: 'y' },
    ];
    expect(kinds([a, b])).toEqual([]);
    expect(kinds([a, { name: 'b', text: ' \n' }])).toEqual(['classes']);
    expect(kinds([a, b, { name: '', text: '' }])).toEqual([]); // an empty box is no class
    expect(kinds([a, b, { name: ' ', text: 'z' }])).toEqual(['name']);
    expect(kinds([a, { name: ' a ', text: 'z' }])).toEqual(['same']);
    expect(kinds([a, { name: 'b', text: lines(5000) }])).toEqual(['many']);
    const short = shortOf([a, { name: 'b', text: lines(10) }]);
    expect(short).toEqual([{ kind: 'rows', name: 'a', number: 1, missing: 9 }]);
  });

  it('count a text that comes again once, in whichever class', () => {
    const same = { name: 'a', text: 'one\n'.repeat(12) };
    expect(shortOf([same, { name: 'b', text: `${lines(10)}\none` }])).toEqual([
      { kind: 'rows', name: 'a', number: 1, missing: 9 },
    ]);
    const again = shortOf([
      { name: 'a', text: lines(10) },
      { name: 'b', text: lines(12) },
    ]);
    expect(again).toEqual([{ kind: 'rows', name: 'b', number: 2, missing: 8 }]);
  });

  it('become a file of JSON lines that holds them as they are', async () => {
    const text = fc.string({ unit: 'grapheme' });
    const one = fc.record({ name: text, text: fc.array(text).map((all) => all.join('\n')) });
    await fc.assert(
      fc.asyncProperty(fc.array(one), async (classes) => {
        const written = (await typedFile(classes).text()).split('\n').slice(0, -1);
        const rows = classes.flatMap((each) =>
          linesOf(each).map((line) => ({ label: each.name.trim(), text: line })),
        );
        expect(written.map((row) => JSON.parse(row) as unknown)).toEqual(rows);
      }),
    );
  });
});
