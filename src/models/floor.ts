// The least that a training step has to do, counted: the floor under its time on any device.

const BYTES = 4; // of a number

/** Work of a step or a part of it. */
export interface Work {
  bytes: number; // read and written in memory, each number as seldom as its use allows
  flop: number;
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

/** Adam over so many numbers: weight, slope and two moments read, weight and moments written; some twelve operations. */
export function updateWork(numbers: number): Work {
  return { bytes: 7 * BYTES * numbers, flop: 12 * numbers };
}

/** Rows of a table read by their ids, and their slopes summed by id: each place's numbers are read and written both ways. */
export function tableWork(places: number, width: number): Work {
  return { bytes: 4 * BYTES * places * width, flop: places * width };
}
