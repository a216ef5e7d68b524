// Runs and their models in a real IndexedDB.
import { beforeEach, describe, expect, it } from 'vitest';
import type { Store } from '../../src/store/db';
import { getModel, getRun, listRuns, modelBytes, putRun, removeRun } from '../../src/store/runs';
import { freshStore, modelOf, runOf } from './samples';

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
    await expect(getRun(store, 'a')).rejects.toThrow('store.missing');
  });
});
