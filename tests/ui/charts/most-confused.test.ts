import { expect, it } from 'vitest';
import { mostConfused } from '../../../src/ui/charts/most-confused';

const matrix = (classes: number, mistakes: [given: number, answered: number, rows: number][]) => {
  const confusion = Array.from({ length: classes }, (_, k) =>
    Array.from({ length: classes }, (_, j): number => (k === j ? 9 : 0)),
  );
  for (const [given, answered, rows] of mistakes) confusion[given][answered] = rows;
  return confusion;
};

it('a matrix that is small enough shows all its classes', () => {
  expect(mostConfused(matrix(3, []), 3)).toEqual([0, 1, 2]);
});

it('a larger one shows the classes of most mistakes, whichever side they are on, in their order', () => {
  const confusion = matrix(6, [
    [5, 3, 7],
    [1, 3, 4],
    [0, 4, 1],
  ]);
  expect(mostConfused(confusion, 3)).toEqual([1, 3, 5]);
  expect(mostConfused(matrix(6, []), 2)).toEqual([0, 1]);
});
