// Each op on WebGPU against its plain loops: values, gradients and updates over odd shapes.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createBackend } from '../../src/nn/backend';
import type { Backend } from '../../src/nn/op';
import { createPlainBackend } from '../../src/nn/plain';
import { expectClose } from '../support';
import { randomExamples } from './random-examples';
import { randomInput, runSteps, type StepOutput } from './step';

// Pairwise over 1, 7, 64, 65, 257; widths are multiples of 4: [rows, width, classes, table rows]
const SHAPES = [
  [1, 4, 2, 1],
  [1, 64, 7, 257],
  [7, 8, 65, 64],
  [7, 68, 2, 7],
  [64, 16, 4, 257],
  [64, 260, 1, 65],
  [65, 4, 7, 64],
  [65, 64, 257, 7],
  [257, 8, 4, 1000],
  [257, 16, 64, 65],
  [257, 68, 4, 257],
];

let gpu: Backend;
beforeAll(async () => {
  gpu = await createBackend('webgpu');
});
afterAll(() => gpu.dispose());

describe('ops on WebGPU', () => {
  it.each(SHAPES)(
    'agree with plain loops for %i rows, width %i, %i classes, %i table rows',
    async (rows, width, classes, tableRows) => {
      const examples = randomExamples({ rows, tableRows, classes, mostFeatures: 40 });
      const input = randomInput(examples, { tableRows, width, classes });
      const found = await runSteps(gpu, input);
      const expected = await runSteps(createPlainBackend(), input);
      for (const name of Object.keys(expected) as (keyof StepOutput)[]) {
        const tolerance = name === 'v' || name === 'moments' ? 1e-7 : 2e-5;
        expectClose(found[name], expected[name], { rtol: 2e-3, atol: tolerance });
      }
    },
  );

  it.each([0, 0.7])('stay finite where a label has no probability, robustness %f', async (q) => {
    const examples = randomExamples({ rows: 65, tableRows: 20, classes: 4, mostFeatures: 3 });
    const input = randomInput(examples, { tableRows: 20, width: 16, classes: 4 });
    const sure = { ...input, robustness: q, head: input.head.map((x) => 200 * x) };
    const found = await runSteps(gpu, sure);
    const expected = await runSteps(createPlainBackend(), sure);
    expect(found.probabilities).toContain(0);
    expectClose(found.slopes, expected.slopes, { rtol: 1e-2, atol: 1e-4 });
    expectClose(found.head, expected.head, { rtol: 1e-2, atol: 1e-4 });
  });

  it('give the same bits every time', async () => {
    const examples = randomExamples({ rows: 257, tableRows: 300, classes: 4, mostFeatures: 80 });
    const input = randomInput(examples, { tableRows: 300, width: 16, classes: 4 });
    expect(await runSteps(gpu, input)).toEqual(await runSteps(gpu, input));
  });
});
