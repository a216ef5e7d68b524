// A dense layer with a dropout behind it, recorded and replayed on a backend, for the tests of both.
import { randomUnit } from '../../src/core/random';
import { Dense, type DenseOptions } from '../../src/nn/layers/dense';
import { Dropout } from '../../src/nn/layers/dropout';
import { Net } from '../../src/nn/net';
import type { Backend } from '../../src/nn/op';
import { PLAN, PLAN_HEAD } from '../../src/nn/plan-head';

/** What the layers are given. */
export interface DenseCase {
  rows: number;
  inputs: number;
  units: number;
  activation: DenseOptions['activation'];
  dropped: number; // share
  step: number;
  isTraining: boolean;
  x: Float32Array<ArrayBuffer>; // (rows, inputs)
  kernel: Float32Array<ArrayBuffer>; // (inputs, units)
  bias: Float32Array<ArrayBuffer>; // (units)
  aim: Float32Array<ArrayBuffer>; // (rows, units); the loss is the sum of aim y
}

/** A case with random numbers. */
export function randomDense(
  rows: number,
  inputs: number,
  units: number,
  activation: DenseCase['activation'],
): DenseCase {
  const draw = (length: number, stream: number, scale = 1) =>
    Float32Array.from({ length }, (_, i) => scale * (2 * randomUnit(rows, stream, i) - 1));
  return {
    ...{ rows, inputs, units, activation },
    dropped: 0,
    step: 1,
    isTraining: true,
    x: draw(rows * inputs, 100),
    kernel: draw(inputs * units, 101, 2 / Math.sqrt(inputs)),
    bias: draw(units, 102),
    aim: draw(rows * units, 103),
  };
}

const STRANGE = 7; // an input in each filler column: it must not matter

function widen(values: Float32Array, from: number, to: number, filler: number) {
  const rows = values.length / from;
  return Float32Array.from({ length: rows * to }, (_, i) =>
    i % to < from ? values[Math.floor(i / to) * from + (i % to)] : filler,
  );
}

function narrow(values: Float32Array, from: number, to: number): Float32Array {
  return values.filter((_, i) => i % from < to);
}

/** Outputs and slopes, without fillers. */
export async function denseOn(backend: Backend, given: DenseCase) {
  const { rows, inputs, units, activation, dropped, isTraining } = given;
  const net = new Net(backend, { batch: rows, length: 0, planWords: PLAN_HEAD + rows });
  const plan = new Uint32Array(PLAN_HEAD);
  plan[PLAN.step] = given.step;
  plan[PLAN.seed] = 11;
  backend.write(net.plan, plan);
  const input = net.signal(rows, 4 * Math.ceil(inputs / 4));
  backend.write(input.values, widen(given.x, inputs, input.width, STRANGE));
  const options = {
    name: 'dense',
    units,
    activation,
    inputs,
    init: 'keras',
    part: 'body',
  } as const;
  const dense = new Dense(net, input, options);
  const dropout = new Dropout(net, dense.output, { share: dropped, layer: 5 });
  const { output } = dense;
  await net.parameters.write({
    'dense kernel': { values: given.kernel },
    'dense bias': { values: given.bias },
  });
  const pass = { length: 0, isTraining };
  const forward = backend.capture(() => {
    dense.forward();
    dropout.forward(pass);
  });
  const backward = backend.capture(() => {
    dropout.backward(pass);
    dense.backward();
  });
  forward.replay();
  const y = narrow(await backend.read(output.values), output.width, units);
  backend.write(output.slopes, widen(given.aim, units, output.width, 0));
  backward.replay();
  const slopes = await backend.read(net.parameters.slopes);
  const dx = await backend.read(input.slopes);
  const [kernel, bias] = net.parameters.list;
  const found = {
    y,
    dx: narrow(dx, input.width, inputs),
    kernel: slopes.slice(kernel.at, kernel.at + kernel.size),
    bias: slopes.slice(bias.at, bias.at + bias.size),
  };
  net.dispose();
  return found;
}
