// The losses on WebGPU: against PyTorch, against plain loops over odd shapes, and the same bits every time.
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createBackend } from '../../src/nn/backend';
import type { Backend } from '../../src/nn/op';
import { createPlainBackend } from '../../src/nn/plain';
import { expectClose } from '../support';
import { expectPytorch, PYTORCH_LOSSES } from './pytorch-losses';
import { lossOn, randomLogits, type LossCase } from './losing';

let gpu: Backend;
beforeAll(async () => {
  gpu = await createBackend('webgpu');
});
afterEach(() => gpu.check(0)); // a kernel that was refused
afterAll(() => gpu.dispose());

async function expectAlike(given: LossCase): Promise<void> {
  const found = await lossOn(gpu, given);
  const expected = await lossOn(createPlainBackend(), given);
  expectClose(found.probabilities, expected.probabilities, { rtol: 1e-3, atol: 1e-6 });
  expectClose(found.rowLosses, expected.rowLosses, { rtol: 1e-3, atol: 2e-5 });
  expectClose(found.slopes, expected.slopes, { rtol: 1e-3, atol: 1e-6 });
  expectClose(found.losses, expected.losses, { rtol: 1e-3, atol: 2e-5 });
}

describe('losses on WebGPU', () => {
  it.each(PYTORCH_LOSSES)('agree with PyTorch: $name', async (it) => {
    expectPytorch(await lossOn(gpu, it.given), it);
  });

  it.each([
    [1, 7, 0],
    [7, 65, 0.1],
    [64, 2, 0],
    [65, 257, 0.2],
    [257, 64, 0.5],
    [2500, 4, 0],
  ])('agree with plain loops for %i rows, %i classes, smoothing %f', async (rows, classes, s) => {
    for (const kind of ['softmax', 'sigmoid', 'hinge'] as const) {
      const it = { ...randomLogits({ rows, classes, outputs: classes }), kind, labelSmoothing: s };
      await expectAlike(it);
      const labels = it.labels.map((label, row) => (row % 3 === 1 ? classes : label));
      await expectAlike({ ...it, labels: labels.slice(0, Math.ceil(rows / 2)) });
      await expectAlike({ ...it, isTraining: false });
    }
  });

  it.each(['sigmoid', 'hinge'] as const)('agree for the one output of %s', async (kind) => {
    const it = { ...randomLogits({ rows: 65, classes: 2, outputs: 1 }), kind };
    await expectAlike({ ...it, labelSmoothing: 0.1 });
    await expectAlike({ ...it, logits: it.logits.map((x) => 100 * x) });
  });

  it.each(['softmax', 'sigmoid', 'hinge'] as const)(
    'stay finite for great logits: %s',
    async (kind) => {
      const it = { ...randomLogits({ rows: 64, classes: 7, outputs: 7 }), kind };
      await expectAlike({ ...it, logits: it.logits.map((x) => 1000 * x) });
    },
  );

  it('give the same bits every time', async () => {
    const it = randomLogits({ rows: 2500, classes: 4, outputs: 4 });
    expect(await lossOn(gpu, it)).toEqual(await lossOn(gpu, it));
  });
});
