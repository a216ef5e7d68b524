// The database: its object stores, its versions, and the one connection of this thread.
import {
  openDB,
  type DBSchema,
  type IDBPDatabase,
  type IDBPTransaction,
  type StoreNames,
} from 'idb';
import { fail } from '../core/errors';
import type { Run, SavedModel } from '../core/run';
import type { Dataset, LabelChange, RowChunk } from '../core/types';
import { completedDataset, completedModel, completedRun } from './upgrade';

/** What an artifact holds: a report alone, cleaned texts, encoded rows, or what a survey found. */
export type ArtifactKind = 'audit' | 'clean' | 'encoded' | 'survey';

/** What is known of a derived thing; its pieces lie in the store `artifacts`. */
export interface ArtifactEntry {
  key: string; // hash of all inputs
  kind: ArtifactKind;
  datasetId: string;
  from: string | null; // key of the artifact that it was made of, which stays as long as this one
  sizeBytes: number;
  createdAt: number; // ms since 1970
  isComplete: boolean; // all pieces are there
}

/** Every object store with its keys and values. */
export interface Schema extends DBSchema {
  datasets: { key: string; value: Dataset };
  chunks: { key: [partId: string, index: number]; value: RowChunk };
  labels: { key: string; value: Uint16Array<ArrayBuffer> }; // by part id; class index of each row, or NO_LABEL
  labelLog: {
    key: [datasetId: string, entry: number]; // entry: 0-based, in order of time
    value: LabelChange;
    indexes: { runId: string }; // of corrections alone: null is no key
  };
  validation: { key: string; value: Uint8Array<ArrayBuffer> }; // by part id; 1 = a row that the files keep for validation
  artifacts: { key: [artifact: string, piece: string]; value: unknown };
  artifactIndex: { key: string; value: ArtifactEntry; indexes: { datasetId: string } };
  runs: { key: string; value: Run };
  models: {
    key: string;
    value: SavedModel & { sizeBytes: number };
    indexes: { sizeBytes: number };
  };
}

/** An open connection to the database. */
export type Store = IDBPDatabase<Schema>;

const NAME = 'broadsheet';
const VERSION = 3;

const BLOCKED_MS = 3000; // connections that are about to close are waited for

let opened: Promise<Store> | null = null;

/** The database of this page; opened once a thread, and again after the browser closed it. */
export function openStore(): Promise<Store> {
  opened ??= open().catch((error: unknown) => {
    opened = null;
    throw error;
  });
  return opened;
}

/** Closes this thread's connection, so that the database can be deleted. */
export async function closeStore(): Promise<void> {
  const closing = opened;
  opened = null;
  (await closing)?.close();
}

/** Ends a transaction; if it failed, throws the reason of the transaction rather than of a request in it. */
export async function finish(
  tx: { done: Promise<void> },
  requests: readonly Promise<unknown>[],
): Promise<void> {
  const results = await Promise.allSettled([tx.done, ...requests]);
  const failed = results.find((result) => result.status === 'rejected');
  if (failed) throw failed.reason as Error;
}

function open(): Promise<Store> {
  return new Promise((resolve, reject) => {
    openDB<Schema>(NAME, VERSION, {
      upgrade: (store, from, _to, tx) => {
        if (from < 1) createStores(store);
        if (from < 3) createLabelStores(store);
        if (from > 0) void complete(tx, from).catch(() => tx.abort()); // all of it, or the old version stays
      },
      blocked: () => setTimeout(() => reject(fail('bug', 'store.blocked', {})), BLOCKED_MS),
      // A newer page in another tab wants to upgrade: let it, and fail clearly at the next call here.
      blocking: () => void closeStore(),
      terminated: () => (opened = null),
    }).then(resolve, (error: unknown) => {
      const isNewer = error instanceof DOMException && error.name === 'VersionError';
      reject(isNewer ? fail('bug', 'store.newer', {}, error) : (error as Error));
    });
  });
}

type Upgrade = IDBPTransaction<Schema, StoreNames<Schema>[], 'versionchange'>;

/** Brings the records of an older version up to date. */
async function complete(tx: Upgrade, from: number): Promise<void> {
  const datasets = tx.objectStore('datasets');
  for (let at = await datasets.openCursor(); at; at = await at.continue())
    await at.update(completedDataset(at.value));
  const runs = tx.objectStore('runs');
  for (let at = await runs.openCursor(); at; at = await at.continue())
    await at.update(completedRun(at.value, from));
  const models = tx.objectStore('models');
  for (let at = await models.openCursor(); at; at = await at.continue())
    await at.update(completedModel(at.value, from));
}

function createStores(store: Store): void {
  store.createObjectStore('datasets', { keyPath: 'id' });
  store.createObjectStore('chunks');
  store.createObjectStore('labels');
  store.createObjectStore('artifacts');
  const index = store.createObjectStore('artifactIndex', { keyPath: 'key' });
  index.createIndex('datasetId', 'datasetId');
  store.createObjectStore('runs', { keyPath: 'id' });
  const models = store.createObjectStore('models', { keyPath: 'runId' });
  // Sizes can be summed from this index without reading the models.
  models.createIndex('sizeBytes', 'sizeBytes');
}

/** Since version 3. */
function createLabelStores(store: Store): void {
  store.createObjectStore('labelLog').createIndex('runId', 'runId');
  store.createObjectStore('validation');
}
