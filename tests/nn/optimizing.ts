// An optimizer recorded once and replayed over given slopes, for its tests: a kernel that decays, a bias that does not, a table.
import { zeros } from '../../src/nn/init';
import { Net } from '../../src/nn/net';
import type { Backend } from '../../src/nn/op';
import { Optimizer, type OptimizerSettings } from '../../src/nn/optimizer';
import { PLAN, PLAN_HEAD } from '../../src/nn/plan-head';
import { createTable } from '../../src/nn/table';

/** Slopes of one step; the table's are those of the rows `ids`. */
export interface SlopeStep {
  kernel: number[];
  bias: number[];
  ids: number[];
  table: number[];
}

/** What an optimizer is given. */
export interface OptimizerCase {
  settings: OptimizerSettings;
  rate: number;
  start: { kernel: number[]; bias: number[]; table: number[] };
  rows: number; // of the table
  width: number;
  steps: SlopeStep[];
}

/** Plain adam with the same rate for all parts. */
export const ADAM: OptimizerSettings = {
  optimizer: 'adam',
  momentum: 0,
  weightDecay: 0,
  clipNorm: 0,
  rareRows: true,
  rates: { table: 1, body: 1, head: 1 },
};

/** Makes the network; the caller disposes of it. */
export function makeOptimizer(backend: Backend, { settings, start, rows, width }: OptimizerCase) {
  const net = new Net(backend, { batch: 1, length: 0, planWords: PLAN_HEAD + 2 * rows + 8 });
  const dense = { part: 'body', init: zeros } as const;
  const kernelShape = [start.kernel.length];
  const kernel = net.parameters.add({ ...dense, name: 'kernel', shape: kernelShape, decays: true });
  const biasShape = [start.bias.length];
  const head = { ...dense, part: 'head', name: 'bias', shape: biasShape, decays: false } as const;
  const bias = net.parameters.add(head);
  const segments = { segments: 0, pieces: 0, longs: 0, mostPieces: 0 };
  const shape = { name: 'table', rows, width, touched: rows, part: 'table', segments } as const;
  const table = createTable(net, shape);
  const values = new Float32Array(net.parameters.cells);
  values.set(start.kernel, kernel.at);
  values.set(start.bias, bias.at);
  backend.write(net.parameters.values, values);
  backend.write(table.values, Float32Array.from(start.table));
  const optimizer = new Optimizer(net, [table], settings);
  const capture = backend.capture(() => optimizer.record());
  const takeStep = (step: number, rate: number, slopes: SlopeStep) => {
    const all = new Float32Array(net.parameters.cells);
    all.set(slopes.kernel, kernel.at);
    all.set(slopes.bias, bias.at);
    backend.write(net.parameters.slopes, all);
    segments.segments = slopes.ids.length;
    backend.write(table.slopes, Float32Array.from(slopes.table));
    const plan = new Uint32Array(PLAN_HEAD + 2 + slopes.ids.length);
    plan[PLAN.segments] = slopes.ids.length;
    plan[PLAN.segmentsAt] = PLAN_HEAD + 2;
    plan.set(slopes.ids, PLAN_HEAD + 2);
    new Float32Array(plan.buffer).set(optimizer.rates(step, rate), PLAN.rates);
    backend.write(net.plan, plan);
    capture.replay();
  };
  const read = async () => {
    const all = await backend.read(net.parameters.values);
    return {
      kernel: all.slice(kernel.at, kernel.at + kernel.size),
      bias: all.slice(bias.at, bias.at + bias.size),
      table: await backend.read(table.values),
    };
  };
  return { net, optimizer, capture, takeStep, read };
}

/** The weights after all steps. */
export async function optimize(backend: Backend, given: OptimizerCase) {
  const { net, takeStep, read } = makeOptimizer(backend, given);
  given.steps.forEach((slopes, i) => takeStep(i + 1, given.rate, slopes));
  const found = await read();
  net.dispose();
  return found;
}
