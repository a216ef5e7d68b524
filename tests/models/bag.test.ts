// The bag in plain loops: against PyTorch, and its own promises.
import { describe, expect, it } from 'vitest';
import { createModel } from '../../src/models';
import { DEFAULT_BAG } from '../../src/models/config';
import { createPlainBackend } from '../../src/nn/plain';
import { expectClose } from '../support';
import { allRows, randomExamples } from '../nn/random-examples';
import { pytorchEnd, pytorchLosses, trainFixture } from './pytorch';

const SETTINGS = { ...DEFAULT_BAG, width: 6, featureDropout: 0 };
const EVEN = new Float32Array(50).fill(1);
const DATA = { tableRows: 50, classes: 4, batchRows: 8, batchFeatures: 64 };

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
    const one = createModel(createPlainBackend(), SETTINGS, DATA);
    const other = createModel(createPlainBackend(), SETTINGS, { ...DATA, batchRows: 300 });
    one.initialise(3, EVEN);
    other.initialise(3, EVEN);
    const found = await one.predict(examples, allRows(examples));
    expect(found).toEqual(await other.predict(examples, allRows(examples)));
    for (let row = 0; row < 5000; row++) {
      const sum = found.slice(4 * row, 4 * row + 4).reduce((a, b) => a + b);
      expect(Math.abs(sum - 1)).toBeLessThan(1e-5);
    }
  });

  it('refuses a table that its backend cannot hold, with the width that fits', () => {
    const data = { ...DATA, tableRows: 2 ** 25 };
    const make = () => createModel(createPlainBackend(), { ...SETTINGS, width: 20 }, data);
    expect(make).toThrow(/"option":"width","least":1,"most":16,"found":20/);
  });

  it('predicts the same after its weights went through a copy', async () => {
    const examples = randomExamples({ rows: 20, tableRows: 50, classes: 4, mostFeatures: 200 });
    const one = createModel(createPlainBackend(), SETTINGS, DATA);
    const other = createModel(createPlainBackend(), SETTINGS, DATA);
    one.initialise(3, EVEN);
    other.importWeights(await one.exportWeights());
    expect(await other.predict(examples, allRows(examples))).toEqual(
      await one.predict(examples, allRows(examples)),
    );
    expect(one.parameters).toBe(50 * 6 + 6 * 4 + 4);
  });
});
