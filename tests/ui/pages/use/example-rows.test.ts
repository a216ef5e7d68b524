import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exampleRows } from '../../../../src/ui/pages/use/example-rows';

describe('the examples', () => {
  it('are different rows of the part, spread over it', () => {
    fc.assert(
      fc.property(fc.nat(10_000), fc.nat(8), fc.nat(100), (rows, count, round) => {
        const found = exampleRows(rows, count, round);
        expect(found).toHaveLength(Math.min(rows, count));
        expect(new Set(found).size).toBe(found.length);
        for (const row of found) expect(row >= 0 && row < rows).toBe(true);
      }),
    );
  });

  it('are the same for everybody, and others on request', () => {
    expect(exampleRows(7600, 4, 0)).toEqual(exampleRows(7600, 4, 0));
    expect(exampleRows(7600, 4, 1)).not.toEqual(exampleRows(7600, 4, 0));
  });
});
