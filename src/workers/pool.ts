// The data worker's text workers: at most four, one a core. They end when the data worker ends.
import { wrap, type Remote } from 'comlink';
import { fail } from '../core/errors';
import type { TextApi } from './text-api';

const MOST_WORKERS = 4;
const CALLS_AHEAD = 2; // a second call hides the wait for the store

/** An item took too long; the workers were ended, because nothing else ends a pattern that runs for ever. */
export class Overdue extends Error {
  readonly item: number; // index among the shared ones

  constructor(item: number) {
    super('a shared item took too long');
    this.item = item;
  }
}

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
      worker.addEventListener('error', ({ message }) => this.end(message));
      this.#threads.push(worker);
      return wrap<TextApi>(worker);
    });
  }

  /** Asks all workers the same; the answers stand in the workers' order. */
  all<T>(ask: (worker: Remote<TextApi>, index: number) => Promise<T>): Promise<T[]> {
    return this.#orDeath(Promise.all(this.workers.map(ask)));
  }

  /** Gives each item to whichever worker is free; the answers stand in the items' order. An item may have a limit in ms. */
  async share<I, T>(
    items: readonly I[],
    ask: (worker: Remote<TextApi>, item: I, index: number) => Promise<T>,
    limitOf?: (item: I) => number,
  ): Promise<T[]> {
    const answers = new Array<T>(items.length);
    let next = 0;
    let overdue: Overdue | null = null;
    const work = async (worker: Remote<TextApi>, index: number) => {
      while (next < items.length) {
        const at = next++;
        const stop = () => {
          overdue = new Overdue(at);
          this.end('stopped');
        };
        const timer = limitOf && setTimeout(stop, limitOf(items[at]));
        answers[at] = await ask(worker, items[at], index);
        clearTimeout(timer);
      }
    };
    // Where items have limits a call must not wait for the one before it.
    const calls = limitOf ? 1 : CALLS_AHEAD;
    const lines = this.workers.flatMap((worker, index) =>
      Array.from({ length: calls }, () => work(worker, index)),
    );
    try {
      await this.#orDeath(Promise.all(lines));
    } catch (error) {
      throw overdue ?? error;
    }
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

  /** Ends all workers; whoever waits for them hears it. */
  end(reason: string): void {
    this.isDead = true;
    for (const worker of this.#threads) worker.terminate();
    this.#death.reject(fail('bug', 'worker.died', { what: 'text' }, reason));
  }

  #orDeath<T>(answer: Promise<T>): Promise<T> {
    return Promise.race([answer, this.#death.promise]);
  }
}
