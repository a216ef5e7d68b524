// The datasets in this browser, the one that is open, and the import under way.
import { SvelteMap } from 'svelte/reactivity';
import { faultOf, type Fault } from '../core/errors';
import type { Progress } from '../core/progress';
import type { FileView, ReadPlan } from '../core/reading';
import { TYPED_PLAN } from '../core/typed';
import type { Dataset, RowView, SampleName, Split, StorageUse } from '../core/types';
import { proxy, type Workers } from '../workers/client';
import type { Faults } from './faults.svelte';
import { keepSame } from './same';

const KEY = 'broadsheet.dataset';
const ASKED_KEY = 'broadsheet.asked-to-persist';

/** Faults that another plan can answer. */
const ANSWERABLE: readonly Fault['key'][] = [
  'columns.unsure',
  'classes.many',
  'classes.one',
  'files.whose',
];

/** How files are to be read is asked before they are. */
export interface ReadQuestion {
  files: File[];
  of: string | null; // dataset that they are to be read into anew; null = they are new
  plan: ReadPlan; // what was chosen before
  fault: Fault | null; // why it is asked; null = somebody wanted it
}

/** Datasets as the data worker keeps them. */
export class Datasets {
  list = $state.raw<Dataset[]>([]);
  currentId = $state<string | null>(localStorage.getItem(KEY));
  importing = $state.raw<Progress | null>(null);
  isLoaded = $state(false);
  use = $state.raw<StorageUse | null>(null);
  question = $state.raw<ReadQuestion | null>(null);
  asksFirst = $state(false); // how files are read is asked before every import
  wasRefused = $state(false); // the browser was just asked to protect the storage, and did not agree
  readonly current = $derived(this.list.find((d) => d.id === this.currentId) ?? null);
  readonly #files = new SvelteMap<string, File[]>(); // by dataset, as long as the page is open
  readonly #workers: Workers;
  readonly #faults: Faults;
  readonly #afterImport: () => Promise<void>;

  /** `afterImport` is called when files were read: runs take over the names of their classes. */
  constructor(workers: Workers, faults: Faults, afterImport: () => Promise<void>) {
    this.#workers = workers;
    this.#faults = faults;
    this.#afterImport = afterImport;
  }

  /** Reads the list anew; opens the newest dataset if none is open. */
  async load(): Promise<void> {
    await this.#faults.guard(async () => {
      const list = await this.#workers.data.call((data) => data.listDatasets());
      this.list = keepSame(this.list, list, (dataset) => JSON.stringify(dataset));
      if (!this.current) this.open(this.list[0]?.id ?? null);
      this.use = await this.#workers.data.call((data) => data.storageUse());
    });
    this.isLoaded = true;
  }

  /** Takes over a dataset that was just changed. */
  take(changed: Dataset): void {
    this.list = this.list.map((dataset) => (dataset.id === changed.id ? changed : dataset));
  }

  /** Opens a dataset. */
  open(id: string | null): void {
    this.currentId = id;
    if (id === null) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, id);
  }

  /** Reads files into a new dataset, or into the open one where they complete it; without a plan it may ask first. */
  async importFiles(files: File[], plan?: ReadPlan): Promise<Dataset | null> {
    const question: ReadQuestion = { files, of: null, plan: plan ?? {}, fault: null };
    if (!plan && this.asksFirst) {
      this.question = question;
      return null;
    }
    const open = this.current?.sample ? null : this.currentId;
    const into = plan?.into === undefined ? open : plan.into;
    const dataset = await this.#import(
      (report) =>
        this.#workers.data.call((data) => data.importFiles(files, into, question.plan, report)),
      question,
    );
    if (dataset) this.#hold(dataset.id, dataset.id === into ? this.filesOf(into) : [], files);
    // A reader's own files are worth protecting; the question is put once, later only by the button.
    if (dataset && this.use?.persisted === false && localStorage.getItem(ASKED_KEY) === null)
      await this.#askToPersist();
    return dataset;
  }

  /** Makes a dataset of texts that were typed here; it takes the place of the one that they were typed on. */
  async keepTyped(replaced: string | null, file: File): Promise<Dataset | null> {
    return this.#import(
      (report) =>
        this.#workers.data.call((data) =>
          replaced === null
            ? data.importFiles([file], null, TYPED_PLAN, report)
            : data.retype(replaced, file, report),
        ),
      null,
    );
  }

  /** Reads the files of a dataset as a plan says, into a new one; the old one goes, unless it was labelled by hand. */
  async readAgain(id: string, plan: ReadPlan): Promise<Dataset | null> {
    const files = this.filesOf(id);
    const question = { files, of: id, plan, fault: null };
    const dataset = await this.#import(
      (report) => this.#workers.data.call((data) => data.readAgain(id, files, plan, report)),
      question,
    );
    if (dataset) this.#hold(dataset.id, [], files);
    return dataset;
  }

  /** The files of a dataset, if they were brought since the page was opened. */
  filesOf(id: string): File[] {
    return this.#files.get(id) ?? [];
  }

  /** What files are by their beginnings, as a plan would have them read. */
  inspect(files: File[], plan: ReadPlan): Promise<FileView[] | null> {
    return this.#faults.guard(() => this.#workers.data.call((data) => data.inspect(files, plan)));
  }

  /** Asks the browser not to clear this page's storage by itself; only the page's own thread may ask. */
  async persist(): Promise<void> {
    this.wasRefused = !(await this.#askToPersist());
  }

  /** Loads one of the page's own samples. */
  async importSample(name: SampleName): Promise<Dataset | null> {
    const kept = this.list.find((dataset) => dataset.sample === name);
    if (kept) {
      this.open(kept.id);
      return kept;
    }
    return this.#import(
      (report) => this.#workers.data.call((data) => data.importSample(name, report)),
      null,
    );
  }

  /** Stops the import; what was stored before stays. */
  cancel(): void {
    this.#workers.data.kill();
  }

  /** Names a dataset. */
  async rename(id: string, name: string): Promise<void> {
    await this.#faults.guard(() => this.#workers.data.call((data) => data.renameDataset(id, name)));
    await this.load();
  }

  /** Deletes a dataset with everything derived from it; saved runs stay. */
  async remove(id: string): Promise<void> {
    await this.#faults.guard(() => this.#workers.data.call((data) => data.removeDataset(id)));
    await this.load();
  }

  /** Reads rows of the open dataset. */
  readonly readRows = async (
    split: Split,
    rowStart: number,
    rowEnd: number,
  ): Promise<RowView[]> => {
    const id = this.currentId;
    if (id === null) return [];
    const rows = await this.#faults.guard(() =>
      this.#workers.data.call((data) => data.readRows(id, split, rowStart, rowEnd)),
    );
    return rows ?? [];
  };

  async #import(
    job: (report: (progress: Progress) => void) => Promise<Dataset>,
    question: ReadQuestion | null, // to be put if the answer could be another
  ): Promise<Dataset | null> {
    if (this.importing) return null;
    const wasAsked = this.question !== null;
    this.#faults.dismiss();
    this.question = null;
    this.importing = {
      phase: 'reading',
      done: 0,
      total: null,
      unit: 'bytes',
      rate: 0,
      secondsLeft: null,
    };
    const report = proxy((progress: Progress) => {
      if (this.importing) this.importing = progress;
    });
    const dataset = await job(report).catch((error: unknown) => {
      const fault = faultOf(error);
      const isAnswerable = question !== null && ANSWERABLE.includes(fault.key);
      if (!isAnswerable) this.#faults.show(error);
      if (isAnswerable || wasAsked)
        this.question = question && { ...question, fault: isAnswerable ? fault : null };
      return null;
    });
    this.importing = null;
    await this.load();
    if (dataset) this.open(dataset.id);
    if (dataset) await this.#afterImport();
    return dataset;
  }

  #hold(id: string, before: readonly File[], files: readonly File[]): void {
    this.#files.set(id, [...before, ...files]);
  }

  async #askToPersist(): Promise<boolean> {
    localStorage.setItem(ASKED_KEY, 'yes');
    const isKept = await navigator.storage.persist();
    this.use = await this.#faults.guard(() => this.#workers.data.call((data) => data.storageUse()));
    return isKept;
  }
}
