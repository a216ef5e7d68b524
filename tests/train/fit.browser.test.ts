// Training on WebGPU: the numbers of the WASM tier, the same every time, in memory that stays flat, and a lost device.
import { backend as tfBackend, memory } from '@tensorflow/tfjs-core';
import type { WebGPUBackend } from '@tensorflow/tfjs-backend-webgpu';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { faultOf, kindOf } from '../../src/core/errors';
import { createBackend } from '../../src/nn/backend';
import type { Backend } from '../../src/nn/op';
import { createPlainBackend } from '../../src/nn/plain';
import { fit } from '../../src/train/fit';
import { expectClose } from '../support';
import { randomExamples } from '../nn/random-examples';
import { fitTask, learnable } from './task';

const SIZES = { rows: 600, tableRows: 300, classes: 4, mostFeatures: 30 };
const examples = learnable(randomExamples(SIZES), 4);
const settings = { epochs: 3, batchSize: 24, learningRate: 0.02 };

let gpu: Backend;
beforeEach(async () => {
  gpu = await createBackend('webgpu');
});
afterEach(() => gpu.dispose());

describe('fit on WebGPU', () => {
  it('has the losses of the WASM tier from the same seed', async () => {
    const [found, expected] = [
      await fit(fitTask(gpu, examples, { settings })),
      await fit(fitTask(createPlainBackend(), examples, { settings })),
    ];
    const losses = ({ state }: typeof found) => state.curve.slice(0, 20).map(({ loss }) => loss);
    expectClose(losses(found), losses(expected), { rtol: 1e-3 });
    expect(found.best.record.validationAccuracy).toBeCloseTo(
      expected.best.record.validationAccuracy,
      1,
    );
  });

  it('gives the same bits for the same seed', async () => {
    const one = await fit(fitTask(gpu, examples, { settings }));
    const two = await fit(fitTask(gpu, examples, { settings }));
    expect(one.state.curve).toEqual(two.state.curve);
    expect(one.weights).toEqual(two.weights);
  });

  it('takes no more memory after the first epoch', async () => {
    const found: unknown[] = [];
    const task = fitTask(gpu, examples, { settings: { ...settings, epochs: 6 } });
    const report: typeof task.hooks.report = (news) => {
      if (news.phase !== 'validating') return;
      const { numTensors, numBytesInGPU, numBytesAllocatedInGPU } = memory() as unknown as Record<
        string,
        number
      >;
      found.push({ numTensors, numBytesInGPU, numBytesAllocatedInGPU });
    };
    await fit({ ...task, hooks: { ...task.hooks, report } });
    expect(found.length).toBeGreaterThan(4);
    for (const figures of found.slice(2)) expect(figures).toEqual(found[1]);
  });

  it('tells of a lost device and the step, and trains again on a fresh one in the same place', async () => {
    const task = fitTask(gpu, examples, { settings: { ...settings, epochs: 100 } });
    let steps = 0;
    const isStopped = () => {
      if (++steps === 50) (tfBackend() as unknown as WebGPUBackend).device.destroy();
      return false;
    };
    const error: unknown = await fit({ ...task, hooks: { ...task.hooks, isStopped } }).catch(
      (reason: unknown) => reason,
    );
    expect(kindOf(error)).toBe('gpu-lost');
    const { key, values } = faultOf(error);
    expect(key).toBe('gpu.lost');
    expect((values as { step: number }).step).toBeGreaterThanOrEqual(50);
    gpu.dispose();
    gpu = await createBackend('webgpu');
    const { state } = await fit(fitTask(gpu, examples, { settings }));
    expect(state.step).toBe(state.steps);
  });

  it('ends with the device’s own words when a command was wrong', async () => {
    const task = fitTask(gpu, examples, { settings: { ...settings, epochs: 100 } });
    const { device } = tfBackend() as unknown as WebGPUBackend;
    device.createBuffer({ size: 4, usage: GPUBufferUsage.MAP_READ | GPUBufferUsage.STORAGE });
    const error: unknown = await fit(task).catch((reason: unknown) => reason);
    expect(kindOf(error)).toBe('bug');
    expect(faultOf(error).key).toBe('gpu.error');
  });
});
