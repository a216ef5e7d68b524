// The closed-form gradients in plain loops against finite differences of the loss.
import { describe, expect, it } from 'vitest';
import { createPlainBackend } from '../../src/nn/plain';
import { randomExamples } from './random-examples';
import { randomInput, runSteps, type StepInput } from './step';

const BETA1 = 0.9;
const BETA2 = 0.999;
const H = 1e-3;

async function lossOf(input: StepInput): Promise<number> {
  const { rowLosses } = await runSteps(createPlainBackend(), input);
  return rowLosses.reduce((a, b) => a + b, 0) / rowLosses.length;
}

/** Central difference of the mean loss at one number of `part`. */
async function slopeAt(input: StepInput, part: 'table' | 'head', i: number): Promise<number> {
  const [below, above] = await Promise.all(
    [-H, H].map((shift) => {
      const values = input[part].slice();
      values[i] += shift;
      return lossOf({ ...input, [part]: values });
    }),
  );
  return (above - below) / (2 * H);
}

describe('gradients', () => {
  it.each([
    [1, 4, 2],
    [7, 8, 3],
    [13, 4, 1],
    [20, 12, 7],
  ])(
    'are the slope of the loss for %i rows, width %i, %i classes',
    async (rows, width, classes) => {
      const examples = randomExamples({ rows, tableRows: 12, classes, mostFeatures: 6 });
      const drawn = randomInput(examples, { tableRows: 12, width, classes });
      const input = { ...drawn, steps: 1, robustness: 0 };
      const { v, table, moments } = await runSteps(createPlainBackend(), input);
      for (let i = 0; i < input.table.length; i++) {
        // One step moves a row by learningRate * g / root(mean g^2), and keeps (1 - beta2) mean g^2 in v.
        const moved = (input.table[i] - table[i]) / input.learningRate;
        const gradient = moved * Math.sqrt(v[Math.floor(i / width)] / (1 - BETA2));
        expect(gradient).toBeCloseTo(await slopeAt(input, 'table', i), 3);
      }
      // After one step Adam's mean is (1 - beta1) times the gradient.
      for (let i = 0; i < input.head.length; i++) {
        expect(moments[2 * i] / (1 - BETA1)).toBeCloseTo(await slopeAt(input, 'head', i), 3);
      }
    },
  );
});
