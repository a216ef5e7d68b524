// One import: reads the parts of a dataset into the store, settles its classes, and makes it visible at the end.
import { fail } from '../core/errors';
import { meter, type ReportProgress } from '../core/progress';
import type { ReadPlan } from '../core/reading';
import {
  NO_LABEL,
  type ClassLabel,
  type Dataset,
  type LeftOut,
  type Part,
  type SampleName,
  type Split,
} from '../core/types';
import { classIndices, isTorn, knownLabels, namedLabels, type ClassNames } from '../data/classes';
import { rowFiles, type Roles } from '../data/detect';
import { LabelBook } from '../data/labels';
import { pathOf } from '../data/placed-file';
import { Reading, type ReadPart, type ReadRows } from '../data/read';
import { discardPart, putValidation, readLabels } from '../store/chunk';
import { changeDataset, putDataset, replaceDataset, type PartLabels } from '../store/datasets';
import type { Store } from '../store/db';
import { holding } from '../store/hold';
import { newId, partIdOf } from '../store/ids';
import { ChunkWriter } from '../store/writer';
import { fixedClasses, settleClasses } from './settling';

/** What is to be imported, and where to. */
export interface ImportRequest {
  roles: Roles; // with rows for at least one part
  names: ClassNames | null;
  plan: ReadPlan;
  target: Dataset | null; // to be completed; null = make a new dataset
  replaced: Dataset | null; // goes when the new one is there
  name: string; // of a new dataset
  sample: SampleName | null;
}

/** Reads and stores everything a request names; on any failure nothing of it remains. */
export async function runImport(
  store: Store,
  request: ImportRequest,
  report: ReportProgress,
): Promise<Dataset> {
  const job = new ImportJob(store, request, report);
  return holding(job.id, async () => {
    try {
      return await job.run();
    } catch (error) {
      await job.discard();
      throw error;
    }
  });
}

const KEPT_NAMES = 20; // of files that were left out
const SPLITS = ['train', 'test'] as const;

/** Rows that are written but not yet visible. */
interface Draft {
  rows: ReadRows;
  keys: readonly string[]; // labels by their numbers
  classes: ClassLabel[];
}

class ImportJob {
  readonly id = newId();
  readonly #store: Store;
  #request: ImportRequest;
  readonly #tell: (done: number) => void;
  #writers = new Map<Split, ChunkWriter>();
  #done = 0; // bytes of the files

  constructor(store: Store, request: ImportRequest, report: ReportProgress) {
    this.#store = store;
    this.#request = request;
    const total = rowFiles(request.roles).reduce((sum, { size }) => sum + size, 0);
    this.#tell = meter('reading', total, 'bytes', report);
  }

  async run(): Promise<Dataset> {
    let draft = await this.#readRight();
    const { target } = this.#request;
    if (SPLITS.some((split) => target?.[split] && draft.rows.parts[split])) {
      // A column sends rows into a part that the dataset has already: they are a dataset of their own.
      this.#request = { ...this.#request, target: null };
      await this.discard();
      draft = await this.#readRight();
    }
    for (const writer of this.#writers.values()) await writer.end();
    return this.#publish(draft);
  }

  async discard(): Promise<void> {
    for (const split of this.#writers.keys())
      await discardPart(this.#store, partIdOf(this.id, split));
    this.#writers = new Map();
    this.#done = 0;
  }

  /** Reads all files; where labels count from 1 after all, those labelled 0 are bad from the start. */
  async #readRight(): Promise<Draft> {
    const draft = await this.#read(true);
    if (draft) return draft;
    await this.discard();
    return (await this.#read(false)) as Draft;
  }

  /** Reads all files; null if labels cannot count from 0 as they were taken to. */
  async #read(fromZero: boolean): Promise<Draft | null> {
    const { roles, names, target } = this.#request;
    let classes = target && fixedClasses(target, names);
    const book = new LabelBook();
    if (classes) book.known = knownLabels(classes);
    else if (names) book.known = namedLabels(names, fromZero);
    const reading = this.#open(book);
    for (const homes of [['train', 'validation'], ['test']] as const) {
      for (const home of homes)
        if (roles.areTexts) await reading.readTexts(roles[home], home, roles.byFolder);
        else await reading.readFiles(roles[home], home);
      if (classes) continue;
      if (names && fromZero && isTorn(names, book.keys)) return null;
      // The first part with labels decides which classes there are.
      if (book.keys.length === 0) continue;
      classes = settleClasses(target, names, book.keys);
      book.known = knownLabels(classes);
    }
    classes ??= settleClasses(target, names, []);
    return { rows: await reading.end(), keys: book.keys, classes };
  }

  #open(book: LabelBook): Reading {
    const { target, plan } = this.#request;
    return new Reading({
      plan,
      like: target?.train?.sources[0]?.reading ?? null,
      fieldCount: target ? target.fields.length : null,
      language: target?.language ?? null,
      book,
      takeChunk: (split, chunk) => this.#writerOf(split).add(chunk),
      count: (bytes) => this.#tell((this.#done += bytes)),
    });
  }

  #writerOf(split: Split): ChunkWriter {
    const known = this.#writers.get(split);
    if (known) return known;
    const writer = new ChunkWriter(this.#store, partIdOf(this.id, split));
    this.#writers.set(split, writer);
    return writer;
  }

  async #publish({ rows, keys, classes }: Draft): Promise<Dataset> {
    const { roles, target, replaced, name, sample } = this.#request;
    const labels: PartLabels = {};
    const parts: Partial<Record<Split, Part>> = {};
    const map = classIndices(classes, keys);
    for (const split of SPLITS) {
      const read = rows.parts[split];
      if (!read) continue;
      const id = partIdOf(this.id, split);
      labels[id] = renumbered(read.labels, map);
      if (read.givenValidation > 0) await putValidation(this.#store, id, read.validation);
      const sizeBytes = this.#writerOf(split).sizeBytes + read.labels.byteLength;
      parts[split] = partOf({ id, split, sizeBytes }, read, countsOf(labels[id], classes.length));
    }
    refuseOneClass(parts.train, classes);
    const leftOut = leftOutOf(target, [...namesOf(roles.others), ...rows.leftOut]);
    if (target) {
      for (const split of SPLITS) {
        const part = target[split];
        if (part) parts[split] = await this.#remapped(part, target.classes, classes, labels);
      }
      const change = (dataset: Dataset) => ({ ...dataset, classes, leftOut, ...parts });
      return changeDataset(this.#store, target.id, change, labels);
    }
    const { fields, language } = rows;
    const [id, createdAt] = [newId(), Date.now()];
    const counts = { labelChanges: 0, testLooks: 0 };
    const own = { id, createdAt, name, sample, classes, fields, language, leftOut, ...counts };
    const dataset = { train: null, test: null, ...own, ...parts };
    if (replaced) return replaceDataset(this.#store, replaced.id, dataset, labels);
    return putDataset(this.#store, dataset, labels);
  }

  /** A part that came before its classes were complete, with its labels in their new order. */
  async #remapped(
    part: Part,
    before: readonly ClassLabel[],
    classes: readonly ClassLabel[],
    labels: PartLabels,
  ): Promise<Part> {
    const map = classIndices(
      classes,
      before.map(({ key }) => key),
    );
    const isSame = map.every((to, from) => to === from) && before.length === classes.length;
    if (isSame) return part;
    labels[part.id] = renumbered(await readLabels(this.#store, part.id), map);
    return { ...part, classCounts: countsOf(labels[part.id], classes.length) };
  }
}

/** Files that were left out of a dataset, now and before. */
function leftOutOf(target: Dataset | null, names: readonly string[]): LeftOut {
  const { count = 0, first = [] } = target?.leftOut ?? {};
  const all = [...first, ...names];
  return { count: count + names.length, first: all.slice(0, KEPT_NAMES) };
}

function namesOf(files: readonly File[]): string[] {
  return files.map(pathOf);
}

function renumbered(numbers: Uint16Array<ArrayBuffer>, map: readonly number[]) {
  return numbers.map((number) => (number === NO_LABEL ? NO_LABEL : map[number]));
}

function countsOf(labels: Uint16Array, classes: number): number[] {
  const counts = new Array<number>(classes).fill(0);
  for (const label of labels) if (label !== NO_LABEL) counts[label]++;
  return counts;
}

function partOf(
  own: Pick<Part, 'id' | 'split' | 'sizeBytes'>,
  read: ReadPart,
  classCounts: number[],
): Part {
  const { rowCount, chunkCount, unlabelled, givenValidation, sources, lengths, bad } = read;
  const labels = { classCounts, unlabelled, givenValidation };
  return { ...own, rowCount, chunkCount, sources, ...labels, lengths, bad };
}

/** Rows that are all labelled alike teach nothing, unless some wait for a label. */
function refuseOneClass(train: Part | undefined, classes: readonly ClassLabel[]): void {
  if (!train || train.unlabelled > 0) return;
  const used = classes.filter((_, i) => train.classCounts[i] > 0);
  if (used.length > 1) return;
  throw fail('bad-file', 'classes.one', { file: train.sources[0].name, label: used[0].name });
}
