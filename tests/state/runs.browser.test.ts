// The list of runs as the page holds it, over the real worker and a real store.
import { beforeEach, expect, it } from 'vitest';
import { App } from '../../src/state/app.svelte';
import type { Store } from '../../src/store/db';
import { putDataset } from '../../src/store/datasets';
import { getRun, putRun } from '../../src/store/runs';
import { datasetOf, freshStore } from '../store/samples';
import { aRun } from '../ui/a-run';

let store: Store;
beforeEach(async () => {
  store = await freshStore();
  localStorage.clear();
});

async function putRuns(...runs: [id: string, datasetId: string][]): Promise<void> {
  for (const [i, [id, datasetId]] of runs.entries())
    await putRun(store, aRun({ id, datasetId, createdAt: runs.length - i }));
}

it('shows the newest run on the same data after the one that is looked at was deleted', async () => {
  await putRuns(['newest', 'other'], ['second', 'news'], ['third', 'news'], ['last', 'news']);
  const { runs } = new App();
  await runs.load();
  expect(runs.currentId).toBe('newest');
  runs.currentId = 'third';
  await runs.remove('last');
  expect(runs.currentId).toBe('third');
  await runs.remove('third');
  expect(runs.currentId).toBe('second');
  await runs.remove('second');
  expect(runs.currentId).toBe('newest');
  await runs.remove('newest');
  expect(runs.current).toBeNull();
});

it('follows what another tab did when the page is looked at again, and stirs nothing else', async () => {
  await putRuns(['a', 'd'], ['b', 'd']);
  await putDataset(store, datasetOf('d', null));
  const app = new App();
  await app.open();
  const [a, b] = app.runs.list;
  const [dataset] = app.datasets.list;
  await putDataset(store, datasetOf('longer', null));
  await putRun(store, { ...(await getRun(store, 'b')), testLook: 2 });
  window.dispatchEvent(new Event('focus'));
  await expect.poll(() => app.runs.list[1].testLook).toBe(2);
  expect(app.runs.list[0]).toBe(a);
  expect(app.runs.list[1]).not.toBe(b);
  expect(app.datasets.list.map(({ id }) => id)).toEqual(['longer', 'd']);
  expect(app.datasets.list[1]).toBe(dataset);
});
