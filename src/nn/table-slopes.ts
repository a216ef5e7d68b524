// What layers over a table share: where its rows stand, and the recording of their slopes.
import type { Net } from './net';
import type { Block } from './op';
import { clearCells } from './ops/clear-cells/op';
import { segmentSum } from './ops/segment-sum/op';
import type { Parameter } from './parameters';
import { scratchOf } from './scratch';
import type { SegmentCounts } from './segments';
import type { Table } from './table';

/** A table that stands by itself, of which the rows in a batch move; or a parameter (V, D), which moves as a whole. */
export type TableSource = Table | Parameter;

/** Rows of a source and how its slopes lie. */
export interface TablePlace {
  values: Block<'f32'>;
  slopes: Block<'f32'>;
  at: number; // first four cells, in both
  rows: number; // V
  width: number; // D
  isScattered: boolean; // slopes of all rows, most of them zero; else those of the batch's segments in their order
}

/** Finds a table's rows; for a parameter after all parameters were added. */
export function placeOf(net: Net, source: TableSource): TablePlace {
  if ('values' in source) return { ...source, at: 0, isScattered: false };
  const { values, slopes } = net.parameters;
  const [rows, width] = source.shape;
  return { values, slopes, at: source.at / 4, rows, width, isScattered: true };
}

/** Numbers in a row of a source, D. */
export function widthOf(source: TableSource): number {
  return 'width' in source ? source.width : source.shape[1];
}

/** The sums that a table's slopes are. */
export interface TableSlopes {
  source: TableSource;
  segments: SegmentCounts; // of the plan; asked at every replay
  dy: Block<'f32'>; // slopes by place, (N, D)
  isWeighted: boolean; // each place has a value
}

/** Records the slopes of a table's rows. */
export function recordTableSlopes(net: Net, sums: TableSlopes): void {
  const { source, segments, dy, isWeighted } = sums;
  const { slopes: g, at, rows, width, isScattered } = placeOf(net, source);
  const { backend, plan } = net;
  const quarter = width / 4;
  if (isScattered) {
    const fours = rows * quarter;
    backend.run(clearCells, { x: g }, { at, fours }, fours);
  }
  const partials = scratchOf(net, Math.max(1, segments.mostPieces) * width);
  const form = { width, weighted: Number(isWeighted), scattered: Number(isScattered), at };
  const sum = (join: number, threads: () => number) =>
    backend.run(segmentSum, { plan, dy, g, partials }, { ...form, join }, threads);
  sum(0, () => (segments.segments + segments.pieces) * quarter);
  sum(1, () => segments.longs * quarter);
}
