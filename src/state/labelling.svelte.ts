// Labels that people give: written one change after the other, so that the log has them in their order.
import type {
  Asked,
  Correction,
  Doubted,
  Labelled,
  LabelOrder,
  LoggedChange,
  Ranking,
  Reversal,
} from '../core/labelling';
import type { Progress } from '../core/progress';
import type { Dataset, RowView } from '../core/types';
import { proxy, type Workers } from '../workers/client';
import type { Faults } from './faults.svelte';

/** Who must hear of a change. */
export interface Hearers {
  changed: (dataset: Dataset) => void;
  renamed: () => Promise<void>; // a class: its runs take over the name
}

const NOTHING_RANKED: Progress = {
  phase: 'ranking',
  done: 0,
  total: null,
  unit: 'rows',
  rate: 0,
  secondsLeft: null,
};

/** Changes of labels and classes, and their log. */
export class Labelling {
  ranking = $state.raw<Progress | null>(null);
  readonly #workers: Workers;
  readonly #faults: Faults;
  readonly #hearers: Hearers;
  #last: Promise<unknown> = Promise.resolve();

  constructor(workers: Workers, faults: Faults, hearers: Hearers) {
    this.#workers = workers;
    this.#faults = faults;
    this.#hearers = hearers;
  }

  /** Gives rows a label; null where it failed. */
  give(id: string, order: LabelOrder): Promise<Labelled | null> {
    return this.#change((data) => data.changeLabels(id, order));
  }

  /** Takes an entry of the log back. */
  reverse(id: string, entry: number): Promise<Reversal | null> {
    return this.#change((data) => data.reverseLabels(id, entry));
  }

  /** Gives a text that a run took for something else its right class. */
  correct(id: string, runId: string, text: string, label: number): Promise<Correction | null> {
    return this.#change((data) => data.correct(id, runId, text, label));
  }

  /** Adds a class behind the others. */
  async addClass(id: string, name: string): Promise<boolean> {
    const done = await this.#change(async (data) => ({ dataset: await data.addClass(id, name) }));
    return done !== null;
  }

  /** Gives a class another name, in its runs too. */
  async renameClass(id: string, index: number, name: string): Promise<boolean> {
    const done = await this.#change(async (data) => ({
      dataset: await data.renameClass(id, index, name),
    }));
    if (done) await this.#hearers.renamed();
    return done !== null;
  }

  /** Rows to be asked about, in an order drawn by a seed. */
  async queue(id: string, asked: Asked, seed: number): Promise<Uint32Array | null> {
    return this.#ask((data) => data.queueRows(id, asked, seed));
  }

  /** Rows for training that have a word or a phrase, and how many of them lack a label. */
  async find(
    { id, language }: Dataset,
    query: string,
  ): Promise<{ rows: Uint32Array<ArrayBuffer>; unlabelled: number } | null> {
    const isWhole = language === 'spaced';
    return this.#ask(async (data) => {
      const question = { datasetId: id, query, isWhole, isExact: false, clean: null };
      const { train: rows } = await data.findPlaces(question);
      return { rows, unlabelled: await data.countUnlabelled(id, rows) };
    });
  }

  /** Rows in the order of a run's doubt; null where that failed or was stopped. */
  async rank(runId: string, doubted: Doubted): Promise<Ranking | null> {
    this.ranking = NOTHING_RANKED;
    const report = proxy((progress: Progress) => {
      if (this.ranking) this.ranking = progress; // a report may come behind the result
    });
    const ranking = await this.#faults.guard(() =>
      this.#workers.train.call((train) => train.rankRows(runId, doubted, report)),
    );
    this.ranking = null;
    return ranking;
  }

  /** Ends the ranking under way. */
  async stopRanking(): Promise<void> {
    await this.#workers.train.call((train) => train.stop());
  }

  /** One row of the train part. */
  async readRow(id: string, row: number): Promise<RowView | null> {
    const rows = await this.#ask((data) => data.readRows(id, 'train', row, row + 1));
    return rows?.[0] ?? null;
  }

  /** Entries of the log below `before`, newest first. */
  async log(id: string, before: number, limit: number): Promise<LoggedChange[]> {
    return (await this.#ask((data) => data.listLabelLog(id, before, limit))) ?? [];
  }

  /** What was corrected of the answers of some runs. */
  async corrections(id: string, runIds: string[]): Promise<LoggedChange[]> {
    return (await this.#ask((data) => data.listCorrections(id, runIds))) ?? [];
  }

  /** The log as a file. */
  exportLog(id: string, form: 'csv' | 'jsonl'): Promise<Blob | null> {
    return this.#ask((data) => data.exportLabelLog(id, form));
  }

  #ask<T>(use: (data: Remote) => Promise<T>): Promise<T | null> {
    return this.#faults.guard(() => this.#workers.data.call(use));
  }

  async #change<T extends { dataset: Dataset }>(
    change: (data: Remote) => Promise<T>,
  ): Promise<T | null> {
    const turn = this.#last.then(() => this.#ask(change));
    this.#last = turn;
    const done = await turn;
    if (done) this.#hearers.changed(done.dataset);
    return done;
  }
}

type Remote = Parameters<Parameters<Workers['data']['call']>[0]>[0];
