// Every model's first 20 losses from fixed weights against PyTorch's, in plain loops.
import { describe, expect, it } from 'vitest';
import { createPlainBackend } from '../../src/nn/plain';
import { expectClose } from '../support';
import { CASES, pytorchTraining, trainCase } from './pytorch-models';

describe.each(CASES)('%s', (name) => {
  it('has the losses and weights of PyTorch', async () => {
    const { losses, weights } = await trainCase(createPlainBackend(), name);
    const expected = pytorchTraining(name);
    expectClose(losses, expected.losses, { rtol: 1e-5, atol: 0 });
    for (const [key, { shape, values }] of Object.entries(expected.weights)) {
      expect([key, weights[key].shape]).toEqual([key, shape]);
      expectClose(weights[key].values, values, { rtol: 1e-4, atol: 1e-5 });
    }
  });
});
