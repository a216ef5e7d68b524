// Writing the prepared rows to a file that can be saved.
import type { Progress } from '../core/progress';
import type { RunSettings } from '../core/settings';
import type { Dataset } from '../core/types';
import { proxy, type Workers } from '../workers/client';
import type { Faults } from './faults.svelte';
import { requestOf } from './request';

/** The export under way, if any. */
export class Exports {
  progress = $state.raw<Progress | null>(null);
  isBusy = $state(false);
  readonly #workers: Workers;
  readonly #faults: Faults;

  constructor(workers: Workers, faults: Faults) {
    this.#workers = workers;
    this.#faults = faults;
  }

  /** Prepares a dataset and writes its rows as CSV; null where that failed or was stopped. */
  async prepared(dataset: Dataset, settings: RunSettings): Promise<Blob | null> {
    if (this.isBusy) return null;
    this.isBusy = true;
    const report = proxy((progress: Progress) => (this.progress = progress));
    const file = await this.#faults.guard(() =>
      this.#workers.data.call((data) => data.exportPrepared(requestOf(dataset, settings), report)),
    );
    this.isBusy = false;
    this.progress = null;
    return file;
  }

  /** Stops the export; what was prepared for it stays. */
  cancel(): void {
    this.#workers.data.kill();
  }
}
