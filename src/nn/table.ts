// A table of embeddings or of weights by feature: a batch touches few of its rows, so its slopes are kept for those rows only.
import type { Net } from './net';
import type { ModelPart } from './parameters';
import type { Block } from './op';
import type { SegmentCounts } from './segments';

/** What a table is made for. */
export interface TableShape {
  name: string;
  rows: number; // V
  width: number; // D, a multiple of 4
  touched: number; // rows that one batch can touch at most
  part: ModelPart;
  segments?: SegmentCounts; // of the plan: how many rows the batch under way touches; `touched` of them unless told
}

/** A table and the slopes at the rows that the batch under way touches, in the order of the plan's segments. */
export interface Table extends TableShape {
  values: Block<'f32'>; // (V, D)
  slopes: Block<'f32'>; // (touched, D)
}

/** Makes a table of zeros. */
export function createTable(net: Net, shape: TableShape): Table {
  const { rows, width, touched } = shape;
  return { ...shape, values: net.float(rows * width), slopes: net.float(touched * width) };
}
