// The backend of typed arrays: the WASM tier's own kernels, and the oracle of the tests.
import type { Backend, BufferTypes, Cell, CellOf, Cells, Op, Block } from './op';

const MOST_CELLS = 2 ** 29; // 2 GiB, which every browser can still give to one array

interface ArrayBlock<T extends Cell = Cell> extends Block<T> {
  array: Cells<T>;
}

function arrayOf<T extends Cell>(block: Block<T>): Cells<T> {
  if (!('array' in block)) throw new Error('this block belongs to another backend');
  return (block as ArrayBlock<T>).array;
}

/** Makes a backend that computes in plain loops, at once. */
export function createPlainBackend(): Backend {
  return {
    tier: 'wasm',
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
      blocks: { [K in keyof B]: Block<CellOf<B[K]>> },
      constants: Record<C, number>,
    ) {
      const arrays = Object.entries(blocks).map(([name, block]) => [name, arrayOf(block as Block)]);
      op.plain(Object.fromEntries(arrays) as { [K in keyof B]: Cells<CellOf<B[K]>> }, constants);
    },
    submit: () => undefined,
    done: () => Promise.resolve(),
    check: () => undefined,
    dispose: () => undefined,
  };
}
