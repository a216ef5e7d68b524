// What the data ask of a model, and the parts that several networks begin or end with.
import { fail } from '../core/errors';
import type { Weighting } from '../core/settings';
import { filledWidth } from '../nn/layers/dense';
import { Embedding } from '../nn/layers/embedding';
import type { Net, NetShape } from '../nn/net';
import type { Backend } from '../nn/op';
import { SparsePlan } from '../nn/sparse-plan';
import { createTable, type Table } from '../nn/table';
import { initialiseTable } from '../nn/table-init';
import { WordPlan } from '../nn/word-plan';
import type { Model } from './model';

/** What the data ask of a model. */
export interface DataShape {
  tableRows: number; // ids of words and n-grams are below it
  wordRows: number; // ids of words are below it
  classes: number;
  batchRows: number; // B, rows of a batch at most
  batchFeatures: number; // features of a batch at most; see mostIds
  mostWords: number; // T at most: words to which rows are cut
  cut: 'end' | 'start'; // which end of a longer row goes
}

/** A table with the way it is exported and drawn. */
export interface NetworkTable {
  table: Table;
  numbers: number; // of a row that count; the rest fills it up to a multiple of 4 and stays zero
  initialise(seed: number): void;
}

/** Opens the surroundings of a network. */
export type OpenNet = (shape: NetShape) => Net;

/** A network that reads words in their order: its surroundings, its plans and its embeddings. */
export interface WordInput {
  net: Net;
  planner: WordPlan;
  embedding: Embedding; // output (T * B, E)
  table: NetworkTable;
}

/** How words become embeddings. */
export interface WordInputOptions {
  width: number; // E, a multiple of 4
  init: 'keras' | 'pytorch';
  paddingCounts: boolean; // the filler behind short texts is a word like others
}

/** Begins a network that reads words in their order. */
export function readWords(
  open: OpenNet,
  data: DataShape,
  { width, init, paddingCounts }: WordInputOptions,
): WordInput {
  const { batchRows: batch, mostWords: length, wordRows, classes, cut } = data;
  const shape = { batch, length, tableRows: wordRows, classes, paddingCounts, cut };
  const net = open({ batch, length, planWords: WordPlan.words(shape) });
  checkTable(net.backend, { rows: wordRows, width, option: 'width' });
  const planner = new WordPlan(shape);
  const touched = Math.min(wordRows, batch * length);
  const table = createTable(net, {
    name: 'embeddings',
    rows: wordRows,
    width,
    touched,
    part: 'table',
    segments: planner.segments,
  });
  const embedding = new Embedding(net, { table, segments: planner.segments });
  const kind = `${init}-embedding` as const;
  const initialise = (seed: number) =>
    initialiseTable(net, table, seed, { kind, zeroFirst: !paddingCounts });
  return { net, planner, embedding, table: { table, numbers: width, initialise } };
}

/** A network that reads weighted features: its surroundings, its plans and its table. */
export interface FeatureInput {
  net: Net;
  planner: SparsePlan;
  table: Table; // (V, D)
}

/** How features become the first layer's numbers. */
export interface FeatureInputOptions {
  weighting: Weighting;
  inputs: number; // features that are read at most; 0 = all
  width: number; // D
  option?: 'units'; // the setting that decides D, if one does
  part: 'table' | 'head';
}

/** Begins a network that reads weighted features. */
export function readFeatures(
  open: OpenNet,
  data: DataShape,
  { weighting, inputs, width, option, part }: FeatureInputOptions,
): FeatureInput {
  const { batchRows: batch, batchFeatures, tableRows, classes } = data;
  const rows = inputs === 0 ? tableRows : Math.min(inputs, tableRows);
  const counts = { entries: batchFeatures, features: tableRows, inputs: rows };
  const shape = { batch, classes, weighting, ...counts };
  const net = open({ batch, length: 0, planWords: SparsePlan.words(shape) });
  if (option) checkTable(net.backend, { rows, width, option });
  const planner = new SparsePlan(shape);
  const touched = Math.min(rows, batchFeatures);
  const table = createTable(net, {
    name: 'table',
    rows,
    width: filledWidth(width),
    touched,
    part,
    segments: planner.segments,
  });
  return { net, planner, table };
}

/** The kind of facts that a way of weighing needs. */
export function featureWeightsOf({ weighting }: { weighting: Weighting }): Model['featureWeights'] {
  return weighting === 'tf-idf' ? 'idf' : weighting;
}

/** Refuses a table that no block of the backend can hold, with the width that fits; where none does, memory itself is refused. */
function checkTable(
  { mostCells }: Backend,
  { rows, width, option }: { rows: number; width: number; option: 'width' | 'units' },
): void {
  const most = 4 * Math.floor(mostCells / rows / 4);
  if (width <= most || most === 0) return;
  throw fail('bad-config', 'config.range', { option, least: 4, most, found: width });
}
