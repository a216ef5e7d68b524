// The least that a training step has to do, counted: the floor under its time on any device.
import type { OptimizerSettings } from '../nn/optimizer';

const BYTES = 4; // of a number

/** Work of a step or a part of it. */
export interface Work {
  bytes: number; // read and written in memory, each number as seldom as its use allows
  flop: number;
}

/** What a training step reads. */
export interface StepCounts {
  length: number; // T; 0 for models that read features
  entries: number; // words or features of all rows
  touched: number; // different ones: rows of the table
}

/** Adds work up. */
export function sumOf(parts: readonly Work[]): Work {
  return parts.reduce((a, b) => ({ bytes: a.bytes + b.bytes, flop: a.flop + b.flop }));
}

/**
 * A dense layer over `rows` rows, forward and backward: three products of rows x inputs x outputs; inputs, outputs and their slopes
 * written once and read twice; weights read twice, their slopes written.
 */
export function denseWork(rows: number, inputs: number, outputs: number): Work {
  const numbers = 6 * rows * (inputs + outputs) + 3 * inputs * outputs;
  return { bytes: BYTES * numbers, flop: 6 * rows * inputs * outputs };
}

/** Embeddings: each word's row is read and written, its slopes are read and summed into those of the table's row. */
export function embeddingWork({ entries, touched }: StepCounts, width: number): Work {
  return { bytes: BYTES * width * (3 * entries + touched), flop: entries * width };
}

/**
 * Sparse rows times a table: each feature's id, value and row are read and added up into its text's output; going back its id, its
 * value and its text's slopes are read and added up into the slopes of the table's row.
 */
export function sparseWork({ entries, touched }: StepCounts, rows: number, width: number): Work {
  const numbers = 2 * entries * (width + 2) + (rows + touched) * width;
  return { bytes: BYTES * numbers, flop: 4 * entries * width };
}

/**
 * Numbers that an optimizer moves, of which so many have slopes. Adam reads and writes each of them and its two moments, in some
 * twelve operations; momentum is one number more than the weight, without it there is none.
 */
export function updateWork(
  { optimizer, momentum }: OptimizerSettings,
  { moved, slopes }: { moved: number; slopes: number },
): Work {
  const isSgd = optimizer === 'sgd';
  const kept = isSgd ? 1 + Number(momentum !== 0) : 3;
  return { bytes: BYTES * (2 * kept * moved + slopes), flop: (isSgd ? 2 * kept : 12) * moved };
}
