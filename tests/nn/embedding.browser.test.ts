// Layers over tables on WebGPU against plain loops, over odd shapes.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createBackend } from '../../src/nn/backend';
import type { Backend } from '../../src/nn/op';
import { createPlainBackend } from '../../src/nn/plain';
import { expectClose } from '../support';
import { drawInput, runLayer, type LayerInput, type LayerOutput } from './embedding-step';
import { drawExamples } from './segment-sum-cases';

// Pairwise over 1, 7, 64, 65, 257 as far as they make sense: [batch, words of a row or 0, table rows, width]
const SHAPES: [number, number, number, number][] = [
  [1, 1, 2, 4],
  [1, 257, 65, 64],
  [7, 65, 7, 68],
  [64, 7, 257, 260],
  [65, 64, 65, 8],
  [257, 7, 3, 4], // segments of hundreds of places
  [1, 0, 65, 4],
  [7, 0, 257, 260],
  [64, 0, 7, 8],
  [65, 0, 1000, 68],
  [257, 0, 64, 4],
  [257, 0, 2, 64], // segments of hundreds of places
];

let gpu: Backend;
beforeAll(async () => {
  gpu = await createBackend('webgpu');
});
afterAll(() => gpu.dispose());

function inputOf([batch, length, tableRows, width]: (typeof SHAPES)[number]) {
  const most = length > 0 ? 2 * length : 80;
  const sizes = { rows: 2 * batch + Math.ceil(batch / 2), tableRows, most, classes: 2 };
  const examples = drawExamples(sizes, batch + width);
  const shape = { batch, length, tableRows, width, outputs: width - 1, examples };
  return drawInput({ ...shape, paddingCounts: batch % 2 === 0 });
}

function expectSame(found: LayerOutput, expected: LayerOutput) {
  for (const name of ['output', 'table', 'bias'] as const)
    expectClose(found[name], expected[name], { rtol: 1e-5, atol: 1e-4 });
}

describe('layers over tables on WebGPU', () => {
  it.each(SHAPES)(
    'agree with plain loops for %i rows of %i words, %i table rows, width %i',
    async (...shape) => {
      const input = inputOf(shape);
      expectSame(await runLayer(gpu, input), await runLayer(createPlainBackend(), input));
      gpu.check(0);
    },
  );

  it('sum segments of thousands of places', async () => {
    const examples = drawExamples({ rows: 128, tableRows: 3, most: 200, classes: 2 }, 1);
    const shape = { batch: 128, length: 200, tableRows: 3, width: 8, examples };
    const input: LayerInput = drawInput({ ...shape, paddingCounts: true });
    expectSame(await runLayer(gpu, input), await runLayer(createPlainBackend(), input));
  });

  it('give the same bits every time', async () => {
    for (const shape of [SHAPES[5], SHAPES[11]]) {
      const input = inputOf(shape);
      expect(await runLayer(gpu, input)).toEqual(await runLayer(gpu, input));
    }
  });
});
