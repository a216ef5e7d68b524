// Labels that are changed, taken back and logged, in a real IndexedDB.
import { beforeEach, describe, expect, it } from 'vitest';
import { faultOf } from '../../src/core/errors';
import type { LabelOrder } from '../../src/core/labelling';
import { NO_LABEL, type Dataset } from '../../src/core/types';
import { readLabels } from '../../src/store/chunk';
import { addClass, renameClass } from '../../src/store/classes';
import { getDataset, putDataset, removeDataset } from '../../src/store/datasets';
import type { Store } from '../../src/store/db';
import { changeLabels, readCorrections, readLog, reverseLabels } from '../../src/store/labels';
import { getRun, putRun } from '../../src/store/runs';
import { aRun } from '../ui/a-run';
import { datasetOf, freshStore, partOf } from './samples';

let store: Store;
beforeEach(async () => {
  store = await freshStore();
  const part = { ...partOf('p', 'train', 6), classCounts: [2, 1], unlabelled: 3 };
  const labels = new Uint16Array([0, NO_LABEL, 1, NO_LABEL, 0, NO_LABEL]);
  await putDataset(store, datasetOf('d', part), { p: labels });
});

function give(rows: number[], to: number, more: Partial<LabelOrder> = {}) {
  const order = { split: 'train', onlyUnlabelled: false, by: 'hand', runId: null } as const;
  return changeLabels(store, 'd', { ...order, rows: Uint32Array.from(rows), to, ...more });
}

async function labels(): Promise<number[]> {
  return [...(await readLabels(store, 'p'))];
}

/** What must always hold: the counts are those of the labels, and the log is as long as the dataset says. */
async function expectWhole({ labelChanges, train }: Dataset): Promise<void> {
  const own = await labels();
  const counts = [0, 1].map((c) => own.filter((label) => label === c).length);
  expect(train!.classCounts.slice(0, 2)).toEqual(counts);
  expect(train!.unlabelled).toBe(own.filter((label) => label === NO_LABEL).length);
  expect(await store.count('labelLog')).toBe(labelChanges);
}

describe('labels', () => {
  it('change with their counts, and one entry of the log has all rows of one act', async () => {
    const { dataset, entry, changed } = await give([1, 2, 4], 1, { by: 'search' });
    expect([entry, changed]).toEqual([0, 2]); // row 2 had that label
    expect(await labels()).toEqual([0, 1, 1, NO_LABEL, 1, NO_LABEL]);
    expect(dataset.train).toMatchObject({ classCounts: [1, 3], unlabelled: 2 });
    expect(dataset.labelChanges).toBe(1);
    await expectWhole(await getDataset(store, 'd'));
    const [{ change }] = await readLog(store, 'd', 0, 1);
    expect(change).toMatchObject({ split: 'train', by: 'search' });
    expect([[...change.rows], [...change.from], [...change.to]]).toEqual([
      [1, 4],
      [NO_LABEL, 0],
      [1, 1],
    ]);
  });

  it('are given only to rows without one where that is asked, and nothing to log is not logged', async () => {
    await give([0, 1, 2, 3], 1, { onlyUnlabelled: true });
    expect(await labels()).toEqual([0, 1, 1, 1, 0, NO_LABEL]);
    expect(await give([1, 3], 1)).toMatchObject({ entry: null, changed: 0 });
    expect((await getDataset(store, 'd')).labelChanges).toBe(1);
  });

  it('can be taken away, and come back', async () => {
    const { entry } = await give([0, 2], NO_LABEL);
    expect(await labels()).toEqual([NO_LABEL, NO_LABEL, NO_LABEL, NO_LABEL, 0, NO_LABEL]);
    await reverseLabels(store, 'd', entry!);
    expect(await labels()).toEqual([0, NO_LABEL, 1, NO_LABEL, 0, NO_LABEL]);
    await expectWhole(await getDataset(store, 'd'));
  });

  it('of an old entry are taken back, but for those that were changed since', async () => {
    await give([1, 3, 5], 0);
    await give([3], 1);
    const { changed, kept, entry, dataset } = await reverseLabels(store, 'd', 0);
    expect([changed, kept, entry]).toEqual([2, 1, 2]);
    expect(await labels()).toEqual([0, NO_LABEL, 1, 1, 0, NO_LABEL]);
    const [{ change }] = await readLog(store, 'd', 2, 3);
    expect(change.by).toBe('undo');
    await expectWhole(dataset);
    await reverseLabels(store, 'd', 2); // an undoing is undone like anything else
    expect(await labels()).toEqual([0, 0, 1, 1, 0, 0]);
    expect(await reverseLabels(store, 'd', 2)).toMatchObject({ changed: 0, kept: 2, entry: null });
  });

  it('changed at the same time all count', async () => {
    await Promise.all([0, 1, 2, 3, 4, 5].map((row) => give([row], row % 2)));
    expect(await labels()).toEqual([0, 1, 0, 1, 0, 1]);
    const dataset = await getDataset(store, 'd');
    await expectWhole(dataset);
    expect(dataset.labelChanges).toBe(4); // rows 0 and 4 had theirs
  });

  it('that cannot be given change nothing', async () => {
    await expect(give([0], 2)).rejects.toThrow('store.missing');
    await expect(give([0], 0, { split: 'test' })).rejects.toThrow('store.missing');
    const gone: unknown = await reverseLabels(store, 'gone', 0).catch((error: unknown) => error);
    expect(faultOf(gone).key).toBe('dataset.gone');
    await expectWhole(await getDataset(store, 'd'));
  });

  it('that corrected a run are found by it, and go with their dataset', async () => {
    await give([0], 1, { by: 'use', runId: 'r' });
    await give([1], 1);
    await give([2], 0, { by: 'use', runId: 'other' });
    await give([3], 0, { by: 'use', runId: 'r' });
    const found = await readCorrections(store, 'd', 'r');
    expect(found.map(({ entry, change }) => [entry, change.rows[0]])).toEqual([
      [0, 0],
      [3, 3],
    ]);
    expect(await readCorrections(store, 'elsewhere', 'r')).toEqual([]);
    await removeDataset(store, 'd');
    expect(await store.count('labelLog')).toBe(0);
  });
});

describe('classes', () => {
  it('are added behind the others and can be given at once', async () => {
    const dataset = await addClass(store, 'd', 'Weather');
    expect(dataset.classes.map(({ name }) => name)).toEqual(['World', 'Sports', 'Weather']);
    expect(dataset.train!.classCounts).toEqual([2, 1, 0]);
    expect((await give([1], 2)).dataset.train!.classCounts).toEqual([2, 1, 1]);
  });

  it('keep apart from each other by key and by name', async () => {
    const dataset = await addClass(store, 'd', '1'); // a key of another class
    expect(new Set(dataset.classes.map(({ key }) => key)).size).toBe(3);
    await expect(addClass(store, 'd', 'Sports')).rejects.toThrow('class.taken {"name":"Sports"}');
    await expect(renameClass(store, 'd', 0, 'Sports')).rejects.toThrow('class.taken');
  });

  it('are renamed in the runs too, also in those that do not know the newest class', async () => {
    await putRun(
      store,
      aRun({ id: 'r', datasetId: 'd', classes: ['World', 'Sports'], test: null }),
    );
    await addClass(store, 'd', 'Weather');
    await renameClass(store, 'd', 0, 'Abroad');
    expect((await getRun(store, 'r')).classes).toEqual(['Abroad', 'Sports']);
  });
});
