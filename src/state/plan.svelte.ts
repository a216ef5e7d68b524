// What the next run would take, found out by the workers while its settings are edited.
import { refusalsOf } from '../core/refusals';
import type { Estimate, Expectation, RateCurve } from '../core/run';
import type { RunSettings } from '../core/settings';
import type { Fault } from '../core/errors';
import type { Dataset } from '../core/types';
import { proxy, type Workers } from '../workers/client';
import { requestOf } from './request';
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
  readonly #workers: Workers;
  readonly #faults: Faults;
  readonly #runs: Runs;
  #followed = '';
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(workers: Workers, faults: Faults, runs: Runs) {
    this.#workers = workers;
    this.#faults = faults;
    this.#runs = runs;
  }

  /** Estimates anew, a moment after the last change; what was measured for other settings goes. */
  follow(dataset: Dataset, settings: RunSettings): void {
    const followed = JSON.stringify([dataset.id, settings]);
    if (followed === this.#followed) return;
    this.#followed = followed;
    this.expectation = null;
    this.rateCurve = null;
    this.refusals = refusalsOf(settings, dataset);
    clearTimeout(this.#timer);
    if (this.refusals.length > 0) return;
    this.#timer = setTimeout(() => void this.#estimate(dataset, settings, followed), WAIT_MS);
  }

  /** Trains for some seconds and tells how long the whole would take. */
  async measure(dataset: Dataset, settings: RunSettings): Promise<void> {
    this.isMeasuring = true;
    const followed = this.#followed;
    const found = await this.#faults.guard(async () => {
      const prepared = await this.#runs.prepare(dataset, settings);
      return this.#workers.train.call((train) => train.measure(dataset, prepared, settings));
    });
    this.isMeasuring = false;
    if (found && followed === this.#followed) this.expectation = found;
  }

  /** Tries learning rates from tiny to huge. */
  async findRate(dataset: Dataset, settings: RunSettings): Promise<void> {
    this.isTryingRates = true;
    this.rateCurve = null;
    const followed = this.#followed;
    const show = (curve: RateCurve) => {
      if (followed === this.#followed) this.rateCurve = curve;
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

  async #estimate(dataset: Dataset, settings: RunSettings, followed: string): Promise<void> {
    const asked = JSON.stringify(requestOf(dataset, settings));
    const twin = this.#runs.list.find(
      (run) =>
        run.datasetId === dataset.id && asked === JSON.stringify(requestOf(dataset, run.settings)),
    );
    try {
      const prepared = twin?.prepared ?? null;
      const found = await this.#workers.train.call((train) =>
        train.estimate(dataset, settings, prepared),
      );
      if (followed === this.#followed) this.estimate = found;
    } catch {
      this.estimate = null; // training will say what is wrong
    }
  }
}
