// What the division of the open dataset gives with the settings under edit.
import { faultOf, type Fault } from '../core/errors';
import type { Progress } from '../core/progress';
import type { RunSettings, SplitSettings } from '../core/settings';
import type { Dataset, Division } from '../core/types';
import { proxy, type Workers } from '../workers/client';

/** The division that is on show, or why there is none. */
export class Dividing {
  division = $state.raw<Division | null>(null);
  asked = $state.raw<SplitSettings | null>(null); // what that division was asked for
  fault = $state.raw<Fault | null>(null);
  progress = $state.raw<Progress | null>(null);
  #question = '';
  readonly #workers: Workers;

  constructor(workers: Workers) {
    this.#workers = workers;
  }

  /** Divides anew where anything that decides the division has changed; what was shown stays until the answer comes. */
  async follow(dataset: Dataset, { clean, split }: RunSettings): Promise<void> {
    const { id, train, test, labelChanges } = dataset;
    const rows = [train?.id, train?.rowCount, test?.id, test?.rowCount];
    const question = JSON.stringify([id, rows, labelChanges, clean, split]);
    if (question === this.#question) return;
    this.#question = question;
    const isAsked = () => this.#question === question;
    const report = proxy((progress: Progress) => {
      if (isAsked()) this.progress = progress;
    });
    try {
      const request = { datasetId: id, clean, split };
      const division = await this.#workers.data.call((data) => data.divide(request, report));
      if (isAsked()) [this.division, this.asked, this.fault] = [division, split, null];
    } catch (error) {
      if (isAsked()) [this.division, this.fault, this.#question] = [null, faultOf(error), ''];
    } finally {
      if (isAsked() || this.#question === '') this.progress = null;
    }
  }
}
