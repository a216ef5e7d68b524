// The one state object of the page, made in main.ts and handed down by context.
import { createContext } from 'svelte';
import { makeWorkers } from '../workers/client';
import { Augmented } from './augmented.svelte';
import { Bringing } from './bringing.svelte';
import { Cleaning } from './cleaning.svelte';
import { Comparisons } from './comparisons.svelte';
import { Datasets } from './datasets.svelte';
import { Dividing } from './dividing.svelte';
import { Exports } from './export.svelte';
import { Faults } from './faults.svelte';
import { Labelling } from './labelling.svelte';
import { Language } from './language.svelte';
import { Offline } from './offline.svelte';
import { Place } from './place.svelte';
import { Plan } from './plan.svelte';
import { RecipeHistory } from './recipe-history.svelte';
import { Runs } from './runs.svelte';
import { Settings } from './settings.svelte';
import { Surveys } from './surveys.svelte';

/** Everything that the page shows. */
export class App {
  readonly language = new Language();
  readonly offline = new Offline();
  readonly place = new Place();
  readonly faults = new Faults();
  readonly settings = new Settings();
  readonly recipe = new RecipeHistory(this.settings);
  readonly bringing = new Bringing();
  readonly datasets: Datasets;
  readonly cleaning: Cleaning;
  readonly augmented: Augmented;
  readonly dividing: Dividing;
  readonly runs: Runs;
  readonly plan: Plan;
  readonly comparisons: Comparisons;
  readonly exports: Exports;
  readonly labelling: Labelling;
  readonly surveys: Surveys;

  constructor() {
    const workers = makeWorkers();
    this.datasets = new Datasets(workers, this.faults, () => this.runs.load());
    this.augmented = new Augmented(workers, this.faults);
    this.cleaning = new Cleaning(workers, this.faults);
    this.dividing = new Dividing(workers);
    this.runs = new Runs(workers, this.faults, () => this.datasets.load());
    this.plan = new Plan(workers, this.faults, this.runs);
    this.comparisons = new Comparisons(workers);
    this.exports = new Exports(workers, this.faults);
    this.surveys = new Surveys(workers, this.faults);
    this.labelling = new Labelling(workers, this.faults, {
      changed: (dataset) => this.datasets.take(dataset),
      renamed: () => this.runs.load(),
    });
  }

  /** Loads what this browser keeps, looks for a device, and at last keeps the page itself. */
  async open(): Promise<void> {
    window.addEventListener('focus', () => void this.#refresh());
    await this.datasets.load();
    await this.runs.load();
    await this.runs.probe(this.settings.run.tier);
    await this.offline.keep();
  }

  /** Another tab may have changed what is kept. */
  async #refresh(): Promise<void> {
    if (this.datasets.importing || this.runs.isBusy) return; // both load anew when they end
    await this.datasets.load();
    await this.runs.load();
  }
}

/** The page's state, from within any component. */
export const [getApp, setApp] = createContext<App>();
