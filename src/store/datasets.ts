// The records that make parts visible: a dataset appears, changes and goes in one transaction with all that belongs to it.
import type { IDBPTransaction } from 'idb';
import { fail } from '../core/errors';
import type { Dataset } from '../core/types';
import { partRange } from './chunk';
import { finish, type Schema, type Store } from './db';
import { withSpace } from './quota';
import { withClassNames } from './runs';
import { sizeOf } from './size';

/** Labels to be written together with a dataset, by part id. */
export type PartLabels = Record<string, Uint16Array<ArrayBuffer>>;

/** All datasets, newest first. */
export async function listDatasets(store: Store): Promise<Dataset[]> {
  const datasets = await store.getAll('datasets');
  return datasets.sort((a, b) => b.createdAt - a.createdAt);
}

/** One dataset; throws `dataset.gone` for an unknown id. */
export async function getDataset(store: Store, id: string): Promise<Dataset> {
  const dataset = await findDataset(store, id);
  if (!dataset) throw fail('gone', 'dataset.gone', {});
  return dataset;
}

/** One dataset, if it was not removed. */
export function findDataset(store: Store, id: string): Promise<Dataset | undefined> {
  return store.get('datasets', id);
}

/** Writes a dataset and the labels of its parts: from now on its parts can be seen. */
export function putDataset(
  store: Store,
  dataset: Dataset,
  labels: PartLabels = {},
): Promise<Dataset> {
  return withSpace(sizeOf(labels) + sizeOf(dataset), async () => {
    const tx = store.transaction(['datasets', 'labels'], 'readwrite');
    const puts = Object.entries(labels).map(([id, part]) => tx.objectStore('labels').put(part, id));
    await finish(tx, [tx.objectStore('datasets').put(dataset), ...puts]);
    return dataset;
  });
}

/** Changes a dataset as it stands at this moment, so that two changes at once both count. Its runs take over its class names. */
export function changeDataset(
  store: Store,
  id: string,
  change: (dataset: Dataset) => Dataset,
  labels: PartLabels = {},
): Promise<Dataset> {
  return withSpace(sizeOf(labels), async () => {
    const tx = store.transaction(['datasets', 'labels', 'runs'], 'readwrite');
    const found = await tx.objectStore('datasets').get(id);
    if (!found) throw fail('gone', 'dataset.gone', {});
    const changed = change(found);
    const names = changed.classes.map(({ name }) => name);
    if (found.classes.some(({ name }, i) => name !== names[i]))
      for (const run of await tx.objectStore('runs').getAll())
        if (run.datasetId === id) await tx.objectStore('runs').put(withClassNames(run, names));
    const puts = Object.entries(labels).map(([part, of]) => tx.objectStore('labels').put(of, part));
    await finish(tx, [tx.objectStore('datasets').put(changed), ...puts]);
    return changed;
  });
}

/** Gives a dataset another name. */
export function renameDataset(store: Store, id: string, name: string): Promise<Dataset> {
  return changeDataset(store, id, (dataset) => ({ ...dataset, name }));
}

/** Counts one more look at the test split; `testLooks` of the result says which look it was. */
export function countTestLook(store: Store, id: string): Promise<Dataset> {
  return changeDataset(store, id, (dataset) => ({ ...dataset, testLooks: dataset.testLooks + 1 }));
}

/** Puts a dataset in the place of another, which goes with everything that belongs to it, in one transaction. */
export function replaceDataset(
  store: Store,
  oldId: string,
  dataset: Dataset,
  labels: PartLabels,
): Promise<Dataset> {
  return withSpace(sizeOf(labels) + sizeOf(dataset), async () => {
    const tx = store.transaction(OWN_STORES, 'readwrite');
    await removeRecords(tx, oldId);
    const puts = Object.entries(labels).map(([id, part]) => tx.objectStore('labels').put(part, id));
    await finish(tx, [tx.objectStore('datasets').put(dataset), ...puts]);
    return dataset;
  });
}

/** Removes a dataset with its rows, labels and everything derived from them; its runs stay. */
export async function removeDataset(store: Store, id: string): Promise<void> {
  const tx = store.transaction(OWN_STORES, 'readwrite');
  await removeRecords(tx, id);
  await tx.done;
}

const OWN_STORES = [
  'datasets',
  'chunks',
  'labels',
  'validation',
  'labelLog',
  'artifacts',
  'artifactIndex',
] as const;

async function removeRecords(
  tx: IDBPTransaction<Schema, typeof OWN_STORES, 'readwrite'>,
  id: string,
): Promise<void> {
  const dataset = await tx.objectStore('datasets').get(id);
  for (const part of [dataset?.train, dataset?.test]) {
    if (!part) continue;
    await tx.objectStore('chunks').delete(partRange(part.id));
    await tx.objectStore('labels').delete(part.id);
    await tx.objectStore('validation').delete(part.id);
  }
  await tx.objectStore('labelLog').delete(IDBKeyRange.bound([id], [id, []]));
  const index = tx.objectStore('artifactIndex');
  for (const key of await index.index('datasetId').getAllKeys(id)) {
    await tx.objectStore('artifacts').delete(IDBKeyRange.bound([key], [key, []]));
    await index.delete(key);
  }
  await tx.objectStore('datasets').delete(id);
}
