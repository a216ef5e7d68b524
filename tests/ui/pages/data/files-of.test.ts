import { expect, it } from 'vitest';
import type { Part } from '../../../../src/core/types';
import { filesOf } from '../../../../src/ui/pages/data/files-of';

const part = (name: string, rows: number, sizeBytes = 9) =>
  ({ sources: [{ name, sizeBytes, rows }] }) as Part;
const told = (train: Part | null, test: Part | null) =>
  filesOf({ train, test }).map(({ name, rows }) => [name, rows]);

it('a file whose rows went into both parts stands once, with all of them', () => {
  expect(told(part('a.csv', 5), part('a.csv', 2))).toEqual([['a.csv', 7]]);
  expect(told(part('a.csv', 5), part('b.csv', 2))).toEqual([
    ['a.csv', 5],
    ['b.csv', 2],
  ]);
  expect(told(part('a.csv', 5), part('a.csv', 2, 4))).toEqual([
    ['a.csv', 5],
    ['a.csv', 2],
  ]);
  expect(told(null, null)).toEqual([]);
});
