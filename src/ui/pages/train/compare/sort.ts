// The columns by which runs can be sorted. A run without a value stands last, whichever way it goes.
import type { Run } from '../../../../core/run';
import { secondsOf } from '../../../parts/findings';

/** The sortable columns in their order. */
export const COLUMNS = [
  'number',
  'validation',
  'test',
  'line',
  'seconds',
  'parameters',
  'date',
] as const;

/** One of them. */
export type Column = (typeof COLUMNS)[number];

/** A column and its direction. */
export interface Sorting {
  column: Column;
  isFalling: boolean; // the greatest first
}

/** The direction in which a column is first sorted: the best, or the newest, above. */
export function firstSorting(column: Column): Sorting {
  return { column, isFalling: column !== 'seconds' && column !== 'parameters' };
}

/** Runs in order; `differenceOf` gives a run's difference to its line, null where none is known. */
export function sortRuns(
  runs: readonly Run[],
  { column, isFalling }: Sorting,
  differenceOf: (run: Run) => number | null,
): Run[] {
  const keyed = runs.map((run) => ({ run, value: valueOf(run, column, differenceOf) }));
  keyed.sort((a, b) => {
    if (a.value === null || b.value === null)
      return Number(a.value === null) - Number(b.value === null);
    return isFalling ? b.value - a.value : a.value - b.value;
  });
  return keyed.map(({ run }) => run);
}

function valueOf(
  run: Run,
  column: Column,
  differenceOf: (run: Run) => number | null,
): number | null {
  switch (column) {
    case 'number':
      return run.number;
    case 'validation':
      return run.validation?.accuracy ?? null;
    case 'test':
      return run.test?.accuracy ?? null;
    case 'line':
      return differenceOf(run);
    case 'seconds':
      return secondsOf(run);
    case 'parameters':
      return run.parameters;
    case 'date':
      return run.createdAt;
  }
}
