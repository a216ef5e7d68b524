import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countPairs, pairedInterval, type PairedCounts } from '../../src/evaluate/compare';
import { expectClose } from '../support';

interface Case extends PairedCounts {
  difference: number;
  interval: [number, number];
}

const path = new URL('./compare.json', import.meta.url);
const cases = JSON.parse(readFileSync(path, 'utf8')) as Case[];
const rows = fc.nat({ max: 200 });
const tables = fc.record({ both: rows, onlyA: rows, onlyB: rows, neither: rows });

describe('the interval of a paired difference', () => {
  it.each(cases)(
    'agrees with an independent implementation, $both $onlyA $onlyB $neither',
    (table) => {
      expectClose(pairedInterval(table), table.interval, { rtol: 1e-7, atol: 1e-9 });
    },
  );

  it('holds the difference, stays within -1 and 1, and turns round with its classifiers', () => {
    fc.assert(
      fc.property(tables, (table) => {
        const [least, most] = pairedInterval(table);
        const turned = pairedInterval({ ...table, onlyA: table.onlyB, onlyB: table.onlyA });
        const all = table.both + table.onlyA + table.onlyB + table.neither;
        const difference = all === 0 ? 0 : (table.onlyA - table.onlyB) / all;
        expect(least).toBeLessThanOrEqual(difference + 1e-12);
        expect(most).toBeGreaterThanOrEqual(difference - 1e-12);
        expect(least).toBeGreaterThanOrEqual(-1 - 1e-12);
        expect(most).toBeLessThanOrEqual(1 + 1e-12);
        expectClose([-turned[1], -turned[0]], [least, most], { rtol: 1e-12, atol: 1e-12 });
      }),
    );
  });

  it('knows nothing of no rows', () => {
    expect(pairedInterval({ both: 0, onlyA: 0, onlyB: 0, neither: 0 })).toEqual([-1, 1]);
  });
});

it('counts who has which rows right', () => {
  const given = [0, 1, 2, 0, 1];
  const counts = countPairs({ given, a: [0, 1, 0, 1, 0], b: [0, 0, 2, 2, 0] });
  expect(counts).toEqual({ both: 1, onlyA: 1, onlyB: 1, neither: 2 });
});
