// Runs LSTM layers on given numbers, for the tests: outputs, and the slopes of the sum of output * weights.
import { Net, type Layer, type Signal } from '../../src/nn/net';
import type { Backend } from '../../src/nn/op';
import { PLAN, PLAN_HEAD } from '../../src/nn/plan-head';
import { STREAM, randomUnit } from '../../src/core/random';

/** Sizes of a batch, and which words there are. */
export interface LstmBatch {
  batch: number;
  length: number; // T of this batch
  mostLength?: number; // of the network
  width: number; // E
  lengths?: readonly number[]; // of the rows; T unless told
  isTraining?: boolean;
}

/** Numbers in +-scale, the same for the same stream. */
export function draw(length: number, stream: number, scale = 1): Float32Array<ArrayBuffer> {
  const unit = (i: number) => randomUnit(5, STREAM.sample + 16 * stream, i);
  return Float32Array.from({ length }, (_, i) => scale * (2 * unit(i) - 1));
}

/** A plan that says no more than how long the rows are. */
export function planOf({ batch, length, lengths }: LstmBatch): Uint32Array<ArrayBuffer> {
  const plan = new Uint32Array(PLAN_HEAD + 2 * batch);
  plan[PLAN.rows] = batch;
  plan[PLAN.length] = length;
  plan[PLAN.step] = 3;
  plan[PLAN.seed] = 7;
  for (let row = 0; row < batch; row++) plan[PLAN_HEAD + batch + row] = lengths?.[row] ?? length;
  return plan;
}

/** Layers between an input and an output. */
export interface Stack {
  layers: readonly Layer[];
  output: Signal;
  outputRows: number; // of the network's longest batch
}

/** What a run gives; of the signals only the rows of this batch. */
export interface LstmResult {
  output: Float32Array<ArrayBuffer>;
  inputSlopes: Float32Array<ArrayBuffer>;
  parameters: Record<string, { shape: number[]; values: Float32Array<ArrayBuffer> }>;
  slopes: Record<string, Float32Array<ArrayBuffer>>;
  dispatches: number;
}

/** What a run computes with; drawn where not given. */
export interface LstmNumbers {
  input?: Float32Array<ArrayBuffer>; // (T * B, E)
  weights?: Float32Array<ArrayBuffer>; // of the outputs in the loss
  parameters?: Record<string, { values: Float32Array<ArrayBuffer> }>;
}

/** Runs forward and backward once. */
export async function runLstm(
  backend: Backend,
  shape: LstmBatch,
  build: (net: Net, input: Signal) => Stack,
  numbers: LstmNumbers = {},
): Promise<LstmResult> {
  const { batch, length, mostLength = length, width, isTraining = true } = shape;
  const net = new Net(backend, {
    batch,
    length: mostLength,
    planWords: PLAN_HEAD + 2 * batch,
  });
  const input = net.signal(mostLength * batch, width);
  const { layers, output, outputRows } = build(net, input);
  net.parameters.initialise(1);
  if (numbers.parameters) await net.parameters.write(numbers.parameters);
  backend.write(net.plan, planOf(shape));
  // Whatever stands in blocks beforehand must not matter.
  backend.write(net.parameters.slopes, draw(net.parameters.cells, 9));
  backend.write(input.slopes, draw(input.slopes.length, 10));
  backend.write(output.slopes, numbers.weights ?? draw(outputRows * output.width, 1));
  backend.write(input.values, numbers.input ?? draw(length * batch * width, 2));
  const pass = { length, isTraining };
  const capture = backend.capture(() => {
    for (const layer of layers) layer.forward(pass);
    for (const layer of layers.toReversed()) layer.backward(pass);
  });
  capture.replay();
  const rows = outputRows === batch ? batch : length * batch;
  const slopes = await backend.read(net.parameters.slopes);
  const result = {
    output: (await backend.read(output.values)).slice(0, rows * output.width),
    inputSlopes: (await backend.read(input.slopes)).slice(0, length * batch * width),
    parameters: await net.parameters.read(),
    slopes: Object.fromEntries(
      net.parameters.list.map(({ name, at, size }) => [name, slopes.slice(at, at + size)]),
    ),
    dispatches: capture.dispatches,
  };
  backend.check(0);
  net.dispose();
  return result;
}
