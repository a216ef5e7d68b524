// The page's side of the two workers: starts them, passes calls on, and turns a dead worker into a rejected call.
import { proxy, wrap, type Remote } from 'comlink';
import { fail, type AppError } from '../core/errors';
import type { DataApi, TrainApi } from './api';

export { proxy };

/** One worker that is started when it is first needed, and started anew after it died. */
export class Client<T> {
  readonly #start: () => Worker;
  readonly #work: string;
  #worker: Worker | null = null;
  #remote: Remote<T> | null = null;
  #death = Promise.withResolvers<never>();

  constructor(work: string, start: () => Worker) {
    this.#work = work;
    this.#start = start;
  }

  /** Runs a call on the worker; rejects when the worker dies before it answers. */
  async call<R>(use: (remote: Remote<T>) => Promise<R>): Promise<R> {
    this.#remote ??= this.#open();
    return Promise.race([use(this.#remote), this.#death.promise]);
  }

  /** Ends the worker at once; calls under way reject with the given error. The next call starts it anew. */
  kill(reason: AppError = fail('cancelled', 'cancelled', {})): void {
    this.#worker?.terminate();
    this.#worker = null;
    this.#remote = null;
    this.#death.reject(reason);
  }

  #open(): Remote<T> {
    this.#death = Promise.withResolvers<never>();
    this.#death.promise.catch(() => undefined); // a worker that dies idle is no unhandled rejection
    this.#worker = this.#start();
    this.#worker.addEventListener('error', (event) => {
      event.preventDefault();
      this.kill(fail('bug', 'worker.died', { what: this.#work }, event.message));
    });
    return wrap<T>(this.#worker);
  }
}

/** The page's workers. */
export interface Workers {
  data: Client<DataApi>;
  train: Client<TrainApi>;
}

/** Makes the clients of both workers; nothing is started yet. */
export function makeWorkers(): Workers {
  return {
    data: new Client<DataApi>(
      'data',
      () => new Worker(new URL('./data.worker.ts', import.meta.url), { type: 'module' }),
    ),
    train: new Client<TrainApi>(
      'train',
      () => new Worker(new URL('./train.worker.ts', import.meta.url), { type: 'module' }),
    ),
  };
}
