// One import: reads the parts of a dataset into the store, settles its classes, and makes it visible at the end.
import { fail } from '../core/errors';
import { meter, type ReportProgress } from '../core/progress';
import type { ClassLabel, Dataset, Part, SampleName, Split } from '../core/types';
import {
  classesByKeys,
  classesByNames,
  classIndices,
  isKnown,
  isNamed,
  isTorn,
  renameClasses,
  type ClassNames,
} from '../data/classes';
import type { Roles } from '../data/detect';
import { LabelBook } from '../data/labels';
import { readRows, type ReadRows } from '../data/read';
import { discardPart, readLabels } from '../store/chunk';
import { changeDataset, putDataset, type PartLabels } from '../store/datasets';
import type { Store } from '../store/db';
import { holding } from '../store/hold';
import { newId, partIdOf } from '../store/ids';
import { ChunkWriter } from '../store/writer';

/** What is to be imported, and where to. */
export interface ImportRequest {
  roles: Roles; // with rows for at least one part
  names: ClassNames | null;
  target: Dataset | null; // to be completed; null = make a new dataset
  name: string; // of a new dataset
  sample: SampleName | null;
}

/** A part that is written but not yet visible. */
interface Draft {
  id: string;
  split: Split;
  rows: ReadRows;
  book: LabelBook;
  sizeBytes: number;
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

class ImportJob {
  readonly id = newId();
  readonly #store: Store;
  readonly #request: ImportRequest;
  readonly #tell: (done: number) => void;
  readonly #written: string[] = []; // ids of parts
  #done = 0; // bytes of the files
  #language: Dataset['language'] | null;
  #fieldCount: number | null; // label included

  constructor(store: Store, request: ImportRequest, report: ReportProgress) {
    const { roles, target } = request;
    this.#store = store;
    this.#request = request;
    const total = [...roles.train, ...roles.test].reduce((sum, { size }) => sum + size, 0);
    this.#tell = meter('reading', total, 'bytes', report);
    this.#language = target?.language ?? null;
    this.#fieldCount = target ? target.fields.length + 1 : null;
  }

  async run(): Promise<Dataset> {
    const { roles, names, target } = this.#request;
    const drafts: Draft[] = [];
    let classes = target ? fixedClasses(target, names) : null;
    for (const split of ['train', 'test'] as const) {
      if (roles[split].length === 0) continue;
      const draft = classes ? await this.#readKnown(split, classes) : await this.#readOpen(split);
      classes ??= settleClasses(target, names, draft.book.keys);
      drafts.push(draft);
    }
    return this.#publish(drafts, classes ?? []);
  }

  async discard(): Promise<void> {
    for (const id of this.#written) await discardPart(this.#store, id);
  }

  /** Reads a part whose classes are known: other labels are bad. */
  #readKnown(split: Split, classes: ClassLabel[]): Promise<Draft> {
    return this.#read(split, new LabelBook(classes.length, (key) => isKnown(classes, key)));
  }

  /** Reads a part that decides which classes there are. */
  async #readOpen(split: Split): Promise<Draft> {
    const { names, roles } = this.#request;
    if (!names) return this.#read(split, new LabelBook(0, () => true));
    const book = (fromZero: boolean) =>
      new LabelBook(names.names.length, (key) => isNamed(names, key, fromZero));
    const draft = await this.#read(split, book(true));
    if (!isTorn(names, draft.book.keys)) return draft;
    // Labels count from 1 after all, so the rows labelled 0 are bad: leave them out from the start.
    await this.discard();
    this.#done -= roles[split].reduce((sum, { size }) => sum + size, 0);
    return this.#read(split, book(false));
  }

  async #read(split: Split, book: LabelBook): Promise<Draft> {
    const id = partIdOf(this.id, split);
    this.#written.push(id);
    const writer = new ChunkWriter(this.#store, id);
    const rows = await readRows(this.#request.roles[split], {
      fieldCount: this.#fieldCount,
      language: this.#language,
      areTexts: this.#request.roles.areTexts,
      book,
      takeChunk: (chunk) => writer.add(chunk),
      count: (bytes) => this.#tell((this.#done += bytes)),
    });
    await writer.end();
    this.#language = rows.language;
    this.#fieldCount = rows.fields.length + 1;
    return { id, split, rows, book, sizeBytes: writer.sizeBytes + rows.labels.byteLength };
  }

  async #publish(drafts: readonly Draft[], classes: ClassLabel[]): Promise<Dataset> {
    const { target, name, sample } = this.#request;
    const labels: PartLabels = {};
    const parts: Partial<Record<Split, Part>> = {};
    for (const draft of drafts) {
      const map = classIndices(classes, draft.book.keys);
      labels[draft.id] = draft.rows.labels.map((number) => map[number]);
      parts[draft.split] = partOf(draft, map, classes.length);
    }
    const train = drafts.find(({ split }) => split === 'train');
    if (train && train.book.keys.length < 2) throw onlyOne(train, classes);
    if (target) {
      if (target.test && !parts.test)
        parts.test = await this.#remapped(target.test, target.classes, classes, labels);
      const change = (dataset: Dataset) => ({ ...dataset, classes, ...parts });
      return changeDataset(this.#store, target.id, change, labels);
    }
    const { fields, language } = drafts[0].rows;
    const [id, createdAt] = [newId(), Date.now()];
    const counts = { labelChanges: 0, testLooks: 0 };
    const own = { id, createdAt, name, sample, classes, fields, language, ...counts };
    return putDataset(this.#store, { train: null, test: null, ...own, ...parts }, labels);
  }

  /** A test part that came before its classes were complete, with its labels in their new order. */
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
    const classCounts = new Array<number>(classes.length).fill(0);
    map.forEach((to, from) => (classCounts[to] += part.classCounts[from]));
    labels[part.id] = (await readLabels(this.#store, part.id)).map((label) => map[label]);
    return { ...part, classCounts };
  }
}

/** The classes of a dataset that no new part may change; null where its test part alone gave them. */
function fixedClasses(target: Dataset, names: ClassNames | null): ClassLabel[] | null {
  const isNamedAlready = target.classes.some(({ key, name }) => key !== name);
  if (!target.train && !isNamedAlready) return null;
  return names ? renameClasses(target.classes, names) : target.classes;
}

/** The classes that the labels of all parts give together. */
function settleClasses(
  target: Dataset | null,
  names: ClassNames | null,
  keys: readonly string[],
): ClassLabel[] {
  const all = [...(target?.classes.map(({ key }) => key) ?? []), ...keys];
  if (!names) return classesByKeys(all);
  const classes = classesByNames(names, all);
  const label = all.find((key) => !isKnown(classes, key));
  if (label === undefined) return classes;
  throw fail('bad-file', 'classes.few', { file: names.file, names: names.names.length, label });
}

function partOf({ id, split, rows, book, sizeBytes }: Draft, map: number[], size: number): Part {
  const classCounts = new Array<number>(size).fill(0);
  book.counts.forEach((count, number) => (classCounts[map[number]] += count));
  const { rowCount, chunkCount, sources, lengths, bad } = rows;
  const labels = { classCounts, unlabelled: 0, givenValidation: 0 };
  return { id, split, rowCount, chunkCount, sizeBytes, sources, ...labels, lengths, bad };
}

function onlyOne({ rows, book }: Draft, classes: readonly ClassLabel[]): Error {
  const [key] = book.keys;
  const label = classes[classIndices(classes, [key])[0]].name;
  return fail('bad-file', 'classes.one', { file: rows.sources[0].name, label });
}
