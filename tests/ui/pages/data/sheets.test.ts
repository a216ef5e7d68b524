import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rowsOf, sheetCount, sheetOf, SHEET_ROWS } from '../../../../src/ui/pages/data/sheets';

describe('the sheets of a long table', () => {
  it('hold every row exactly once, in order', () => {
    const property = fc.property(fc.integer({ min: 1, max: 3_000_000 }), (rows) => {
      let next = 0;
      for (let sheet = 0; sheet < sheetCount(rows); sheet++) {
        const { rowStart, rowEnd } = rowsOf(sheet, rows);
        expect(rowStart).toBe(next);
        expect(rowEnd).toBeGreaterThan(rowStart);
        expect(sheetOf(rowEnd - 1)).toBe(sheet);
        next = rowEnd;
      }
      expect(next).toBe(rows);
    });
    fc.assert(property);
  });

  it('are ten for a million rows, and one for none', () => {
    expect(sheetCount(1_000_000)).toBe(10);
    expect(sheetCount(0)).toBe(1);
    expect(rowsOf(0, 0)).toEqual({ rowStart: 0, rowEnd: 0 });
    expect(sheetCount(SHEET_ROWS)).toBe(1);
  });
});
