// What every network promises, on WebGPU.
import { memory } from '@tensorflow/tfjs-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createBackend } from '../../src/nn/backend';
import { createMeasuringBackend } from '../../src/nn/measuring';
import type { Backend } from '../../src/nn/op';
import { createPlainBackend } from '../../src/nn/plain';
import { allRows } from '../nn/random-examples';
import { expectClose } from '../support';
import { NAMES, backendWith, begin, makeSmall, recordingAnew, smallExamples, train } from './small';

let gpu: Backend;
beforeAll(async () => {
  gpu = await createBackend('webgpu');
});
afterAll(() => gpu.dispose());

const used = () => memory() as { numTensors: number; numBytesInGPU?: number };

describe.each(NAMES)('%s on WebGPU', (name) => {
  const trained = async (backend: Backend) => {
    const model = makeSmall(backend, name);
    begin(model);
    const found = await train(name, model);
    model.dispose();
    return found;
  };

  it('takes the same steps again, to the bit, and recorded anew, and those of the WASM tier', async () => {
    const found = await trained(gpu);
    gpu.check(0);
    expect(await trained(gpu)).toEqual(found);
    expect(await trained(recordingAnew(gpu))).toEqual(found);
    const expected = await trained(createPlainBackend());
    expectClose(found.losses, expected.losses, { rtol: 1e-3 });
    for (const [key, { values }] of Object.entries(expected.weights))
      expectClose(found.weights[key].values, values, { rtol: 1e-3, atol: 1e-3 });
  });

  it('predicts what the WASM tier predicts, however rows are cut into batches', async () => {
    const examples = smallExamples();
    const plain = makeSmall(createPlainBackend(), name);
    begin(plain);
    const { weights } = await train(name, plain);
    const expected = await plain.predict(examples, allRows(examples));
    for (const batchRows of [6, 5]) {
      const model = makeSmall(gpu, name, { data: { batchRows } });
      await model.importWeights(weights);
      expectClose(await model.predict(examples, allRows(examples)), expected, { rtol: 1e-3 });
      model.dispose();
    }
    gpu.check(0);
  });

  it('takes the memory that a measuring backend foretells, and gives everything back', async () => {
    const { tier, isSoftware } = gpu;
    const measuring = createMeasuringBackend({ tier, isSoftware });
    const before = used();
    const [model, measured] = [makeSmall(gpu, name), makeSmall(measuring, name)];
    begin(model);
    const batch = { rows: new Uint32Array(6), length: model.reads === 'words' ? 16 : 0, epoch: 1 };
    expect(measured.work(batch)).toEqual(model.work(batch));
    expect(used().numBytesInGPU! - before.numBytesInGPU!).toBe(measuring.measured.bytes);
    await train(name, model);
    await model.predict(smallExamples(), allRows(smallExamples()));
    model.dispose();
    expect(used().numTensors).toBe(before.numTensors);
    expect(used().numBytesInGPU).toBe(before.numBytesInGPU);
    gpu.check(0);
  });

  it('takes the steps of the WASM tier where a batch is one row, cut to one word', async () => {
    const runs = [gpu, createPlainBackend()].map(async (backend) => {
      const model = makeSmall(backend, name, { data: { batchRows: 1, mostWords: 1 } });
      begin(model);
      const found = await train(name, model, { rows: [1], lengths: [1, 1] });
      model.dispose();
      return found;
    });
    const [found, expected] = await Promise.all(runs);
    gpu.check(0);
    expectClose(found.losses, expected.losses, { rtol: 1e-3 });
    for (const [key, { values }] of Object.entries(expected.weights))
      expectClose(found.weights[key].values, values, { rtol: 1e-3, atol: 1e-3 });
  });

  it('gives back what it had taken when memory is refused', () => {
    const before = used();
    const narrow = backendWith(gpu, { mostCells: 250 });
    expect(() => makeSmall(narrow, name)).toThrow('config.memory');
    expect(used().numTensors).toBe(before.numTensors);
  });
});
