// Closed-form gradients of LSTM layers in plain loops against finite differences, and what the layers do with ends and masks.
import { describe, expect, it } from 'vitest';
import { BidirectionalLstm } from '../../src/nn/layers/bidirectional-lstm';
import { Lstm, type LstmOptions } from '../../src/nn/layers/lstm';
import { Pooling, type PoolingOptions } from '../../src/nn/layers/pooling';
import type { Net, Signal } from '../../src/nn/net';
import { createPlainBackend } from '../../src/nn/plain';
import { expectClose } from '../support';
import fixture from './fixtures/lstm.json';
import { draw, runLstm, type LstmBatch, type LstmNumbers, type Stack } from './lstm-run';

const H = 1e-2; // of the differences

type Case = Partial<LstmOptions> & { isBidirectional?: boolean; pooling?: PoolingOptions['kind'] };

const BASE = {
  name: 'lstm',
  units: 5,
  maskPadding: true,
  init: 'pytorch',
  layerNumber: 2,
  stepsADispatch: 2,
} as const;

function stackOf(net: Net, input: Signal, { isBidirectional, pooling, ...given }: Case): Stack {
  const options = { ...BASE, ...given };
  const layer = isBidirectional
    ? new BidirectionalLstm(net, input, options)
    : new Lstm(net, input, options);
  if (!pooling)
    return { layers: [layer], output: layer.output, outputRows: net.length * net.batch };
  const reversedFrom = isBidirectional ? options.units : options.isReversed ? 0 : undefined;
  const { maskPadding } = options;
  const pool = new Pooling(net, layer.output, { kind: pooling, maskPadding, reversedFrom });
  return { layers: [layer, pool], output: pool.output, outputRows: net.batch };
}

const run = (shape: LstmBatch, given: Case, numbers: LstmNumbers = {}) =>
  runLstm(createPlainBackend(), shape, (net, input) => stackOf(net, input, given), numbers);

/** Compares each slope with the central difference of the sum of output * weights. */
async function expectSlopes(shape: LstmBatch, given: Case): Promise<void> {
  const { batch, length, width } = shape;
  const input = draw(length * batch * width, 2);
  const first = await run(shape, given, { input });
  const weights = draw(first.output.length, 1);
  const { parameters } = first;
  for (const [name, { values }] of Object.entries(parameters))
    parameters[name].values = draw(values.length, 3 + name.length, 0.7);
  const found = await run(shape, given, { input, weights, parameters });
  const loss = async () => {
    const { output } = await run(shape, given, { input, weights, parameters });
    return output.reduce((sum, value, i) => sum + value * weights[i], 0);
  };
  const slopeAt = async (values: Float32Array, i: number) => {
    const kept = values[i];
    values[i] = kept + H;
    const above = await loss();
    values[i] = kept - H;
    const below = await loss();
    values[i] = kept;
    return (above - below) / (2 * H);
  };
  const tolerance = { rtol: 5e-3, atol: 2e-3 };
  const differences = async (values: Float32Array) => {
    const slopes: number[] = [];
    for (let i = 0; i < values.length; i++) slopes.push(await slopeAt(values, i));
    return slopes;
  };
  expectClose(found.inputSlopes, await differences(input), tolerance);
  for (const [name, { values }] of Object.entries(parameters))
    expectClose(found.slopes[name], await differences(values), tolerance);
}

const MASKED: LstmBatch = { batch: 3, length: 5, width: 3, lengths: [5, 2, 0] };

describe('gradients of an LSTM', () => {
  it.each<[string, LstmBatch, Case]>([
    ['one word', { batch: 2, length: 1, width: 3 }, {}],
    ['rows of unlike length', MASKED, {}],
    ['rows of unlike length, reversed', MASKED, { isReversed: true }],
    ['unmasked padding', MASKED, { maskPadding: false }],
    ['unmasked padding, reversed', MASKED, { maskPadding: false, isReversed: true }],
    ['dropout of inputs', MASKED, { dropout: 0.4 }],
    ['dropout of the state', MASKED, { recurrentDropout: 0.4 }],
    ['both, reversed', MASKED, { dropout: 0.3, recurrentDropout: 0.3, isReversed: true }],
    ['both directions', MASKED, { isBidirectional: true }],
    ['both directions with dropout', MASKED, { isBidirectional: true, dropout: 0.4 }],
    ['the last state', MASKED, { pooling: 'last', isBidirectional: true }],
    ['the last state, unmasked', MASKED, { pooling: 'last', maskPadding: false }],
    ['the last state, reversed', MASKED, { pooling: 'last', isReversed: true }],
    ['the mean', MASKED, { pooling: 'mean' }],
    ['the greatest', MASKED, { pooling: 'max', units: 4 }],
  ])('are the slopes of the loss: %s', (_, shape, given) => expectSlopes(shape, given));

  it('go through a second layer', async () => {
    const build = (net: Net, input: Signal): Stack => {
      const lower = new BidirectionalLstm(net, input, { ...BASE, name: 'lower' });
      const upper = new Lstm(net, lower.output, { ...BASE, name: 'upper', units: 8 });
      return { layers: [lower, upper], output: upper.output, outputRows: 15 };
    };
    const input = draw(45, 2);
    const weights = draw(120, 1);
    const lossOf = async () => {
      const { output } = await runLstm(createPlainBackend(), MASKED, build, { input, weights });
      return output.reduce((sum, value, i) => sum + value * weights[i], 0);
    };
    const { inputSlopes } = await runLstm(createPlainBackend(), MASKED, build, { input, weights });
    for (const i of [0, 4, 12, 19, 40]) {
      input[i] += H;
      const above = await lossOf();
      input[i] -= 2 * H;
      const below = await lossOf();
      input[i] += H;
      expect(inputSlopes[i]).toBeCloseTo((above - below) / (2 * H), 3);
    }
  });
});

describe('an LSTM', () => {
  it('computes the same in both forms', async () => {
    const given = { recurrentDropout: 0.3, isBidirectional: true };
    const found = await run(MASKED, { ...given, form: 'steps' });
    const expected = await run(MASKED, { ...given, form: 'product' });
    expectClose(found.output, expected.output, { rtol: 1e-5 });
    expectClose(found.inputSlopes, expected.inputSlopes, { rtol: 1e-5 });
  });

  it('is zero behind the end of a row, where nothing of the input matters', async () => {
    const input = draw(45, 2);
    const before = await run(MASKED, {}, { input });
    for (let i = 0; i < 3; i++) input[(2 * 3 + 1) * 3 + i] += 1; // the third word of the second row
    const after = await run(MASKED, {}, { input });
    expect(after.output).toEqual(before.output);
    expect(after.slopes).toEqual(before.slopes);
    expect(after.output.slice((2 * 3 + 1) * 5, (2 * 3 + 2) * 5)).toEqual(new Float32Array(5));
    expect(after.inputSlopes.slice((2 * 3 + 1) * 3, (2 * 3 + 2) * 3)).toEqual(new Float32Array(3));
  });

  it('drops nothing when it is not trained', async () => {
    const asked = { ...MASKED, isTraining: false };
    const dropped = await run(asked, { dropout: 0.4, recurrentDropout: 0.4 });
    const whole = await run(asked, {});
    expect(dropped.output).toEqual(whole.output);
    expect(dropped.slopes).toEqual(whole.slopes);
  });

  it('runs batches shorter than the longest', async () => {
    const short = await run({ ...MASKED, mostLength: 9 }, { isBidirectional: true });
    const exact = await run(MASKED, { isBidirectional: true });
    expect(short.output).toEqual(exact.output);
    expect(short.inputSlopes).toEqual(exact.inputSlopes);
  });
});

/** A case of fixtures/lstm.py. */
interface Fixture {
  shape: LstmBatch & { units: number };
  input: number[];
  weights: number[];
  output: number[];
  inputSlopes: number[];
  parameters: Record<string, number[]>;
  slopes: Record<string, number[]>;
}

async function expectFixture(
  { shape, ...numbers }: Fixture,
  build: (net: Net, input: Signal) => Stack,
): Promise<void> {
  const entries = Object.entries(numbers.parameters);
  const parameters = Object.fromEntries(
    entries.map(([name, values]) => [name, { values: Float32Array.from(values) }]),
  );
  const input = Float32Array.from(numbers.input);
  const weights = Float32Array.from(numbers.weights);
  const given = { input, weights, parameters };
  const found = await runLstm(createPlainBackend(), shape, build, given);
  expectClose(found.output, numbers.output);
  expectClose(found.inputSlopes, numbers.inputSlopes);
  expect(Object.keys(found.slopes)).toEqual(Object.keys(numbers.slopes));
  for (const [name, slopes] of Object.entries(numbers.slopes))
    expectClose(found.slopes[name], slopes);
}

describe("PyTorch's numbers", () => {
  it('are those of two layers in both directions over rows of unlike length', () =>
    expectFixture(fixture.bidirectional, (net, input) => {
      const lower = new BidirectionalLstm(net, input, { ...BASE, name: 'a', units: 4 });
      const upper = new BidirectionalLstm(net, lower.output, { ...BASE, name: 'b', units: 4 });
      return { layers: [lower, upper], output: upper.output, outputRows: 12 };
    }));

  it('are those of one layer that runs through the padding', () =>
    expectFixture(fixture.unmasked, (net, input) =>
      stackOf(net, input, { units: 4, maskPadding: false }),
    ));
});

describe('fresh weights', () => {
  it("are Keras's: even kernel, recurrent rows at right angles, forget gates open", async () => {
    const { parameters } = await run(MASKED, { init: 'keras', units: 8 });
    const [kernel, recurrent, bias] = Object.values(parameters).map(({ values }) => values);
    const limit = Math.sqrt(6 / (3 + 32));
    expect(Math.max(...kernel.map(Math.abs))).toBeLessThanOrEqual(limit);
    expect(Math.max(...kernel.map(Math.abs))).toBeGreaterThan(0.9 * limit);
    for (let m = 0; m < 8; m++)
      for (let n = 0; n < 8; n++) {
        let sum = 0;
        for (let i = 0; i < 32; i++) sum += recurrent[32 * m + i] * recurrent[32 * n + i];
        expect(sum).toBeCloseTo(Number(m === n), 6);
      }
    expect([...bias]).toEqual(Array.from({ length: 32 }, (_, i) => Number(i >= 8 && i < 16)));
  });

  it("are PyTorch's: all even in 1 / root of the units", async () => {
    const { parameters } = await run(MASKED, { init: 'pytorch', units: 16 });
    const [kernel, recurrent, bias] = Object.values(parameters).map(({ values }) => values);
    for (const values of [kernel, recurrent])
      expect(Math.max(...values.map(Math.abs))).toBeLessThanOrEqual(0.25);
    expect(Math.max(...bias.map(Math.abs))).toBeGreaterThan(0.25); // the sum of two
  });
});
