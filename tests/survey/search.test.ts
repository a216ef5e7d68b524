import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packTexts, textAt } from '../../src/core/columns';
import { makeSearch, type Needle } from '../../src/survey/search';
import { isWordPart } from '../../src/text/characters';

function hitsIn(texts: readonly string[], query: string, options: Partial<Needle> = {}) {
  const column = packTexts(texts);
  const hits: [row: number, text: string][] = [];
  const search = makeSearch({ query, isWhole: false, isExact: false, ...options }, isWordPart);
  search(column, (row, start, end) => {
    const own = { bytes: column.bytes.slice(start, end), offsets: Uint32Array.of(0, end - start) };
    hits.push([row, textAt(own, 0)]);
  });
  return hits;
}

describe('searching', () => {
  it('finds a word in any capitals, and as written where that is asked', () => {
    const texts = ['Oil rises', 'the OIL price', 'soil', ''];
    expect(hitsIn(texts, 'oil')).toEqual([
      [0, 'Oil'],
      [1, 'OIL'],
      [2, 'oil'],
    ]);
    expect(hitsIn(texts, 'oil', { isExact: true })).toEqual([[2, 'oil']]);
    expect(hitsIn(texts, 'oil', { isWhole: true })).toEqual([
      [0, 'Oil'],
      [1, 'OIL'],
    ]);
  });

  it('knows capitals beyond ASCII, and mixes no two letters', () => {
    expect(hitsIn(['ПРИВЕТ École', 'привет ÉCOLE'], 'привет')).toHaveLength(2);
    expect(hitsIn(['ПРИВЕТ École', 'привет ÉCOLE'], 'éCOLE')).toHaveLength(2);
    expect(hitsIn(['Ѐ Ѡ'], 'р')).toEqual([]); // bytes of р and Р, crossed
    expect(hitsIn(['STRASSE Straße'], 'straße')).toHaveLength(2);
  });

  it('finds whole words where marks, apostrophes and line ends stand beside them', () => {
    expect(
      hitsIn(['(AP)', 'AP\\Line', "AP's", 'xAP', 'AP1', 'é\u0301AP'], 'ap', { isWhole: true }).map(
        ([row]) => row,
      ),
    ).toEqual([0, 1, 2]);
    expect(hitsIn(['oil price', 'oil prices'], 'oil price', { isWhole: true })).toEqual([
      [0, 'oil price'],
    ]);
    expect(hitsIn(['a (AP) b'], '(ap)', { isWhole: true })).toHaveLength(1);
  });

  it('takes Chinese as it comes: there no space parts words', () => {
    const texts = ['油价再次上涨。', '上涨的油价', 'OPEC油价'];
    expect(hitsIn(texts, '油价', { isWhole: true }).map(([row]) => row)).toEqual([0, 1, 2]);
    expect(hitsIn(texts, '涨的')).toEqual([[1, '涨的']]);
  });

  it('finds an apostrophe however it is written, here and there', () => {
    const texts = ["I don't", 'I DON’T', 'donʼt', 'don＇t', 'dont', 'don‘t', "'’'’"];
    for (const query of ["don't", 'don’t', 'donʼt'])
      expect(hitsIn(texts, query).map(([, text]) => text)).toEqual([
        "don't",
        'DON’T',
        'donʼt',
        'don＇t',
      ]);
    expect(hitsIn(texts, "don't", { isExact: true, isWhole: true })).toHaveLength(3);
    expect(hitsIn(texts, '’')).toHaveLength(8);
    expect(hitsIn(texts, "’'")).toEqual([
      [6, "'’"],
      [6, "'’"],
    ]);
  });

  it('never finds anything over the bound of two texts, nor an empty query', () => {
    expect(hitsIn(['ab', 'cd'], 'bc')).toEqual([]);
    expect(hitsIn(['ab'], '')).toEqual([]);
  });

  it('finds what indexOf finds where all apostrophes are one', () => {
    const fold = (text: string) => text.replaceAll('’', "'");
    const text = fc.string({
      unit: fc.constantFrom('a', 'b', 'é', '油', '😀', ' ', "'", '’'),
      maxLength: 30,
    });
    fc.assert(
      fc.property(fc.array(text, { maxLength: 8 }), text, (texts, query) => {
        const expected = texts.flatMap((own, row) => {
          const hits: [number, string][] = [];
          for (
            let at = fold(own).indexOf(fold(query));
            query !== '' && at >= 0;
            at = fold(own).indexOf(fold(query), at + query.length)
          )
            hits.push([row, own.slice(at, at + query.length)]);
          return hits;
        });
        expect(hitsIn(texts, query, { isExact: true })).toEqual(expected);
      }),
    );
  });
});
