// Pairs of runs compared by the real worker over a real store, as the page holds them.
import { beforeEach, expect, it } from 'vitest';
import { App } from '../../src/state/app.svelte';
import type { Store } from '../../src/store/db';
import { putRun } from '../../src/store/runs';
import { freshStore, modelOf } from '../store/samples';
import { aRun } from '../ui/a-run';

const WAIT = { timeout: 20_000 }; // a worker is started
let store: Store;
beforeEach(async () => {
  store = await freshStore();
  localStorage.clear();
});

it('knows a pair once it was asked for, or why it cannot be compared', async () => {
  const [run, line] = [aRun({ id: 'run' }), aRun({ id: 'line', number: 2 })];
  const stranger = aRun({ id: 'stranger', number: 3, datasetId: 'other' });
  for (const each of [run, line, stranger]) await putRun(store, each, modelOf(each.id));
  const { comparisons } = new App();
  expect(comparisons.of(run, line)).toBeNull();
  comparisons.ask(run, line);
  comparisons.ask(run, line);
  comparisons.ask(run, stranger);
  await expect.poll(() => comparisons.of(run, line)?.comparison?.rows, WAIT).toBe(1);
  await expect.poll(() => comparisons.of(run, stranger)?.fault?.key, WAIT).toBe('compare.rows');
});

it('asks for nothing where a run was not tested, and anew after another look', async () => {
  const [run, line] = [aRun({ id: 'run' }), aRun({ id: 'line', number: 2, test: null })];
  await putRun(store, run, modelOf('run'));
  const tested = aRun({ id: 'line', number: 2, testLook: 5 });
  await putRun(store, tested, modelOf('line'));
  const { comparisons } = new App();
  comparisons.ask(run, line);
  comparisons.ask(run, tested);
  await expect.poll(() => comparisons.of(run, tested), WAIT).not.toBeNull();
  expect(comparisons.of(run, line)).toBeNull();
});
