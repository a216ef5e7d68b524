// The convolution layer, forward and backward, on any backend, with everything it computed read back.
import { MaxConvolution } from '../../src/nn/layers/convolution';
import { Net, type Signal } from '../../src/nn/net';
import type { Backend } from '../../src/nn/op';
import { PLAN, PLAN_HEAD } from '../../src/nn/plan-head';
import { randomFloats } from './random-examples';

/** What a convolution is run on. */
export interface ConvolutionInput {
  lengths: number[]; // words of each row
  length: number; // T
  embedding: number;
  filters: number;
  widths: number[];
  hasActivation: boolean;
  x: Float32Array<ArrayBuffer>; // (T * B, E)
  weights: Record<string, { values: Float32Array<ArrayBuffer> }>;
  slopes: Float32Array<ArrayBuffer>; // (B, F * widths), of the output
}

/** Everything that the layer computed. */
export interface ConvolutionOutput {
  y: Float32Array;
  xSlopes: Float32Array;
  weightSlopes: Record<string, Float32Array>;
}

type Shape = Pick<ConvolutionInput, 'lengths' | 'length' | 'embedding' | 'filters' | 'widths'>;

/** Random numbers for a shape; positions behind a row's words are zeros, as the filler's embedding is. */
export function randomConvolution(shape: Shape): ConvolutionInput {
  const { lengths, length, embedding, filters, widths } = shape;
  const batch = lengths.length;
  const x = randomFloats(length * batch * embedding, 1);
  for (let p = 0; p < length * batch; p++) {
    if (Math.floor(p / batch) < lengths[p % batch]) continue;
    x.fill(0, p * embedding, (p + 1) * embedding);
  }
  const weights = Object.fromEntries(
    widths.flatMap((width, i) => [
      [`c ${width} kernel`, { values: randomFloats(width * embedding * filters, 10 + i) }],
      [`c ${width} bias`, { values: randomFloats(filters, 30 + i) }],
    ]),
  );
  const slopes = randomFloats(batch * filters * widths.length, 2);
  for (let i = 0; i < slopes.length; i += 5) slopes[i] = 0; // as dropout leaves them
  return { ...shape, hasActivation: true, x, weights, slopes };
}

/** Runs the layer forward and backward as a captured step. */
export async function runConvolution(
  backend: Backend,
  input: ConvolutionInput,
): Promise<ConvolutionOutput> {
  const { lengths, length, embedding, filters, widths, hasActivation } = input;
  const batch = lengths.length;
  const net = new Net(backend, { batch, length: length + 3, planWords: PLAN_HEAD + 2 * batch });
  const signal: Signal = net.signal((length + 3) * batch, embedding);
  const options = { name: 'c', filters, widths, init: 'keras', hasActivation } as const;
  const layer = new MaxConvolution(net, signal, options);
  await net.parameters.write(input.weights);
  const plan = new Uint32Array(PLAN_HEAD + 2 * batch);
  plan[PLAN.rows] = batch;
  plan[PLAN.length] = length;
  plan.set(lengths, PLAN_HEAD + batch);
  backend.write(net.plan, plan);
  backend.write(signal.values, input.x);
  backend.write(signal.slopes, new Float32Array(signal.slopes.length).fill(9)); // of a step before
  backend.write(layer.output.slopes, input.slopes);
  const capture = backend.capture(() => {
    layer.forward({ length, isTraining: true });
    layer.backward({ length, isTraining: true });
  });
  capture.replay();
  backend.submit();
  const y = await backend.read(layer.output.values);
  const xSlopes = (await backend.read(signal.slopes)).slice(0, length * batch * embedding);
  const all = await backend.read(net.parameters.slopes);
  const weightSlopes = Object.fromEntries(
    net.parameters.list.map(({ name, at, size }) => [name, all.slice(at, at + size)]),
  );
  net.dispose();
  backend.check(0);
  return { y, xSlopes, weightSlopes };
}
