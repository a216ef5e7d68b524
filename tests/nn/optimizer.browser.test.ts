// The optimizer on WebGPU: against PyTorch, against plain loops over odd shapes, and the same bits every time.
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { randomUnit } from '../../src/core/random';
import { createBackend } from '../../src/nn/backend';
import type { Backend } from '../../src/nn/op';
import { createPlainBackend } from '../../src/nn/plain';
import { expectClose } from '../support';
import { ADAM, optimize, type OptimizerCase } from './optimizing';
import { PYTORCH_CASES } from './pytorch-optimizers';

let gpu: Backend;
beforeAll(async () => {
  gpu = await createBackend('webgpu');
});
afterEach(() => gpu.check(0)); // a kernel that was refused
afterAll(() => gpu.dispose());

// Pairwise over 1, 7, 64, 65, 257: numbers of the kernel, of the bias, rows of the table; widths are multiples of 4
const SHAPES = [
  [1, 1, 1, 4],
  [1, 257, 65, 64],
  [7, 64, 257, 8],
  [64, 7, 64, 260],
  [65, 65, 7, 68],
  [257, 1, 257, 64],
  [20_011, 257, 2000, 64], // many groups of threads sum the squares
];

const SETTINGS: OptimizerCase['settings'][] = [
  { ...ADAM, optimizer: 'sgd', clipNorm: 0.5 },
  { ...ADAM, optimizer: 'sgd', momentum: 0.9, weightDecay: 0.1, rareRows: false },
  { ...ADAM, weightDecay: 0.1, clipNorm: 1 },
  { ...ADAM, optimizer: 'adamw', weightDecay: 0.1, clipNorm: 1, rareRows: false },
];

function randomCase([kernel, bias, rows, width]: number[]): Omit<OptimizerCase, 'settings'> {
  let counter = 0;
  const numbers = (length: number) =>
    Array.from({ length }, () => randomUnit(kernel, rows, counter++) - 0.5);
  const steps = [1, 2, 3].map((step) => {
    const ids = Array.from({ length: rows }, (_, id) => id).filter((id) => (id * 7 + step) % 3 > 0);
    return {
      kernel: numbers(kernel),
      bias: numbers(bias),
      ids,
      table: numbers(ids.length * width),
    };
  });
  const start = { kernel: numbers(kernel), bias: numbers(bias), table: numbers(rows * width) };
  return { start, rows, width, steps, rate: 0.02 };
}

describe('the optimizer on WebGPU', () => {
  it.each(PYTORCH_CASES)('agrees with PyTorch: $name', async ({ given, end }) => {
    const found = await optimize(gpu, given);
    for (const part of ['kernel', 'bias', 'table'] as const)
      expectClose(found[part], end[part], { rtol: 1e-4, atol: 2e-5 });
  });

  it.each(SHAPES)(
    'agrees with plain loops for %i and %i numbers and a table of %i by %i',
    async (...shape) => {
      for (const settings of SETTINGS) {
        const given = { ...randomCase(shape), settings };
        const found = await optimize(gpu, given);
        const expected = await optimize(createPlainBackend(), given);
        for (const part of ['kernel', 'bias', 'table'] as const)
          expectClose(found[part], expected[part], { rtol: 1e-4, atol: 2e-5 });
      }
    },
  );

  it('gives the same bits every time', async () => {
    for (const settings of SETTINGS) {
      const given = { ...randomCase([20_011, 257, 2000, 64]), settings };
      expect(await optimize(gpu, given)).toEqual(await optimize(gpu, given));
    }
  });
});
