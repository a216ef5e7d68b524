// Records the slopes of a table's rows: the backward step of every layer over a table.
import type { Net } from './net';
import type { Block } from './op';
import { segmentSum } from './ops/segment-sum/op';
import { scratchOf } from './scratch';
import type { SegmentCounts } from './segments';
import type { Table } from './table';

/** The sums that a table's slopes are. */
export interface TableSlopes {
  table: Table;
  segments: SegmentCounts; // of the plan; asked at every replay
  dy: Block<'f32'>; // slopes by place, (N, D)
  isWeighted: boolean; // each place has a value
}

/** Records the slopes of the rows that the plan's segments name. */
export function recordTableSlopes(
  net: Net,
  { table, segments, dy, isWeighted }: TableSlopes,
): void {
  const { slopes: g, width } = table;
  const { backend, plan } = net;
  const quarter = width / 4;
  const partials = scratchOf(net, Math.max(1, segments.mostPieces) * width);
  const sum = (join: number, threads: () => number) => {
    const form = { width, weighted: Number(isWeighted), join };
    backend.run(segmentSum, { plan, dy, g, partials }, form, threads);
  };
  sum(0, () => (segments.segments + segments.pieces) * quarter);
  sum(1, () => segments.longs * quarter);
}
