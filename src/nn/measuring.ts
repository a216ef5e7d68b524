// A backend that computes nothing and counts what a model would take: memory before a device has to find it.
import type { Backend, Block, Capture, Cell } from './op';

/** What was asked of a measuring backend. */
export interface Measured {
  bytes: number; // of all blocks alive
  largestBytes: number; // of the largest block
}

/** Makes a backend without memory; `measured` tells at any time what the blocks made on it would take. */
export function createMeasuringBackend(
  like: Pick<Backend, 'tier' | 'isSoftware'>,
): Backend & { measured: Measured } {
  const measured: Measured = { bytes: 0, largestBytes: 0 };
  let runs = 0;
  return {
    ...like,
    measured,
    mostCells: Infinity,
    create<T extends Cell>(cell: T, length: number): Block<T> {
      measured.bytes += 4 * length;
      measured.largestBytes = Math.max(measured.largestBytes, 4 * length);
      return { cell, length };
    },
    free: ({ length }) => void (measured.bytes -= 4 * length),
    clear: () => undefined,
    write: () => undefined,
    read: () => Promise.reject(new Error('a measuring backend holds nothing')),
    run: () => void runs++,
    capture(record): Capture {
      const before = runs;
      record();
      return { dispatches: runs - before, replay: () => undefined };
    },
    submit: () => undefined,
    done: () => Promise.resolve(),
    check: () => undefined,
    dispose: () => undefined,
  };
}
