import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { joinColumns, packTexts, textAt, unpackTexts } from '../../src/core/columns';

describe('a column of texts', () => {
  it('gives its texts back, all or one by one', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' }), { maxLength: 20 }), (texts) => {
        const column = packTexts(texts);
        expect(unpackTexts(column)).toEqual(texts);
        expect(texts.map((_, i) => textAt(column, i))).toEqual(texts);
        expect(column.offsets.at(-1)).toBe(column.bytes.length);
      }),
    );
  });

  it('keeps plain, accented, Chinese and paired characters apart', () => {
    const texts = ['plain', '', 'é', '央行', '😀a', '\ufeff'];
    expect(unpackTexts(packTexts(texts))).toEqual(texts);
    expect(Array.from(packTexts(texts).offsets)).toEqual([0, 5, 5, 7, 13, 18, 21]);
  });

  it('keeps its bytes when another is packed', () => {
    const first = packTexts(['one', 'two']);
    packTexts(['three', 'four']);
    expect(unpackTexts(first)).toEqual(['one', 'two']);
  });

  it('never makes one character of two halves in neighbouring texts', () => {
    expect(unpackTexts(packTexts(['a\ud83d', '\ude00b']))).toEqual(['a\ufffd', '\ufffdb']);
  });
});

it('columns are joined row by row, with a space between texts that are not empty', () => {
  const text = fc.string({ unit: fc.constantFrom('a', ' ', 'é', '油', '😀'), maxLength: 5 });
  const rows = fc.array(fc.array(text, { minLength: 3, maxLength: 3 }), { maxLength: 6 });
  fc.assert(
    fc.property(rows, fc.integer({ min: 1, max: 3 }), (texts, count) => {
      const columns = Array.from({ length: count }, (_, k) =>
        packTexts(texts.map((row) => row[k])),
      );
      const expected = texts.map((row) =>
        row
          .slice(0, count)
          .filter((each) => each !== '')
          .join(' '),
      );
      expect(unpackTexts(joinColumns(columns))).toEqual(expected);
    }),
  );
});
