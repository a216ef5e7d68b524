// Runs and their models in a real IndexedDB.
import { beforeEach, describe, expect, it } from 'vitest';
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
});
