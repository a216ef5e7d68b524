// Fresh values of tables.
// Keras draws embeddings evenly in +-0.05, PyTorch from the normal distribution (Box & Muller 1958, "A Note on the Generation of
// Random Normal Deviates"). A table by feature is the kernel of a dense layer: Keras draws it evenly in +-sqrt(6 / (inputs +
// outputs)) (Glorot & Bengio 2010, "Understanding the difficulty of training deep feedforward neural networks", AISTATS), PyTorch
// in +-1 / sqrt(inputs). Inputs are all rows of the table, as a dense layer over the same features has it: with 400,000 of them
// that is +-0.004, and as a row of the batch has length 1 whatever the number of its features, outputs begin nearly at zero.
import { STREAM, randomUnit } from '../core/random';
import type { InitName } from '../core/settings';
import type { Net } from './net';
import type { Table } from './table';

/** How a table is drawn. */
export interface TableInit {
  kind: `${InitName}-${'embedding' | 'kernel'}` | 'zeros';
  columns?: number; // that are drawn; the rest of the width only fills it up and is zero; all unless told
  zeroFirst?: boolean; // row 0 is the filler's and stays zero
}

/** Draws fresh values for a table; the same seed gives the same values. */
export function initialiseTable(net: Net, table: Table, seed: number, init: TableInit): void {
  const { rows, width } = table;
  const { kind, columns = width, zeroFirst = false } = init;
  const values = new Float32Array(rows * width);
  if (kind !== 'zeros') {
    let counter = 0;
    const next = drawer(kind, [rows, columns], () => randomUnit(seed, STREAM.init, counter++));
    for (let row = zeroFirst ? 1 : 0; row < rows; row++)
      for (let d = 0; d < columns; d++) values[row * width + d] = next();
  }
  net.backend.write(table.values, values);
}

function drawer(
  kind: Exclude<TableInit['kind'], 'zeros'>,
  [inputs, outputs]: readonly [number, number],
  draw: () => number,
): () => number {
  if (kind === 'pytorch-embedding') return () => normal(1 - draw(), draw());
  const limit = {
    'keras-embedding': 0.05,
    'keras-kernel': Math.sqrt(6 / (inputs + outputs)),
    'pytorch-kernel': 1 / Math.sqrt(inputs),
  }[kind];
  return () => limit * (2 * draw() - 1);
}

/** A normal number from two even ones, `u` above 0. */
function normal(u: number, v: number): number {
  return Math.sqrt(-2 * Math.log(u)) * Math.cos(2 * Math.PI * v);
}
