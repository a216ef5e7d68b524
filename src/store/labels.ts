// Labels as people change them: the labels of a part, its counts and the log change in one transaction or not at all.
import { fail } from '../core/errors';
import type { Labelled, LabelOrder, Reversal } from '../core/labelling';
import { NO_LABEL, type Dataset, type LabelChange, type Part, type Split } from '../core/types';
import { finish, type Schema, type Store } from './db';
import { withSpace } from './quota';
import type { IDBPTransaction } from 'idb';

type Tx = IDBPTransaction<Schema, ('datasets' | 'labels' | 'labelLog')[], 'readwrite'>;
type Labels = Uint16Array<ArrayBuffer>;

/** An entry of the log with its place in it. */
export interface LogEntry {
  entry: number; // 0-based, in order of time
  change: LabelChange;
}

/** What is asked of each row: its label before, and which it should have; null = it stays. */
type Wish = (row: number, i: number, label: number) => number | null;

/** Gives rows a label, and keeps one entry in the log for all of them; none where every row had it. */
export function changeLabels(store: Store, id: string, order: LabelOrder): Promise<Labelled> {
  const { split, rows, to, onlyUnlabelled, by, runId } = order;
  return inTransaction(store, rows.length, async (tx) => {
    const dataset = await datasetOf(tx, id);
    if (to !== NO_LABEL && to >= dataset.classes.length)
      throw fail('bug', 'store.missing', { what: `class ${to}` });
    const wish: Wish = (_row, _i, label) => (onlyUnlabelled && label !== NO_LABEL ? null : to);
    return relabel(tx, dataset, { split, rows, wish, by, runId });
  });
}

/** Gives the rows of an entry back the labels that they had before it; rows that were changed since keep theirs. */
export function reverseLabels(store: Store, id: string, entry: number): Promise<Reversal> {
  return inTransaction(store, 0, async (tx) => {
    const dataset = await datasetOf(tx, id);
    const change = await tx.objectStore('labelLog').get([id, entry]);
    if (!change) throw fail('bug', 'store.missing', { what: `entry ${entry}` });
    const { split, rows, from, to } = change;
    const wish: Wish = (_row, i, label) => (label === to[i] ? from[i] : null);
    const done = await relabel(tx, dataset, { split, rows, wish, by: 'undo', runId: null });
    return { ...done, kept: rows.length - done.changed };
  });
}

/** Entries of the log from `start` to `end`, oldest first. */
export async function readLog(
  store: Store,
  id: string,
  start: number,
  end: number,
): Promise<LogEntry[]> {
  if (start >= end) return [];
  const range = IDBKeyRange.bound([id, start], [id, end - 1]);
  const changes = await store.getAll('labelLog', range);
  return changes.map((change, i) => ({ entry: start + i, change }));
}

/** The corrections of a run's answers in a dataset, oldest first. */
export async function readCorrections(
  store: Store,
  id: string,
  runId: string,
): Promise<LogEntry[]> {
  const index = store.transaction('labelLog').store.index('runId');
  const [keys, changes] = await Promise.all([index.getAllKeys(runId), index.getAll(runId)]);
  return changes
    .map((change, i) => ({ entry: keys[i][1], change, of: keys[i][0] }))
    .filter(({ of }) => of === id);
}

/** The counts of a part whose labels became others. */
export function recounted(part: Part, labels: Labels, classes: number): Part {
  const counts = new Uint32Array(classes);
  let unlabelled = 0;
  for (const label of labels)
    if (label === NO_LABEL) unlabelled++;
    else counts[label]++;
  return { ...part, classCounts: [...counts], unlabelled };
}

interface Relabelling {
  split: Split;
  rows: Uint32Array<ArrayBuffer>;
  wish: Wish;
  by: LabelChange['by'];
  runId: string | null;
}

async function relabel(tx: Tx, dataset: Dataset, asked: Relabelling): Promise<Labelled> {
  const { split, rows, wish, by, runId } = asked;
  const part = dataset[split];
  if (!part) throw fail('bug', 'store.missing', { what: split });
  const labels = await tx.objectStore('labels').get(part.id);
  if (!labels) throw fail('bug', 'store.missing', { what: `labels of ${part.id}` });
  const wished = Uint16Array.from(rows, (row, i) => wish(row, i, labels[row]) ?? labels[row]);
  const places = Uint32Array.from(rows.keys()).filter((i) => labels[rows[i]] !== wished[i]);
  if (places.length === 0) return { dataset, entry: null, changed: 0 };
  const change: LabelChange = {
    split,
    rows: places.map((i) => rows[i]),
    from: Uint16Array.from(places, (i) => labels[rows[i]]),
    to: Uint16Array.from(places, (i) => wished[i]),
    by,
    runId,
    at: Date.now(),
  };
  for (const i of places) labels[rows[i]] = wished[i];
  const entry = dataset.labelChanges;
  const changed = {
    ...dataset,
    labelChanges: entry + 1,
    [split]: recounted(part, labels, dataset.classes.length),
  };
  await Promise.all([
    tx.objectStore('labels').put(labels, part.id),
    tx.objectStore('labelLog').put(change, [dataset.id, entry]),
    tx.objectStore('datasets').put(changed),
  ]);
  return { dataset: changed, entry, changed: places.length };
}

async function datasetOf(tx: Tx, id: string): Promise<Dataset> {
  const dataset = await tx.objectStore('datasets').get(id);
  if (!dataset) throw fail('gone', 'dataset.gone', {});
  return dataset;
}

const ROW_BYTES = 8; // of a row in an entry

function inTransaction<T>(store: Store, rows: number, work: (tx: Tx) => Promise<T>): Promise<T> {
  return withSpace(rows * ROW_BYTES, async () => {
    const tx = store.transaction(['datasets', 'labels', 'labelLog'], 'readwrite');
    const result = work(tx);
    await finish(tx, [result]);
    return result;
  });
}
