// Records the clipping of slopes by the length of all of them together.
import type { Net } from './net';
import type { Block } from './op';
import { clipScale } from './ops/clip-scale/op';
import { squareSum } from './ops/square-sum/op';
import { ALIGN, type Parameter } from './parameters';
import { scratchOf } from './scratch';
import type { Table } from './table';

/** Whose slopes are clipped. */
export interface Clip {
  parameters: readonly Parameter[]; // in the order in which they stand in their block
  tables: readonly Table[];
  limit: number; // greatest length; 0 = nothing is clipped
  controls: Block<'f32'>; // gets the scale
}

interface Part {
  x: Block<'f32'>;
  first: number;
  numbers: number; // 0: rows of a table
  width: number;
  parts: number;
}

const MOST_PARTS = 256;
const NUMBERS_OF_PART = 4096; // at least, but for the last one

function partsOf(numbers: number): number {
  return Math.min(MOST_PARTS, Math.ceil(numbers / NUMBERS_OF_PART));
}

/** Runs of parameters that stand side by side: all of them, unless some are frozen. */
function runsOf(slopes: Block<'f32'>, parameters: readonly Parameter[]): Part[] {
  const runs: { from: number; to: number }[] = [];
  for (const { at, size } of parameters) {
    const to = ALIGN * Math.ceil((at + size) / ALIGN);
    const last = runs.at(-1);
    if (last?.to === at) last.to = to;
    else runs.push({ from: at, to });
  }
  return runs.map(({ from, to }) => ({
    x: slopes,
    first: from,
    numbers: to - from,
    width: 0,
    parts: partsOf(to - from),
  }));
}

/** Records sums of squares and the scale that they ask for; nothing where the limit is 0. */
export function recordClip(net: Net, { parameters, tables, limit, controls }: Clip): void {
  if (limit === 0) return;
  const { backend, plan } = net;
  const ofTables = tables.map(({ slopes, width, touched }) => {
    return { x: slopes, first: 0, numbers: 0, width, parts: partsOf(touched * width) };
  });
  const all = [...runsOf(net.parameters.slopes, parameters), ...ofTables];
  const parts = all.reduce((sum, part) => sum + part.parts, 0);
  const sums = scratchOf(net, parts);
  let partsAt = 0;
  for (const { x, ...constants } of all) {
    backend.run(squareSum, { plan, x, sums }, { ...constants, partsAt }, constants.parts);
    partsAt += constants.parts;
  }
  const limits = net.float(1);
  backend.write(limits, Float32Array.of(limit));
  backend.run(clipScale, { sums, limit: limits, controls }, { parts }, 1);
}
