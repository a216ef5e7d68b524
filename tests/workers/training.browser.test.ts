// Whole runs on the WASM tier with a real store: what is kept of them, however they end.
import { beforeEach, describe, expect, it } from 'vitest';
import { faultOf } from '../../src/core/errors';
import type { Run, RunUpdate } from '../../src/core/run';
import { getDataset, removeDataset } from '../../src/store/datasets';
import type { Store } from '../../src/store/db';
import { heldIds } from '../../src/store/hold';
import { getModel, listRuns, listSettledRuns } from '../../src/store/runs';
import { DEFAULT_MODELS } from '../../src/models/config';
import { expectClose } from '../support';
import { readCell, testRun } from '../../src/workers/testing';
import { freshStore } from '../store/samples';
import { bring, settingsOf, trainOn } from './lesson';

let store: Store;
beforeEach(async () => {
  store = await freshStore();
});

describe('a run', () => {
  it('on rows changed at random is kept with the shares, and gives the same losses on both tiers', async () => {
    const dataset = await bring(60, 6);
    const augment = { wordDropout: 0.1, swap: 0.2, deletion: 0.1 };
    const models = [DEFAULT_MODELS.bag, { ...DEFAULT_MODELS.cnn, width: 8, filters: 8 }];
    for (const model of models) {
      const settings = settingsOf({ epochs: 2 }, { augment, model });
      const slow = await trainOn(dataset, settings);
      const fast = await trainOn(dataset, { ...settings, tier: 'webgpu' });
      const losses = ({ curve }: Run) => curve.map(({ loss }) => loss);
      expectClose(losses(fast), losses(slow), { rtol: 1e-3 });
    }
    const kept = await listRuns(store);
    expect(kept.map(({ settings }) => settings.augment)).toEqual(kept.map(() => augment));
  }, 120_000);

  it('that breaks off keeps the curve and the epochs so far, and can be used', async () => {
    const dataset = await bring(200, 20);
    const breakOff = ({ epochs }: RunUpdate) => {
      if (epochs.length >= 3) throw new Error('a fault in mid-run');
    };
    await expect(trainOn(dataset, settingsOf({ epochs: 9 }), breakOff)).rejects.toThrow('a fault');
    const [run] = await listRuns(store);
    expect(run).toMatchObject({ status: 'failed', fault: { key: 'bug' } });
    expect(run.epochs.map(({ epoch }) => epoch)).toEqual([1, 2, 3]);
    expect(run.curve.at(-1)?.step).toBe(run.steps / 3);
    expect(run.steps).toBe(9 * Math.ceil(run.prepared.rows.train / 8));
    expect((await getModel(store, run.id)).parameters).not.toEqual({});
  });

  it('that is cut off by a closed page has every epoch in the store by then', async () => {
    const dataset = await bring(200, 20);
    const looks: Promise<Run[]>[] = [];
    const holds: Promise<Set<string> | null>[] = [];
    await trainOn(dataset, settingsOf({ epochs: 3 }), ({ epochs }) => {
      if (epochs.length === looks.length) return;
      looks.push(listRuns(store));
      holds.push(heldIds());
    });
    for (const [i, look] of looks.entries()) {
      const [run] = await look;
      expect([run.status, run.epochs.length]).toEqual(['running', i + 1]);
      expect((await holds[i])?.has(run.id)).toBe(true); // so another tab does not take it for cut off
      expect(run.curve.at(-1)?.step).toBe(((i + 1) * run.steps) / 3);
    }
    expect(looks).toHaveLength(3);
    expect((await listSettledRuns(store, false))[0].status).toBe('finished');
  });

  it('that breaks off in its second training keeps the account of the first', async () => {
    const dataset = await bring(200, 20);
    const settings = settingsOf({ epochs: 2, refit: true });
    let hasRefitted = false;
    const breakOff = ({ phase, epochs }: RunUpdate) => {
      hasRefitted ||= phase === 'refitting' && epochs.length > 0;
      if (hasRefitted) throw new Error('a fault in mid-run');
    };
    await expect(trainOn(dataset, settings, breakOff)).rejects.toThrow('a fault');
    const [run] = await listRuns(store);
    expect(run.epochs.map(({ validationLoss }) => Number.isNaN(validationLoss))).toEqual([
      false,
      false,
    ]);
    expect(run.curve.at(-1)?.step).toBe(run.steps);
    expect(run.validation).not.toBeNull();
  });

  it('with settings outside their limits is refused before anything is kept', async () => {
    const dataset = await bring(40, 0);
    const error: unknown = await trainOn(dataset, settingsOf({ batchSize: 0 })).catch(
      (e: unknown) => e,
    );
    expect(faultOf(error)).toMatchObject({ key: 'config.range', values: { option: 'batchSize' } });
    expect(await listRuns(store)).toEqual([]);
  });

  it('on rows too few to test on is not tested, and no look is counted', async () => {
    const dataset = await bring(4, 0);
    const run = await trainOn(dataset, settingsOf({ epochs: 2 }));
    expect(run.prepared.rows.test).toBe(0);
    expect(run).toMatchObject({ status: 'finished', test: null, testLook: null });
    expect((await getDataset(store, dataset.id)).testLooks).toBe(0);
  });

  it('outlives its dataset; only its test rows are gone, and that is said', async () => {
    const dataset = await bring(200, 20);
    let removal: Promise<void> | null = null;
    const remove = () => {
      removal ??= removeDataset(store, dataset.id);
    };
    const orphan = await trainOn(dataset, settingsOf({ epochs: 30 }), remove);
    expect(orphan).toMatchObject({ status: 'finished', test: null });
    expect(orphan.epochs).toHaveLength(30);
    for (const ask of [testRun(orphan.id), readCell(orphan.id, [0, 0], 5)]) {
      const error: unknown = await ask.catch((e: unknown) => e);
      expect(faultOf(error)).toEqual({ key: 'run.rowsGone', values: { run: 1 } });
    }
  });
});
