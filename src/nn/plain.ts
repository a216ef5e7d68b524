// The backend of typed arrays: the WASM tier's own kernels, and the oracle of the tests.
import type { Backend, Block, BlocksOf, BufferTypes, Capture, Cell, Cells, Op } from './op';

const MOST_CELLS = 2 ** 29; // 2 GiB, which every browser can still give to one array

/** Plain loops of an op, or what computes the same faster. */
export type Kernel = Op<BufferTypes, string>['plain'];

interface ArrayBlock<T extends Cell = Cell> extends Block<T> {
  array: Cells<T>;
}

function arrayOf<T extends Cell>(block: Block<T>): Cells<T> {
  if (!('array' in block)) throw new Error('this block belongs to another backend');
  return (block as ArrayBlock<T>).array;
}

/** Makes a backend that computes in plain loops, at once; `kernels`, by the op's name, take the place of its plain loops. */
export function createPlainBackend(kernels: Readonly<Record<string, Kernel>> = {}): Backend {
  let calls: (() => void)[] | null = null; // of the capture under way
  return {
    tier: 'wasm',
    isSoftware: true,
    mostCells: MOST_CELLS,
    create<T extends Cell>(cell: T, length: number): Block<T> {
      const array = cell === 'u32' ? new Uint32Array(length) : new Float32Array(length);
      const block: ArrayBlock<T> = { cell, length, array: array as Cells<T> };
      return block;
    },
    free: () => undefined,
    clear: (block) => void arrayOf(block).fill(0),
    write(block, values, length = values.length) {
      arrayOf(block).set(values.subarray(0, length));
    },
    read: <T extends Cell>(block: Block<T>) => Promise.resolve(arrayOf(block).slice() as Cells<T>),
    run<B extends BufferTypes, C extends string>(
      op: Op<B, C>,
      blocks: BlocksOf<B>,
      constants: Record<C, number>,
    ) {
      const arrays = Object.fromEntries(
        Object.entries(blocks).map(([name, block]) => [name, arrayOf(block as Block)]),
      );
      const general = op as unknown as Op<BufferTypes, string>;
      const kernel: Kernel = kernels[op.name] ?? ((all, values) => general.plain(all, values));
      if (calls) calls.push(() => kernel(arrays, constants));
      else kernel(arrays, constants);
    },
    capture(record): Capture {
      const kept: (() => void)[] = [];
      calls = kept;
      try {
        record();
      } finally {
        calls = null;
      }
      return { dispatches: kept.length, replay: () => kept.forEach((call) => call()) };
    },
    submit: () => undefined,
    done: () => Promise.resolve(),
    check: () => undefined,
    dispose: () => undefined,
  };
}
