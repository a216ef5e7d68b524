// What the cleaning rules do to the open dataset, and single rows followed through every stage.
import type { Progress } from '../core/progress';
import type { RunSettings } from '../core/settings';
import type { CleanReport, RowJourney, Split, VocabularyEntry } from '../core/types';
import { proxy, type Workers } from '../workers/client';
import type { Faults } from './faults.svelte';

/** The account of cleaning for one dataset and one choice of rules. */
export class Cleaning {
  report = $state.raw<CleanReport | null>(null);
  progress = $state.raw<Progress | null>(null);
  #shownFor = '';
  readonly #workers: Workers;
  readonly #faults: Faults;

  constructor(workers: Workers, faults: Faults) {
    this.#workers = workers;
    this.#faults = faults;
  }

  /** Counts what the rules do; the same question is asked once. */
  async audit(datasetId: string, settings: RunSettings): Promise<void> {
    const question = JSON.stringify([datasetId, settings.clean]);
    if (question === this.#shownFor) return;
    this.#shownFor = question;
    const report = proxy((progress: Progress) => (this.progress = progress));
    const answer = await this.#faults.guard(() =>
      this.#workers.data.call((data) => data.auditCleaning(datasetId, settings.clean, report)),
    );
    if (this.#shownFor !== question) return; // the rules were changed meanwhile
    this.progress = null;
    if (answer) this.report = answer;
    else this.#shownFor = '';
  }

  /** Follows one row from file to ids. */
  async follow(
    datasetId: string,
    settings: RunSettings,
    split: Split,
    row: number,
  ): Promise<RowJourney | null> {
    const { clean, text, split: division } = settings;
    return this.#faults.guard(() =>
      this.#workers.data.call((data) =>
        data.followRow({ datasetId, clean, text, split: division }, split, row),
      ),
    );
  }

  /** Searches the vocabulary learned from the training part. */
  async search(
    datasetId: string,
    settings: RunSettings,
    query: string,
  ): Promise<VocabularyEntry[]> {
    const { clean, text, split } = settings;
    const found = await this.#faults.guard(() =>
      this.#workers.data.call((data) =>
        data.searchVocabulary({ datasetId, clean, text, split }, query, 50),
      ),
    );
    return found ?? [];
  }
}
