// Cleaning under a deadline, for rules of the reader's own: a pattern may run for ever, and then only its worker's end stops it.
import type { Candidate } from '../clean/account';
import type { CountedRule } from '../clean/rules';
import { AppError, fail, type Fault } from '../core/errors';
import type { CleanSettings } from '../core/settings';

/** What the trial worker is given. */
export interface TrialOrder {
  settings: CleanSettings;
  rows: readonly (readonly string[])[]; // fields of each
}

/** What the trial worker tells. */
export type TrialNews =
  | { kind: 'mark'; rule: number; row: number; at: number } // rule: index of an own rule about to be tried; -1 = the others; at: ms
  | ({ kind: 'end' } & TrialResult)
  | { kind: 'fault'; fault: Fault };

/** What a trial gave that came to its end. */
export interface TrialResult {
  texts: string[]; // cleaned
  changed: Partial<Record<CountedRule, number>>; // rows
  candidates: Candidate[]; // for examples; their rows count from 0
}

/** The own rule that took longest in all, and the row on which it stayed longest. */
export interface Slowest {
  rule: number; // index in CleanSettings.own
  row: number; // index in TrialOrder.rows
  ms: number; // on all rows
}

/** How a trial went; `result` is null where it was stopped. */
export interface Trial {
  result: TrialResult | null;
  slowest: Slowest | null; // null = no own rule was tried
}

/** A worker that is ended when it takes too long, and started anew for the next trial. One trial at a time. */
export class Trials {
  #worker: Worker | null = null;
  #turn: Promise<unknown> = Promise.resolve();

  /** Cleans rows within so many milliseconds from when the worker begins. */
  run(order: TrialOrder, limitMs: number): Promise<Trial> {
    const turn = this.#turn.then(() => this.#run(order, limitMs));
    this.#turn = turn.catch(() => undefined);
    return turn;
  }

  /** Ends the worker. */
  end(): void {
    this.#worker?.terminate();
    this.#worker = null;
  }

  #run(order: TrialOrder, limitMs: number): Promise<Trial> {
    const worker = (this.#worker ??= new Worker(new URL('./trial.worker.ts', import.meta.url), {
      type: 'module',
    }));
    const clock = new Clock();
    const { promise, resolve, reject } = Promise.withResolvers<Trial>();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = () => {
      this.end();
      clock.stop();
      resolve({ result: null, slowest: clock.slowest() });
    };
    worker.onmessage = ({ data }: MessageEvent<TrialNews>) => {
      timer ??= setTimeout(stop, limitMs); // the start of the worker is no fault of a rule
      if (data.kind === 'mark') clock.mark(data);
      else if (data.kind === 'fault') reject(new AppError('bad-config', data.fault));
      else resolve({ result: data, slowest: clock.slowest() });
    };
    worker.onerror = ({ message }) => {
      this.end();
      reject(fail('bug', 'worker.died', { what: 'text' }, message));
    };
    worker.postMessage(order);
    return promise.finally(() => clearTimeout(timer));
  }
}

type Mark = Extract<TrialNews, { kind: 'mark' }>;

/** Adds up how long each own rule took, from the marks before each. */
class Clock {
  readonly #spent = new Map<number, { ms: number; row: number; rowMs: number }>(); // by rule
  #open: Mark | null = null;

  mark(mark: Mark): void {
    this.#close(mark.at);
    this.#open = mark;
  }

  stop(): void {
    this.#close(performance.timeOrigin + performance.now());
  }

  slowest(): Slowest | null {
    let slowest: Slowest | null = null;
    for (const [rule, { ms, row }] of this.#spent)
      if (!slowest || ms > slowest.ms) slowest = { rule, row, ms };
    return slowest;
  }

  #close(at: number): void {
    if (!this.#open || this.#open.rule < 0) return;
    const { rule, row, at: start } = this.#open;
    const spent = this.#spent.get(rule) ?? { ms: 0, row, rowMs: 0 };
    const rowMs = at - start;
    spent.ms += rowMs;
    if (rowMs > spent.rowMs) Object.assign(spent, { row, rowMs });
    this.#spent.set(rule, spent);
  }
}
