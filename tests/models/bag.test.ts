// The bag in plain loops: against PyTorch, and its own promises.
import { describe, expect, it } from 'vitest';
import { Bag, type BagShape } from '../../src/models/bag';
import { DEFAULT_BAG } from '../../src/models/config';
import type { Weights } from '../../src/models/model';
import type { Examples } from '../../src/nn/examples';
import { createPlainBackend } from '../../src/nn/plain';
import { expectClose } from '../support';
import { allRows, randomExamples } from '../nn/random-examples';
import { pytorchEnd, pytorchLosses, trainFixture } from './pytorch';

const SETTINGS = { ...DEFAULT_BAG, width: 6, featureDropout: 0 };
const SHAPE: BagShape = { ...SETTINGS, tableRows: 50, classes: 4, batchRows: 8, batchFeatures: 64 };
const ones = (length: number) => new Float32Array(length).fill(1);
const FACTS = { featureWeights: ones(50), classWeights: ones(4) };

const makeBag = (changes: Partial<BagShape> = {}) =>
  new Bag(createPlainBackend(), { ...SHAPE, ...changes });

/** Takes steps on the first eight rows. */
async function trained(
  model: Bag,
  examples: Examples,
  { steps = 3, learningRate = 0.05 } = {},
): Promise<{ losses: Float32Array; weights: Weights }> {
  const batch = { rows: allRows(examples).subarray(0, 8), length: 0, epoch: 1 };
  for (let step = 1; step <= steps; step++) model.step(examples, batch, { step, learningRate });
  const losses = await model.readLosses();
  return { losses: losses.slice(0, steps), weights: await model.exportWeights() };
}

describe('bag', () => {
  it('has the losses and weights of PyTorch', async () => {
    const { losses, weights } = await trainFixture(createPlainBackend());
    expectClose(losses, pytorchLosses, { rtol: 1e-5 });
    for (const [name, { shape, values }] of Object.entries(pytorchEnd)) {
      expect(weights[name].shape).toEqual(shape);
      expectClose(weights[name].values, values, { rtol: 1e-4, atol: 1e-5 });
    }
  });

  it('predicts probabilities that do not depend on how rows are cut into batches', async () => {
    const examples = randomExamples({ rows: 5000, tableRows: 50, classes: 4, mostFeatures: 12 });
    const [one, other] = [makeBag(), makeBag({ batchRows: 300 })];
    one.initialise(3, FACTS);
    other.initialise(3, FACTS);
    const found = await one.predict(examples, allRows(examples));
    expect(found).toEqual(await other.predict(examples, allRows(examples)));
    for (let row = 0; row < 5000; row++) {
      const sum = found.slice(4 * row, 4 * row + 4).reduce((a, b) => a + b);
      expect(Math.abs(sum - 1)).toBeLessThan(1e-5);
    }
  });

  it('refuses a table that its backend cannot hold, with the width that fits', () => {
    const make = () => makeBag({ tableRows: 2 ** 25, width: 20 });
    expect(make).toThrow(/"option":"width","least":1,"most":16,"found":20/);
  });

  it('predicts the same after its weights went through a copy', async () => {
    const examples = randomExamples({ rows: 20, tableRows: 50, classes: 4, mostFeatures: 200 });
    const [one, other] = [makeBag(), makeBag()];
    one.initialise(3, FACTS);
    await other.importWeights(await one.exportWeights());
    expect(await other.predict(examples, allRows(examples))).toEqual(
      await one.predict(examples, allRows(examples)),
    );
    expect(one.parameters).toBe(50 * 6 + 6 * 4 + 4);
  });

  it('takes over the weights that fit and keeps its own for the rest', async () => {
    const [from, to] = [makeBag({ classes: 3 }), makeBag()];
    from.initialise(3, { ...FACTS, classWeights: ones(3) });
    to.initialise(4, FACTS);
    const [given, own] = [await from.exportWeights(), await to.exportWeights()];
    await to.importWeights(given);
    const found = await to.exportWeights();
    expect(found.table).toEqual(given.table);
    expect([found.weights, found.bias]).toEqual([own.weights, own.bias]);
  });

  it('moves its table by its own share of the rate, and not at all where that is zero', async () => {
    const examples = randomExamples({ rows: 8, tableRows: 50, classes: 4, mostFeatures: 12 });
    const moved = async (tableRate?: number) => {
      const model = makeBag({ tableRate });
      model.initialise(3, FACTS);
      const before = (await model.exportWeights()).table.values;
      const { weights } = await trained(model, examples, { steps: 1 });
      expect(weights.weights.values).not.toEqual(before);
      return weights.table.values.map((value, i) => value - before[i]);
    };
    const whole = await moved();
    expect(whole.some((change) => change !== 0)).toBe(true);
    expectClose(
      await moved(0.25),
      whole.map((change) => change / 4),
      { atol: 1e-7 },
    );
    expect(await moved(0)).toEqual(new Float32Array(whole.length));
  });

  it('weighs rows by their class, and one weight for all like no weights at twice the loss', async () => {
    const examples = randomExamples({ rows: 8, tableRows: 50, classes: 4, mostFeatures: 12 });
    const run = (classWeights: number[], rows = examples) => {
      const model = makeBag({ robustness: 0.3 });
      model.initialise(3, { ...FACTS, classWeights: Float32Array.from(classWeights) });
      return trained(model, rows);
    };
    const plain = await run([1, 1, 1, 1]);
    const twice = await run([2, 2, 2, 2]);
    expectClose(
      twice.losses,
      plain.losses.map((loss) => 2 * loss),
      { rtol: 1e-4 },
    );
    // Adam and RMSprop do not see the scale of the slopes.
    expectClose(twice.weights.table.values, plain.weights.table.values, { atol: 1e-4 });
    const uneven = await run([0, 1, 2, 1]);
    expect(uneven.weights.weights.values).not.toEqual(plain.weights.weights.values);
  });

  it('trains on when a batch is longer than any that it was made for', async () => {
    const examples = randomExamples({ rows: 8, tableRows: 50, classes: 4, mostFeatures: 90 });
    const [small, large] = [makeBag({ batchFeatures: 4 }), makeBag({ batchFeatures: 4000 })];
    for (const model of [small, large]) model.initialise(3, FACTS);
    expect(await trained(small, examples)).toEqual(await trained(large, examples));
  });

  it('counts the work of a step, less of it with a frozen table', () => {
    const batch = { rows: new Uint32Array(8), length: 0, epoch: 1 };
    const [whole, frozen] = [makeBag().work(batch), makeBag({ tableRate: 0 }).work(batch)];
    expect(whole.dispatches).toBe(4);
    expect(frozen.dispatches).toBe(3);
    expect(frozen.bytes).toBeLessThan(whole.bytes);
    expect(frozen.flop).toBeLessThan(whole.flop);
  });
});
