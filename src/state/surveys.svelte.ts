// The survey of the open dataset, the figure whose rows are shown, and the search through its rows.
import type { Progress } from '../core/progress';
import type { CleanSettings } from '../core/settings';
import type {
  Concordance,
  Finding,
  FindingRange,
  FoundRow,
  Question,
  SearchCounts,
  Survey,
} from '../core/survey';
import type { Dataset, Split } from '../core/types';
import { proxy, type Workers } from '../workers/client';
import type { Faults } from './faults.svelte';

/** A row that another part of the page is asked to show. */
export interface AskedRow {
  split: Split;
  row: number; // index within its part
}

/** What is known of a dataset, and asked about it. */
export class Surveys {
  survey = $state.raw<Survey | null>(null);
  progress = $state.raw<Progress | null>(null);
  finding = $state.raw<{ what: Finding; rows: number } | null>(null); // whose rows are shown
  question = $state.raw<Question | null>(null);
  counts = $state.raw<SearchCounts | null>(null); // of that question, so far
  askedRow = $state.raw<AskedRow | null>(null); // to be shown in the table of rows
  isStale = $state(false); // the survey shown was made of other labels or rules
  surveyOf = $state(''); // id of the dataset that all of this is of
  readonly #workers: Workers;
  readonly #faults: Faults;

  constructor(workers: Workers, faults: Faults) {
    this.#workers = workers;
    this.#faults = faults;
  }

  /** Shows the survey that is kept of a dataset, if there is one; of another dataset nothing stays on show. */
  async find(dataset: Dataset, clean: CleanSettings): Promise<Survey | null> {
    if (this.surveyOf !== dataset.id) this.#forget(dataset.id);
    const kept = await this.#ask((data) => data.findSurvey(dataset.id, clean));
    if (this.surveyOf !== dataset.id) return null;
    this.isStale = kept === null && this.survey !== null;
    if (kept) this.survey = kept;
    return kept;
  }

  /** Makes the survey. */
  async make(dataset: Dataset, clean: CleanSettings): Promise<void> {
    if (this.progress) return;
    this.progress = {
      phase: 'looking',
      done: 0,
      total: null,
      unit: 'rows',
      rate: 0,
      secondsLeft: null,
    };
    const report = proxy((progress: Progress) => {
      if (this.progress) this.progress = progress;
    });
    const made = await this.#ask((data) => data.survey(dataset.id, clean, report));
    this.progress = null;
    if (!made || this.surveyOf !== dataset.id) return;
    this.survey = made;
    this.isStale = false;
  }

  /** Stops the survey; what was kept before stays. */
  cancel(): void {
    this.#workers.data.kill();
  }

  /** Shows the rows behind a figure, or none. */
  open(what: Finding | null, rows = 0): void {
    this.finding = what && { what, rows };
  }

  /** Reads rows behind a figure. */
  async readFinding(
    id: string,
    clean: CleanSettings,
    finding: Finding,
    range: FindingRange,
  ): Promise<FoundRow[]> {
    return (await this.#ask((data) => data.readFinding(id, clean, finding, range))) ?? [];
  }

  /** Searches; the counts grow while rows are found. */
  async search(question: Question): Promise<void> {
    this.question = question;
    this.counts = null;
    const isAsked = () => this.question === question;
    const report = proxy((counts: SearchCounts) => {
      if (isAsked() && !this.counts?.isDone) this.counts = counts;
    });
    const counts = await this.#ask((data) => data.search(question, report));
    if (counts && isAsked()) this.counts = counts;
  }

  /** Reads rows that a search has found. */
  async readConcordance(question: Question, start: number, end: number): Promise<Concordance[]> {
    return (await this.#ask((data) => data.readConcordance(question, start, end))) ?? [];
  }

  /** Asks the table to show a row. */
  askFor(split: Split, row: number): void {
    this.askedRow = { split, row };
  }

  #forget(id: string): void {
    this.surveyOf = id;
    this.survey = null;
    this.finding = null;
    this.question = null;
    this.counts = null;
    this.askedRow = null;
  }

  #ask<T>(use: (data: Remote) => Promise<T>): Promise<T | null> {
    return this.#faults.guard(() => this.#workers.data.call(use));
  }
}

type Remote = Parameters<Parameters<Workers['data']['call']>[0]>[0];
