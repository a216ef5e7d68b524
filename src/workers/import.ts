// The data worker's part for files and rows: brings datasets into the store, lists, names and removes them.
import { fail, faultOf, type AppError, type Fault } from '../core/errors';
import { meter, type ReportProgress } from '../core/progress';
import { isLabelledByHand } from '../core/labelling';
import type { ReadPlan } from '../core/reading';
import { TYPED_PLAN } from '../core/typed';
import {
  NO_LABEL,
  type Dataset,
  type Part,
  type RowView,
  type SampleName,
  type Split,
  type StorageUse,
} from '../core/types';
import { classesByNames, readClassNames, renameClasses, type ClassNames } from '../data/classes';
import { rowFiles, sortFiles, type Roles } from '../data/detect';
import { inspectFiles } from '../data/inspect';
import { labelNamesIn } from '../data/label-names';
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
import { demandRoom, readRoom } from '../store/quota';
import { modelBytes } from '../store/runs';
import { sweep } from '../store/sweep';
import type { DataApi } from './api';
import { belongTo, canComplete } from './completing';
import { runImport, type ImportRequest } from './import-job';
import { fetchSample } from './sample';

/** Faults of files that belong to no open dataset, however alike they look. */
const MISFITS: readonly Fault['key'][] = ['csv.labels', 'csv.columns', 'classes.few'];

let swept: Promise<void> | null = null;

/** The store, swept of leftovers once in this worker's life. */
async function cleanStore(): Promise<Store> {
  const store = await openStore();
  await (swept ??= sweep(store));
  return store;
}

/** The files in archives in their place, told as reading. */
async function unpackTold(files: readonly File[], report: ReportProgress): Promise<File[]> {
  const total = files.reduce((sum, { size }) => sum + size, 0);
  const tell = meter('reading', total, 'bytes', report);
  let done = 0;
  return unpack(files, (bytes) => tell((done += bytes)));
}

async function importFiles(
  files: File[],
  into: string | null,
  plan: ReadPlan,
  report: ReportProgress,
): Promise<Dataset> {
  const roles = sortFiles(await unpackTold(files, report), plan.leaveOut);
  const store = await cleanStore();
  const chosen = plan.into === undefined ? into : plan.into;
  const open = chosen === null ? null : await findDataset(store, chosen); // another tab may have removed it
  const names = await namesIn(roles, plan);
  if (rowFiles(roles).length > 0) {
    const target = open && canComplete(open, roles) ? open : null;
    const isEvident = target && (plan.into !== undefined || (await belongTo(target, roles)));
    if (target && !isEvident) throw askWhose(roles, target);
    const name = nameOf(roles, await takenNames(store));
    const own = { roles, names, plan, target, replaced: null, name, sample: null };
    return importInto(store, own, report).catch((error: unknown) => {
      const isMisfit = target && plan.into === undefined && MISFITS.includes(faultOf(error).key);
      throw isMisfit ? askWhose(roles, target) : error;
    });
  }
  if (!open || !names) throw fail('bad-file', 'files.noText', {});
  return changeDataset(store, open.id, (dataset) => withNames(dataset, names));
}

/** Reads the files of a dataset anew; the new one takes its place, or stands beside it where labels were given by hand. */
async function readAgain(
  id: string,
  files: File[],
  plan: ReadPlan,
  report: ReportProgress,
): Promise<Dataset> {
  const roles = sortFiles(await unpackTold(files, report), plan.leaveOut);
  const store = await cleanStore();
  const before = await getDataset(store, id);
  const names = await namesIn(roles, plan);
  const isKept = isLabelledByHand(before);
  const name = isKept ? nameOf(roles, await takenNames(store)) : before.name;
  const replaced = isKept ? null : before;
  return importInto(
    store,
    { roles, names, plan, target: null, replaced, name, sample: null },
    report,
  );
}

/** Puts texts that were typed on in the place of those that they were before; their labels were typed on with them. */
async function retype(id: string, file: File, report: ReportProgress): Promise<Dataset> {
  const store = await cleanStore();
  const replaced = await getDataset(store, id);
  const own = { roles: sortFiles([file]), names: null, plan: TYPED_PLAN, target: null };
  return importInto(store, { ...own, replaced, name: replaced.name, sample: null }, report);
}

/** Class names from a file of their own, or else from the files of rows. */
async function namesIn(roles: Roles, plan: ReadPlan): Promise<ClassNames | null> {
  if (roles.classes) return readClassNames(roles.classes);
  return roles.areTexts ? null : labelNamesIn(rowFiles(roles), plan);
}

async function importInto(
  store: Store,
  request: ImportRequest,
  report: ReportProgress,
): Promise<Dataset> {
  await demandRoom(rowFiles(request.roles).reduce((sum, { size }) => sum + size, 0));
  return runImport(store, request, report);
}

function askWhose(roles: Roles, { id }: Dataset): AppError {
  return fail('bad-file', 'files.whose', { file: rowFiles(roles)[0].name, dataset: id });
}

/** A dataset whose classes have the names of a file; one without labels gets its classes from it. */
function withNames(dataset: Dataset, names: ClassNames): Dataset {
  if (dataset.classes.length > 0)
    return { ...dataset, classes: renameClasses(dataset.classes, names) };
  const classes = classesByNames(names, []);
  const counted = (part: Part | null) => part && { ...part, classCounts: classes.map(() => 0) };
  return { ...dataset, classes, train: counted(dataset.train), test: counted(dataset.test) };
}

async function takenNames(store: Store): Promise<string[]> {
  return (await listDatasets(store)).map(({ name }) => name);
}

async function importSample(sample: SampleName, report: ReportProgress): Promise<Dataset> {
  const store = await cleanStore();
  const kept = (await listDatasets(store)).find((dataset) => dataset.sample === sample);
  if (kept) return kept;
  const roles = sortFiles(await fetchSample(sample));
  const names = roles.classes && (await readClassNames(roles.classes));
  const own = { roles, names, plan: {}, target: null, replaced: null, name: sample, sample };
  return runImport(store, own, report);
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
  inspect: async (files, plan = {}) => inspectFiles(await unpack(files), plan),
  importFiles,
  readAgain,
  retype,
  importSample,
  renameDataset: async (id, name) => renameDataset(await cleanStore(), id, name),
  removeDataset: async (id) => removeDataset(await cleanStore(), id),
  storageUse,
  readRows,
} satisfies Partial<DataApi>;
