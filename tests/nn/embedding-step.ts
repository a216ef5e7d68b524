// One way through a layer over a table, forward and backward, on any backend, captured once and replayed on several batches.
import { PAD_ID } from '../../src/core/types';
import { Embedding } from '../../src/nn/layers/embedding';
import { SparseDense } from '../../src/nn/layers/sparse-dense';
import { Net, type Signal } from '../../src/nn/net';
import type { Backend } from '../../src/nn/op';
import type { Parameter } from '../../src/nn/parameters';
import { mostIds, type Examples } from '../../src/nn/examples';
import { SparsePlan } from '../../src/nn/sparse-plan';
import { createTable, type Table } from '../../src/nn/table';
import { WordPlan } from '../../src/nn/word-plan';
import { randomFloats } from './random-examples';
import { segmentsOf } from './segment-sum-cases';

/** What a layer is tried on. */
export interface LayerInput {
  batch: number;
  length: number; // T of every batch; 0 for sparse layers
  tableRows: number;
  width: number;
  examples: Examples; // gone through batch by batch, the last one perhaps short
  table: Float32Array<ArrayBuffer>;
  slopes: Float32Array<ArrayBuffer>; // dL / d output, for every batch
  paddingCounts: boolean; // of embeddings
  bias: Float32Array<ArrayBuffer>; // of sparse layers; fewer than width where columns only fill up
}

/** What the last batch gave. */
export interface LayerOutput {
  output: Float32Array<ArrayBuffer>;
  table: Float32Array<ArrayBuffer>; // slopes (V, D)
  bias: Float32Array<ArrayBuffer>; // slopes; empty for embeddings
}

/** Random values for a layer. */
export function drawInput(
  shape: Omit<LayerInput, 'table' | 'slopes' | 'bias'> & { outputs?: number },
): LayerInput {
  const { batch, length, tableRows, width, outputs = width, paddingCounts } = shape;
  const table = randomFloats(tableRows * width, 21);
  if (length > 0 && !paddingCounts) table.fill(0, PAD_ID * width, (PAD_ID + 1) * width);
  const slopes = randomFloats(Math.max(1, length) * batch * width, 22);
  return { ...shape, table, slopes, bias: randomFloats(outputs, 23) };
}

interface Tried {
  net: Net;
  table: Table;
  layer: Embedding | SparseDense;
  plan: WordPlan | SparsePlan;
  bias: Parameter | null;
}

function tableOf(net: Net, { tableRows: rows, width }: LayerInput, places: number): Table {
  const touched = Math.min(places, rows);
  return createTable(net, { name: 'table', rows, width, touched, part: 'table' });
}

function openEmbedding(backend: Backend, input: LayerInput): Tried {
  const { batch, length, tableRows, paddingCounts } = input;
  const shape = { batch, length, tableRows, classes: 2, paddingCounts, cut: 'end' } as const;
  const plan = new WordPlan(shape);
  const net = new Net(backend, { batch, length, planWords: WordPlan.words(shape) });
  const table = tableOf(net, input, batch * length);
  const layer = new Embedding(net, { table, segments: plan.segments });
  return { net, table, layer, plan, bias: null };
}

function openSparse(backend: Backend, input: LayerInput): Tried {
  const { batch, tableRows, examples, bias: values } = input;
  const entries = mostIds(examples.features, batch);
  const sizes = { batch, entries, features: tableRows, inputs: tableRows, classes: 2 };
  const shape = { ...sizes, weighting: 'tf-idf' as const };
  const plan = new SparsePlan(shape);
  plan.setFeatureWeights(Float32Array.from({ length: tableRows }, (_, f) => 1 + (f % 3) / 2));
  const net = new Net(backend, { batch, length: 0, planWords: SparsePlan.words(shape) });
  const table = tableOf(net, input, entries);
  const bias = net.parameters.add({
    ...{ name: 'bias', shape: [values.length], part: 'head', decays: false },
    init: () => values,
  });
  const layer = new SparseDense(net, { table, bias, segments: plan.segments });
  return { net, table, layer, plan, bias };
}

/** Slopes of the table by its rows. */
async function tableSlopes({ net, table, plan }: Tried): Promise<Float32Array<ArrayBuffer>> {
  const { rows, width } = table;
  const compact = await net.backend.read(table.slopes);
  const slopes = new Float32Array(rows * width);
  segmentsOf(plan.words, false).forEach(({ id }, s) =>
    slopes.set(compact.subarray(s * width, (s + 1) * width), id * width),
  );
  return slopes;
}

/** Sends every batch of the examples through the layer and reads what the last one gave. */
export async function runLayer(backend: Backend, input: LayerInput): Promise<LayerOutput> {
  const { batch, length, examples } = input;
  const tried = length > 0 ? openEmbedding(backend, input) : openSparse(backend, input);
  const { net, layer, plan, bias } = tried;
  net.parameters.initialise(1);
  backend.write(tried.table.values, input.table);
  const signal: Signal = layer.output;
  const capture = backend.capture(() => layer.forward({ length, isTraining: true }));
  const back = backend.capture(() => layer.backward());
  const step = { length, step: 1, seed: 1, outRow: 0, lossSlot: 0, withSegments: true };
  const rows = Uint32Array.from(examples.labels.keys());
  for (let first = 0; first < rows.length; first += batch) {
    plan.fill(examples, rows.slice(first, first + batch), step);
    backend.write(net.plan, plan.words, plan.length);
    capture.replay();
    backend.write(signal.slopes, input.slopes);
    back.replay();
    backend.submit();
  }
  const output = await backend.read(signal.values);
  const table = await tableSlopes(tried);
  const slopes = await backend.read(net.parameters.slopes);
  const biasSlopes = bias ? slopes.slice(bias.at, bias.at + bias.size) : new Float32Array();
  net.dispose();
  return { output, table, bias: biasSlopes };
}
