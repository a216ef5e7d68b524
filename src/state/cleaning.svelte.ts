// What the cleaning rules do to the open dataset, its vocabulary, and single rows followed through every stage.
import { SvelteMap } from 'svelte/reactivity';
import { faultOf, isRuleFault, type Fault, type RuleFault } from '../core/errors';
import type { Progress } from '../core/progress';
import type { Run } from '../core/run';
import type { CleanSettings, RunSettings } from '../core/settings';
import type {
  CleanReport,
  Dataset,
  OwnPreview,
  Prepared,
  RowJourney,
  Split,
  TextLengths,
  VocabularyEntry,
} from '../core/types';
import { proxy, type Workers } from '../workers/client';
import type { Faults } from './faults.svelte';
import { isOfToday, requestOf } from './request';

const FOUND = 50; // entries of one search

/** The account of cleaning for one dataset and one choice of rules, and what preparing it gives. */
export class Cleaning {
  report = $state.raw<CleanReport | null>(null);
  counted = $state.raw<CleanSettings | null>(null); // the recipe of which the report tells
  progress = $state.raw<Progress | null>(null);
  isStopped = $state(false); // the last count came to no end, so the report tells of an earlier recipe, if there is one
  ruleFault = $state.raw<RuleFault | null>(null); // of the own rule that stopped it
  preparing = $state.raw<Progress | null>(null);
  followed = $state.raw<{ split: Split; row: number } | null>(null); // the row that the reader asked for last
  readonly english = new SvelteMap<string, boolean>(); // by dataset id: whether its texts are English
  isAwaited = $state(false); // that row was asked for elsewhere, and has not come into view yet
  #prepared = $state.raw<{ question: string; answer: Prepared } | null>(null);
  #lengths = $state.raw<{ question: string; answer: TextLengths } | null>(null);
  #shownFor = '';
  #reportOf = '';
  readonly #workers: Workers;
  readonly #faults: Faults;

  constructor(workers: Workers, faults: Faults) {
    this.#workers = workers;
    this.#faults = faults;
  }

  /** Counts what the rules do; the same question is asked once. */
  async audit(dataset: Dataset, settings: RunSettings): Promise<void> {
    const question = JSON.stringify([partsOf(dataset), settings.clean]);
    if (question === this.#shownFor) return;
    this.#shownFor = question;
    this.isStopped = false;
    this.ruleFault = null;
    this.#faults.dismissRule(); // another job may have met it
    if (this.#reportOf !== partsOf(dataset)) this.report = null;
    this.#reportOf = partsOf(dataset);
    this.progress = beginOf(dataset); // the first report may be long in coming: other work may be before it, or a slow rule
    const report = proxy((progress: Progress) => {
      if (this.#shownFor === question) this.progress = progress;
    });
    try {
      const answer = await this.#workers.data.call((data) =>
        data.auditCleaning(dataset.id, settings.clean, report),
      );
      if (this.#shownFor === question) [this.report, this.counted] = [answer, settings.clean];
    } catch (error) {
      if (this.#shownFor === question) this.#stop(error);
    } finally {
      // Else the rules were changed meanwhile, and the next count tells of itself.
      if (this.#shownFor === question || this.isStopped) this.progress = null;
    }
  }

  /** A rule's fault is shown beside the rule, any other as usual. */
  #stop(error: unknown): void {
    const fault = faultOf(error);
    if (isRuleFault(fault)) this.ruleFault = fault;
    else this.#faults.show(error);
    this.isStopped = true;
    this.#shownFor = '';
  }

  /** Tries an own rule under edit on the first rows; where it cannot, the fault is the answer. */
  async previewOwn(
    { id }: Dataset,
    clean: CleanSettings,
    rule: number,
  ): Promise<OwnPreview | Fault> {
    try {
      return await this.#workers.data.call((data) => data.previewOwn(id, clean, rule));
    } catch (error) {
      return faultOf(error);
    }
  }

  /** Asks to follow a row, from wherever it stands on the page. */
  askFor(split: Split, row: number): void {
    this.followed = { split, row };
    this.isAwaited = true;
  }

  /** Asks once whether a dataset's texts are English. */
  async askEnglish(id: string): Promise<void> {
    if (this.english.has(id)) return;
    this.english.set(id, true); // until the answer says otherwise
    const answer = await this.#faults.guard(() =>
      this.#workers.data.call((data) => data.isEnglish(id)),
    );
    if (answer === false) this.english.set(id, false);
  }

  /** How long the texts are, if that was counted: whatever the vocabulary, the n-grams and the longest length. */
  lengthsOf(dataset: Dataset, settings: RunSettings, runs: readonly Run[]): TextLengths | null {
    const question = lengthQuestionOf(dataset, settings);
    if (this.#lengths?.question === question) return this.#lengths.answer;
    const run = runs.find(
      ({ datasetId, settings: used, prepared }) =>
        datasetId === dataset.id &&
        prepared.lengths.counts.length > 0 &&
        lengthQuestionOf(dataset, used) === question,
    );
    return run?.prepared.lengths ?? null;
  }

  /** Stops counting or preparing; what was stored before stays. */
  cancel(): void {
    this.#workers.data.kill();
  }

  /** What preparing with these settings gave, if it was done: here, or for one of the runs. */
  preparedOf(dataset: Dataset, settings: RunSettings, runs: readonly Run[]): Prepared | null {
    const question = questionOf(dataset, settings);
    if (this.#prepared?.question === question) return this.#prepared.answer;
    const run = runs.find(
      ({ datasetId, settings: used, prepared }) =>
        datasetId === dataset.id &&
        questionOf(dataset, used) === question &&
        isOfToday(prepared, dataset),
    );
    return run?.prepared ?? null;
  }

  /** Cleans, counts and encodes the dataset as a training would; found ready where that was done before. */
  async prepare(dataset: Dataset, settings: RunSettings): Promise<Prepared | null> {
    const report = proxy((progress: Progress) => (this.preparing = progress));
    const answer = await this.#faults.guard(() =>
      this.#workers.data.call((data) => data.prepare(requestOf(dataset, settings), report)),
    );
    this.preparing = null;
    if (answer) {
      this.#prepared = { question: questionOf(dataset, settings), answer };
      this.#lengths = { question: lengthQuestionOf(dataset, settings), answer: answer.lengths };
    }
    return answer;
  }

  /** Follows one row from file to ids. */
  async follow(
    dataset: Dataset,
    settings: RunSettings,
    split: Split,
    row: number,
  ): Promise<RowJourney | null> {
    return this.#faults.guard(() =>
      this.#workers.data.call((data) => data.followRow(requestOf(dataset, settings), split, row)),
    );
  }

  /** Searches the vocabulary learned from the training part; '' gives the most frequent. */
  async search(dataset: Dataset, settings: RunSettings, query: string): Promise<VocabularyEntry[]> {
    const found = await this.#faults.guard(() =>
      this.#workers.data.call((data) =>
        data.searchVocabulary(requestOf(dataset, settings), query, FOUND),
      ),
    );
    return found ?? [];
  }
}

function beginOf({ train, test }: Dataset): Progress {
  const total = (train?.rowCount ?? 0) + (test?.rowCount ?? 0);
  return { phase: 'cleaning', done: 0, total, unit: 'rows', rate: 0, secondsLeft: null };
}

function partsOf({ id, train, test }: Dataset): string {
  return [id, train?.id, train?.rowCount, test?.id, test?.rowCount].join(' ');
}

function questionOf(dataset: Dataset, settings: RunSettings): string {
  return JSON.stringify([partsOf(dataset), dataset.labelChanges, requestOf(dataset, settings)]);
}

/** What decides how many words texts have. */
function lengthQuestionOf(dataset: Dataset, { clean, text, split }: RunSettings): string {
  const { unit, punctuation, numbers, stopWords } = text;
  const read = [unit, punctuation, numbers, stopWords];
  return JSON.stringify([partsOf(dataset), dataset.labelChanges, clean, split, read]);
}
