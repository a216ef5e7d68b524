// What every network promises, in plain loops.
import { describe, expect, it } from 'vitest';
import { createMeasuringBackend } from '../../src/nn/measuring';
import { createPlainBackend } from '../../src/nn/plain';
import { allRows } from '../nn/random-examples';
import { expectClose } from '../support';
import {
  DEEP_NAMES,
  NAMES,
  backendWith,
  begin,
  makeSmall,
  recordingAnew,
  smallExamples,
  train,
  type SmallChanges,
  type SmallName,
} from './small';

const make = (name: SmallName, changes: SmallChanges = {}) =>
  makeSmall(createPlainBackend(), name, changes);
const started = (name: SmallName, changes: SmallChanges = {}, seed = 3) => {
  const model = make(name, changes);
  begin(model, { seed });
  return model;
};
const sgd = { optimizer: 'sgd' } as const;
const noDropout = { dropout: 0, recurrentDropout: 0, headDropout: 0 };

describe.each(NAMES)('%s', (name) => {
  it('predicts probabilities that do not depend on how rows are cut into batches', async () => {
    const examples = smallExamples();
    const [one, other] = [started(name), started(name, { data: { batchRows: 5 } })];
    for (const model of [one, other]) await train(name, model, { rows: [0, 1, 2, 3] });
    await other.importWeights(await one.exportWeights());
    const found = await one.predict(examples, allRows(examples));
    expectClose(await other.predict(examples, allRows(examples)), found);
    const single = await one.predict(examples, Uint32Array.of(9));
    expectClose(single, found.subarray(27, 30));
    for (let row = 0; row < 24; row++) {
      const sum = found.slice(3 * row, 3 * row + 3).reduce((a, b) => a + b);
      expect(Math.abs(sum - 1)).toBeLessThan(1e-5);
    }
  });

  it('predicts the same after its weights went through a copy', async () => {
    const examples = smallExamples();
    const [one, other] = [started(name), make(name)];
    const { weights } = await train(name, one);
    await other.importWeights(weights);
    expect(await other.predict(examples, allRows(examples))).toEqual(
      await one.predict(examples, allRows(examples)),
    );
    const numbers = Object.entries(weights).filter(([key]) => key !== 'feature weights');
    expect(one.parameters).toBe(numbers.reduce((sum, [, { values }]) => sum + values.length, 0));
  });

  it('gives weights away for good: what happens to them is nothing to the model', async () => {
    const examples = smallExamples();
    const model = started(name);
    const before = await model.predict(examples, allRows(examples));
    for (const { values } of Object.values(await model.exportWeights())) values.fill(NaN);
    expect(await model.predict(examples, allRows(examples))).toEqual(before);
  });

  it('takes over the weights that fit and keeps its own for the rest', async () => {
    const [from, to] = [make(name, { data: { classes: 4 } }), started(name, {}, 4)];
    begin(from, { classes: 4 });
    const given = await from.exportWeights();
    const own = await to.exportWeights();
    await to.importWeights(given);
    const found = await to.exportWeights();
    for (const [key, { values }] of Object.entries(own)) {
      const fits = given[key].values.length === values.length;
      const isHead = name === 'linear' ? key !== 'feature weights' : key.startsWith('head');
      expect([key, fits]).toEqual([key, !isHead]);
      expect([key, found[key]]).toEqual([key, fits ? given[key] : own[key]]);
    }
  });

  it('has the same bits for the same seed, others for another', async () => {
    const [one, other, third] = [started(name), started(name), started(name, {}, 5)];
    const found = await train(name, one);
    expect(await train(name, other)).toEqual(found);
    if (name !== 'linear') expect(await train(name, third)).not.toEqual(found);
    begin(one);
    expect(await train(name, one)).toEqual(found);
  });

  it('takes the same steps from a recording as recorded anew', async () => {
    const fresh = makeSmall(recordingAnew(createPlainBackend()), name);
    begin(fresh);
    expect(await train(name, started(name))).toEqual(await train(name, fresh));
  });

  it('learns nothing from a row without a known label', async () => {
    const examples = smallExamples();
    examples.labels[2] = 3;
    const changes = { optimizer: sgd, settings: noDropout };
    const without = await train(name, started(name, changes), { rows: [0, 1], lengths: [16] });
    const steps = { rows: [0, 1, 2], lengths: [16], examples };
    const found = await train(name, started(name, changes), { ...steps, learningRate: 0.075 });
    expectClose(found.losses, [(2 / 3) * without.losses[0]]); // the mean is over all rows of the batch
    for (const [key, { values }] of Object.entries(without.weights))
      expectClose(found.weights[key].values, values, { atol: 1e-6 });
  });

  it('has on a measuring backend the parameters and dispatches that it has in truth', () => {
    const measuring = createMeasuringBackend({ tier: 'wasm', isSoftware: true });
    const [real, measured] = [make(name), makeSmall(measuring, name)];
    const batch = { rows: new Uint32Array(6), length: real.reads === 'words' ? 16 : 0, epoch: 1 };
    expect(measured.parameters).toBe(real.parameters);
    expect(measured.work(batch)).toEqual(real.work(batch));
    measured.dispose();
    expect(measuring.measured.bytes).toBe(0);
  });

  it('refuses memory that the device cannot give, and gives back what it had taken', () => {
    const measuring = createMeasuringBackend({ tier: 'webgpu', isSoftware: false });
    const refused = (mostCells: number, settings = {}) => {
      return () => makeSmall(backendWith(measuring, { mostCells }), name, { settings });
    };
    expect(refused(100)).toThrow('config.memory'); // not even the narrowest table
    expect(refused(250)).toThrow('config.memory');
    const option = name === 'mlp' ? 'units' : 'width';
    const told = `config.range {"option":"${option}","least":4,"most":4,"found":8}`;
    expect(refused(130, { [option]: 8 })).toThrow(name === 'linear' ? 'config.memory' : told);
    expect(measuring.measured.bytes).toBe(0);
  });
});

describe.each(DEEP_NAMES)('%s', (name) => {
  it('moves each part by its own share of the rate, and not at all where that is zero', async () => {
    const moved = async (rates: { table: number; body: number; head: number }) => {
      const model = started(name, { optimizer: { ...sgd, rates }, settings: noDropout });
      const before = await model.exportWeights();
      const { weights } = await train(name, model, { lengths: [16] });
      const changes = Object.entries(weights).map(([key, { values }]) => {
        return [key, values.map((value, i) => value - before[key].values[i])] as const;
      });
      return Object.fromEntries(changes.filter(([key]) => key !== 'feature weights'));
    };
    const whole = await moved({ table: 1, body: 1, head: 1 });
    const partly = await moved({ table: 0, body: 0.25, head: 1 });
    for (const [key, changes] of Object.entries(whole)) {
      expect([key, changes.some((change) => change !== 0)]).toEqual([key, true]);
      const isTable = key === 'table' || key === 'embeddings';
      const share = isTable ? 0 : key.startsWith('head') ? 1 : 0.25;
      const expected = changes.map((change) => share * change);
      expectClose(partly[key], expected, { rtol: 1e-3, atol: isTable ? 0 : 1e-7 });
    }
  });
});

describe('more rows than are read back at once', () => {
  it('are all answered, each in its place', async () => {
    const model = started('linear');
    await train('linear', model);
    const examples = smallExamples();
    const rows = Uint32Array.from({ length: 5000 }, (_, i) => (i * 7) % 24);
    const all = await model.predict(examples, rows);
    const once = await model.predict(examples, allRows(examples));
    rows.forEach((row, i) => {
      const expected = once.subarray(3 * row, 3 * row + 3);
      expectClose(all.subarray(3 * i, 3 * i + 3), expected);
    });
  });
});

describe('a perceptron of some terms', () => {
  it('keeps its own terms where the table of others does not fit', async () => {
    const weights = (inputs: number) =>
      Float32Array.from({ length: 30 }, (_, i) => Number(i < inputs));
    const perceptron = (inputs: number) => {
      const model = make('mlp', { settings: { inputs } });
      const facts = { featureWeights: weights(inputs), classWeights: new Float32Array(3).fill(1) };
      model.initialise(3, facts);
      return model;
    };
    const [from, to] = [perceptron(20), perceptron(10)];
    await to.importWeights(await from.exportWeights());
    expect((await to.exportWeights())['feature weights'].values).toEqual(weights(10));
  });
});
