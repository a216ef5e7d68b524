// The data worker's part for files and rows: brings datasets into the store, lists, names and removes them.
import { fail } from '../core/errors';
import type { ReportProgress } from '../core/progress';
import {
  NO_LABEL,
  type Dataset,
  type RowView,
  type SampleName,
  type Split,
  type StorageUse,
} from '../core/types';
import { readClassNames, renameClasses } from '../data/classes';
import { sortFiles, type Roles } from '../data/detect';
import { nameOf } from '../data/name';
import { unpack } from '../data/unpack';
import { artifactBytes } from '../store/artifacts';
import { readLabels, readRange } from '../store/chunk';
import {
  changeDataset,
  findDataset,
  getDataset,
  listDatasets,
  removeDataset,
  renameDataset,
} from '../store/datasets';
import { openStore, type Store } from '../store/db';
import { readRoom } from '../store/quota';
import { modelBytes } from '../store/runs';
import { sweep } from '../store/sweep';
import type { DataApi } from './api';
import { runImport } from './import-job';
import { fetchSample } from './sample';

let swept: Promise<void> | null = null;

/** The store, swept of leftovers once in this worker's life. */
async function cleanStore(): Promise<Store> {
  const store = await openStore();
  await (swept ??= sweep(store));
  return store;
}

async function importFiles(
  files: File[],
  into: string | null,
  report: ReportProgress,
): Promise<Dataset> {
  const roles = sortFiles(await unpack(files));
  const store = await cleanStore();
  const open = into === null ? null : await findDataset(store, into); // another tab may have removed it
  const names = roles.classes && (await readClassNames(roles.classes));
  if (roles.train.length > 0 || roles.test.length > 0) {
    const target = open && canComplete(open, roles) ? open : null;
    const taken = (await listDatasets(store)).map(({ name }) => name);
    const name = nameOf(roles, taken);
    return runImport(store, { roles, names, target, name, sample: null }, report);
  }
  if (!open || !names) throw fail('bad-file', 'files.noText', {});
  return changeDataset(store, open.id, (dataset) => ({
    ...dataset,
    classes: renameClasses(dataset.classes, names),
  }));
}

/** Whether a dataset lacks every part for which there are files. */
function canComplete(dataset: Dataset, roles: Roles): boolean {
  return !(dataset.train && roles.train.length > 0) && !(dataset.test && roles.test.length > 0);
}

async function importSample(sample: SampleName, report: ReportProgress): Promise<Dataset> {
  const store = await cleanStore();
  const kept = (await listDatasets(store)).find((dataset) => dataset.sample === sample);
  if (kept) return kept;
  const roles = sortFiles(await fetchSample(sample));
  const names = roles.classes && (await readClassNames(roles.classes));
  return runImport(store, { roles, names, target: null, name: sample, sample }, report);
}

async function storageUse(): Promise<StorageUse> {
  const store = await cleanStore();
  const [datasets, derived, runBytes, room] = await Promise.all([
    listDatasets(store),
    artifactBytes(store),
    modelBytes(store),
    readRoom(),
  ]);
  const datasetBytes = Object.fromEntries(
    datasets.map(({ id, train, test }) => {
      const rowBytes = (train?.sizeBytes ?? 0) + (test?.sizeBytes ?? 0);
      return [id, rowBytes + (derived[id] ?? 0)];
    }),
  );
  return { datasetBytes, runBytes, ...room };
}

async function readRows(
  id: string,
  split: Split,
  rowStart: number,
  rowEnd: number,
): Promise<RowView[]> {
  const store = await cleanStore();
  const part = (await getDataset(store, id))[split];
  if (!part) return [];
  const [labels, rows] = await Promise.all([
    readLabels(store, part.id),
    readRange(store, part, rowStart, rowEnd),
  ]);
  return rows.map((row) => {
    const label = labels[row.row];
    return { ...row, label: label === NO_LABEL ? null : label };
  });
}

/** What the data worker offers for files and rows. */
export const importing = {
  listDatasets: async () => listDatasets(await cleanStore()),
  importFiles,
  importSample,
  renameDataset: async (id, name) => renameDataset(await cleanStore(), id, name),
  removeDataset: async (id) => removeDataset(await cleanStore(), id),
  storageUse,
  readRows,
} satisfies Partial<DataApi>;
