// The data worker's text workers: at most four, one a core. They end when the data worker ends.
import { wrap, type Remote } from 'comlink';
import { fail } from '../core/errors';
import type { TextApi } from './text-api';

const MOST_WORKERS = 4;
const CALLS_AHEAD = 2; // a second call hides the wait for the store

/** Some text workers, told apart by their index; when one dies, all end. */
export class Pool {
  readonly workers: readonly Remote<TextApi>[];
  isDead = false;
  readonly #threads: Worker[] = [];
  readonly #death = Promise.withResolvers<never>();

  constructor(size = Math.min(MOST_WORKERS, navigator.hardwareConcurrency || 1)) {
    this.#death.promise.catch(() => undefined); // heard by whoever waits for a call
    this.workers = Array.from({ length: size }, () => {
      const worker = new Worker(new URL('./text.worker.ts', import.meta.url), { type: 'module' });
      worker.addEventListener('error', ({ message }) => this.#end(message));
      this.#threads.push(worker);
      return wrap<TextApi>(worker);
    });
  }

  /** Asks all workers the same; the answers stand in the workers' order. */
  all<T>(ask: (worker: Remote<TextApi>, index: number) => Promise<T>): Promise<T[]> {
    return this.#orDeath(Promise.all(this.workers.map(ask)));
  }

  /** Gives each item to whichever worker is free; the answers stand in the items' order. */
  async share<I, T>(
    items: readonly I[],
    ask: (worker: Remote<TextApi>, item: I, index: number) => Promise<T>,
  ): Promise<T[]> {
    const answers = new Array<T>(items.length);
    let next = 0;
    const work = async (worker: Remote<TextApi>, index: number) => {
      while (next < items.length) {
        const at = next++;
        answers[at] = await ask(worker, items[at], index);
      }
    };
    const lines = this.workers.flatMap((worker, index) =>
      Array.from({ length: CALLS_AHEAD }, () => work(worker, index)),
    );
    await this.#orDeath(Promise.all(lines));
    return answers;
  }

  /** Gives each worker its own items, in their order. */
  async each<I>(
    items: readonly (readonly I[])[], // by worker
    ask: (worker: Remote<TextApi>, item: I) => Promise<void>,
  ): Promise<void> {
    const work = async (worker: Remote<TextApi>, own: readonly I[]) => {
      const queue = own.values();
      const line = async () => {
        for (const item of queue) await ask(worker, item);
      };
      await Promise.all(Array.from({ length: CALLS_AHEAD }, line));
    };
    await this.#orDeath(Promise.all(this.workers.map((worker, w) => work(worker, items[w]))));
  }

  #end(reason: string): void {
    this.isDead = true;
    for (const worker of this.#threads) worker.terminate();
    this.#death.reject(fail('bug', 'worker.died', { what: 'text' }, reason));
  }

  #orDeath<T>(answer: Promise<T>): Promise<T> {
    return Promise.race([answer, this.#death.promise]);
  }
}
