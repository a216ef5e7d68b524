// Runs and their models in a real IndexedDB, and a disk that is really full.
import { cdp } from 'vitest/browser';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { faultOf, kindOf } from '../../src/core/errors';
import { putChunks } from '../../src/store/chunk';
import { listDatasets, putDataset } from '../../src/store/datasets';
import type { Store } from '../../src/store/db';
import { getModel, getRun, listRuns, modelBytes, putRun, removeRun } from '../../src/store/runs';
import { chunkOf, datasetOf, freshStore, modelOf, runOf } from './samples';

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

describe('a full disk', () => {
  const setQuota = (quotaSize?: number) =>
    cdp().send('Storage.overrideQuotaForOrigin', {
      origin: location.origin,
      ...(quotaSize === undefined ? {} : { quotaSize }),
    });
  afterEach(() => setQuota());

  it('is said with bytes needed and free, and what was stored stays', async () => {
    await putDataset(store, datasetOf('kept', null));
    await setQuota(1_000_000);
    await new Promise((resolve) => setTimeout(resolve, 31_000)); // Chrome remembers the room it found for 30 s
    const noise = () =>
      Array.from(crypto.getRandomValues(new Uint32Array(16_000)), String).join(' ');
    const rows = Array.from({ length: 40 }, (_, i): [string, string] => [`${i}`, noise()]);
    const error: unknown = await putChunks(store, 'p', 0, [chunkOf(0, rows)]).catch(
      (e: unknown) => e,
    );
    expect(kindOf(error)).toBe('no-space');
    const { key, values } = faultOf(error);
    expect(key).toBe('space.full');
    expect(values).toMatchObject({ neededBytes: expect.any(Number) as number, freeBytes: null });
    expect(await store.count('chunks')).toBe(0);
    expect(await listDatasets(store)).toHaveLength(1);
  });
});
