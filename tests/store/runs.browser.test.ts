// Runs and their models in a real IndexedDB.
import { beforeEach, describe, expect, it } from 'vitest';
import type { Run } from '../../src/core/run';
import { changeDataset, putDataset } from '../../src/store/datasets';
import type { Store } from '../../src/store/db';
import { holding } from '../../src/store/hold';
import {
  getModel,
  getRun,
  listRuns,
  listSettledRuns,
  modelBytes,
  putRun,
  removeRun,
} from '../../src/store/runs';
import { datasetOf, freshStore, modelOf, runOf } from './samples';

let store: Store;
beforeEach(async () => {
  store = await freshStore();
});

describe('runs', () => {
  it('come back with their models, newest first', async () => {
    await putRun(store, runOf('a', 1), modelOf('a'));
    await putRun(store, runOf('b', 2));
    expect((await listRuns(store)).map(({ id }) => id)).toEqual(['b', 'a']);
    const model = await getModel(store, 'a');
    expect(model.parameters.table.values).toEqual(new Float32Array(1000).fill(0.5));
    expect(model.tokenizer.words).toEqual(['oil', '油']);
    await expect(getModel(store, 'b')).rejects.toThrow('store.missing');
  });

  it('are gone with their models, and the room they took is counted', async () => {
    await putRun(store, runOf('a', 1), modelOf('a'));
    expect(await modelBytes(store)).toBeGreaterThan(4000);
    await removeRun(store, 'a');
    expect(await modelBytes(store)).toBe(0);
    await expect(getRun(store, 'a')).rejects.toThrow('run.gone');
  });

  it('that were cut off with their page are told so, but not one that is still being trained', async () => {
    const running = { status: 'running' } as const;
    await putRun(store, { ...runOf('alive', 3), ...running });
    await putRun(store, { ...runOf('useful', 2), ...running, bestEpoch: 1 });
    await putRun(store, { ...runOf('useless', 1), ...running });
    const listed = await holding('alive', () => listSettledRuns(store, false));
    const states = ['running', 'stopped', 'failed'];
    expect(listed.map(({ status }) => status)).toEqual(states);
    expect((await listRuns(store)).map(({ status }) => status)).toEqual(states);
  });

  it('take over the names that their dataset’s classes are given later', async () => {
    const classes = ['1', '2'].map((key) => ({ key, name: key }));
    await putDataset(store, { ...datasetOf('d', null), classes });
    const majority = { label: '2', accuracy: 0.5 };
    const perClass = ['1', '2'].map((label) => ({ label, f1: 1 }));
    const judged = { classes: ['1', '2'], test: { majority, perClass } } as unknown as Run;
    await putRun(store, { ...runOf('of it', 2), ...judged, datasetId: 'd' });
    await putRun(store, { ...runOf('of another', 1), ...judged, datasetId: 'e' });
    const names = ['World', 'Sports'];
    const named = classes.map(({ key }, i) => ({ key, name: names[i] }));
    await changeDataset(store, 'd', (dataset) => ({ ...dataset, classes: named }));
    const { classes: shown, test } = await getRun(store, 'of it');
    expect(shown).toEqual(names);
    expect(test?.majority).toEqual({ label: 'Sports', accuracy: 0.5 });
    expect(test?.perClass.map(({ label }) => label)).toEqual(names);
    expect((await getRun(store, 'of another')).classes).toEqual(['1', '2']);
  });
});
