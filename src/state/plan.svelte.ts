// What the next run would take, found out by the workers while its settings are edited.
import { refusalsOf } from '../core/refusals';
import type { Estimate, Expectation, RateCurve, Run } from '../core/run';
import type { RunSettings } from '../core/settings';
import type { Fault } from '../core/errors';
import type { Dataset, Prepared } from '../core/types';
import { proxy, type Workers } from '../workers/client';
import { isOfToday, requestOf } from './request';
import type { Faults } from './faults.svelte';
import type { Runs } from './runs.svelte';

const WAIT_MS = 250; // after the last change of a setting

/** Estimates and short trials for the settings under edit. */
export class Plan {
  estimate = $state.raw<Estimate | null>(null);
  expectation = $state.raw<Expectation | null>(null); // of the settings as they are
  rateCurve = $state.raw<RateCurve | null>(null); // likewise
  refusals = $state.raw<Fault[]>([]); // why the settings cannot be trained with
  isMeasuring = $state(false);
  isTryingRates = $state(false);
  readonly isTrying = $derived(this.isMeasuring || this.isTryingRates); // the device has no room for anything else
  readonly #workers: Workers;
  readonly #faults: Faults;
  readonly #runs: Runs;
  #tried = ''; // the settings that trials are of
  #asked = ''; // what the estimate is of: these, and whether their words are counted
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(workers: Workers, faults: Faults, runs: Runs) {
    this.#workers = workers;
    this.#faults = faults;
    this.#runs = runs;
  }

  /** Estimates anew, a moment after the last change; what was measured for other settings goes. */
  follow(dataset: Dataset, settings: RunSettings): void {
    const tried = JSON.stringify([dataset.id, settings]);
    const prepared = this.#preparedFor(dataset, settings);
    const refusals = [...refusalsOf(settings, dataset), ...this.#startRefusals(settings)];
    const asked = JSON.stringify([tried, prepared?.key, refusals]);
    if (asked === this.#asked) return;
    if (tried !== this.#tried) this.#forgetTrials();
    this.#tried = tried;
    this.#asked = asked;
    this.refusals = refusals;
    clearTimeout(this.#timer);
    if (refusals.length > 0) this.estimate = null;
    else this.#timer = setTimeout(() => void this.#estimate(dataset, settings, prepared), WAIT_MS);
  }

  /** Trains for some seconds and tells how long the whole would take. */
  async measure(dataset: Dataset, settings: RunSettings): Promise<void> {
    if (this.isTrying) return;
    this.isMeasuring = true;
    const tried = this.#tried;
    const found = await this.#faults.guard(async () => {
      const prepared = await this.#runs.prepare(dataset, settings);
      return this.#workers.train.call((train) => train.measure(dataset, prepared, settings));
    });
    this.isMeasuring = false;
    if (found && tried === this.#tried) this.expectation = found;
  }

  /** Tries learning rates from tiny to huge. */
  async findRate(dataset: Dataset, settings: RunSettings): Promise<void> {
    if (this.isTrying) return;
    this.isTryingRates = true;
    this.rateCurve = null;
    const tried = this.#tried;
    const show = (curve: RateCurve) => {
      if (tried === this.#tried) this.rateCurve = curve;
    };
    const found = await this.#faults.guard(async () => {
      const prepared = await this.#runs.prepare(dataset, settings);
      return this.#workers.train.call((train) =>
        train.findRate(dataset, prepared, settings, proxy(show)),
      );
    });
    this.isTryingRates = false;
    if (found) show(found);
  }

  /** Ends the trying of rates; what was found so far stays. */
  async stopTrying(): Promise<void> {
    if (this.isTryingRates) await this.#runs.stop();
  }

  #forgetTrials(): void {
    this.expectation = null;
    this.rateCurve = null;
    void this.stopTrying();
  }

  /** What was prepared for a run with the same texts and words. */
  #preparedFor(dataset: Dataset, settings: RunSettings): Prepared | null {
    const asked = JSON.stringify(requestOf(dataset, settings));
    const isTwin = (run: Run) =>
      run.datasetId === dataset.id &&
      asked === JSON.stringify(requestOf(dataset, run.settings)) &&
      isOfToday(run.prepared, dataset);
    return this.#runs.list.find(isTwin)?.prepared ?? null;
  }

  #startRefusals({ start }: RunSettings): Fault[] {
    if (!start || this.#runs.list.some(({ id }) => id === start.runId)) return [];
    return [{ key: 'start.gone', values: {} }];
  }

  async #estimate(
    dataset: Dataset,
    settings: RunSettings,
    prepared: Prepared | null,
  ): Promise<void> {
    const asked = this.#asked;
    try {
      const found = await this.#workers.train.call((train) =>
        train.estimate(dataset, settings, prepared),
      );
      if (asked === this.#asked) this.estimate = found;
    } catch {
      if (asked === this.#asked) this.estimate = null; // training will say what is wrong
    }
  }
}
