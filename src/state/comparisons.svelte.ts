// Runs compared row by row, each pair asked for once. The answers of a run lie in one record with its weights, so
// pairs are read one after another, and a training under way is hardly disturbed.
import { untrack } from 'svelte';
import { SvelteMap } from 'svelte/reactivity';
import { faultOf, type Fault } from '../core/errors';
import type { Comparison, Run } from '../core/run';
import type { Workers } from '../workers/client';

/** What comparing two runs gave: figures, or why they cannot be compared. */
export type Compared = { comparison: Comparison; fault: null } | { comparison: null; fault: Fault };

/** Comparisons of pairs of runs. */
export class Comparisons {
  readonly #found = new SvelteMap<string, Compared | null>(); // null = asked for, and not known yet
  readonly #workers: Workers;
  #last: Promise<void> = Promise.resolve();

  constructor(workers: Workers) {
    this.#workers = workers;
  }

  /** What is known of a pair; null while it is not. */
  of(run: Run, other: Run): Compared | null {
    return this.#found.get(keyOf(run, other)) ?? null;
  }

  /** Has a pair compared, unless it was or one of them was not tested. */
  ask(run: Run, other: Run): void {
    const key = keyOf(run, other);
    if (!run.test || !other.test || untrack(() => this.#found.has(key))) return;
    this.#found.set(key, null);
    this.#last = this.#last.then(() => this.#compare(key, run.id, other.id));
  }

  async #compare(key: string, runId: string, otherId: string): Promise<void> {
    try {
      const comparison = await this.#workers.train.call((train) => train.compare(runId, otherId));
      this.#found.set(key, { comparison, fault: null });
    } catch (error) {
      this.#found.set(key, { comparison: null, fault: faultOf(error) });
    }
  }
}

/** A look at the test part gives new answers. */
function keyOf(run: Run, other: Run): string {
  return [run, other].map(({ id, testLook }) => `${id} ${testLook}`).join(' ');
}
