// The bag on WebGPU, against PyTorch and against the WASM tier.
import { memory } from '@tensorflow/tfjs-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Bag } from '../../src/models/bag';
import { DEFAULT_BAG } from '../../src/models/config';
import { createBackend } from '../../src/nn/backend';
import type { Backend } from '../../src/nn/op';
import { createPlainBackend } from '../../src/nn/plain';
import { expectClose } from '../support';
import { allRows, randomExamples } from '../nn/random-examples';
import { pytorchEnd, pytorchLosses, trainFixture } from './pytorch';

let gpu: Backend;
beforeAll(async () => {
  gpu = await createBackend('webgpu');
});
afterAll(() => gpu.dispose());

describe('bag on WebGPU', () => {
  it('has the losses and weights of PyTorch', async () => {
    const { losses, weights } = await trainFixture(gpu);
    gpu.check(0);
    expectClose(losses, pytorchLosses, { rtol: 1e-4 });
    for (const [name, { values }] of Object.entries(pytorchEnd)) {
      expectClose(weights[name].values, values, { rtol: 1e-3, atol: 1e-4 });
    }
  });

  it('predicts what the WASM tier predicts, also a row longer than any batch so far', async () => {
    const data = { tableRows: 500, classes: 10, batchRows: 32, batchFeatures: 64 };
    const settings = { ...DEFAULT_BAG, featureDropout: 0 };
    const examples = randomExamples({ rows: 100, tableRows: 500, classes: 10, mostFeatures: 300 });
    const models = [gpu, createPlainBackend()].map(
      (backend) => new Bag(backend, { ...settings, ...data }),
    );
    const ones = (length: number) => new Float32Array(length).fill(1);
    const facts = { featureWeights: ones(500), classWeights: ones(10) };
    for (const model of models) model.initialise(5, facts);
    const [found, expected] = await Promise.all(
      models.map((model) => model.predict(examples, allRows(examples))),
    );
    expectClose(found, expected);
    for (const model of models) model.dispose();
  });

  it('gives back everything that it took', async () => {
    const before = memory() as { numTensors: number; numBytesInGPU?: number };
    await trainFixture(gpu);
    const after = memory() as { numTensors: number; numBytesInGPU?: number };
    expect(after.numTensors).toBe(before.numTensors);
    expect(after.numBytesInGPU).toBe(before.numBytesInGPU);
    gpu.check(0);
  });
});
