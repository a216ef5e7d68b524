import { expect, it } from 'vitest';
import type { Dataset } from '../../src/core/types';
import { isOfToday } from '../../src/state/request';
import { A_DATASET, aRun } from '../ui/a-run';

it('what was prepared is stale once labels were changed or rows added', () => {
  const { prepared } = aRun();
  expect(isOfToday(prepared, A_DATASET)).toBe(true);
  expect(isOfToday(prepared, { ...A_DATASET, labelChanges: 1 })).toBe(false);
  const grown = { ...A_DATASET, train: { ...A_DATASET.train, rowCount: 1001 } } as Dataset;
  expect(isOfToday(prepared, grown)).toBe(false);
});
