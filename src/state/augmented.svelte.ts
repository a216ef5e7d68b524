// Rows of the open dataset as the random changes of the next run's settings leave them.
import type { RunSettings } from '../core/settings';
import type { AugmentedRow, Dataset } from '../core/types';
import type { Workers } from '../workers/client';
import type { Faults } from './faults.svelte';

/** Examples of augmentation. */
export class Augmented {
  rows = $state.raw<readonly AugmentedRow[]>([]);
  #asked = '';
  readonly #workers: Workers;
  readonly #faults: Faults;

  constructor(workers: Workers, faults: Faults) {
    this.#workers = workers;
    this.#faults = faults;
  }

  /** Shows rows as they would be changed; the same question is asked once. */
  async show(dataset: Dataset, settings: RunSettings): Promise<void> {
    const { clean, text, augment, train } = settings;
    const asked = JSON.stringify([dataset.train?.id, clean, text, augment, train.seed]);
    if (asked === this.#asked) return;
    this.#asked = asked;
    const rows = await this.#faults.guard(() =>
      this.#workers.data.call((data) => data.showAugmented(dataset.id, settings)),
    );
    if (asked !== this.#asked) return; // the settings were changed meanwhile
    this.rows = rows ?? [];
    if (!rows) this.#asked = '';
  }
}
