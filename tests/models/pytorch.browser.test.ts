// Every model's first 20 losses from fixed weights against PyTorch's, on both tiers as the page has them.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createBackend } from '../../src/nn/backend';
import type { Backend } from '../../src/nn/op';
import { expectClose } from '../support';
import { CASES, pytorchTraining, trainCase } from './pytorch-models';

describe.each(['webgpu', 'wasm'] as const)('on %s', (tier) => {
  let backend: Backend;
  beforeAll(async () => {
    backend = await createBackend(tier);
  });
  afterAll(() => backend.dispose());

  it.each(CASES)('the %s has the losses and weights of PyTorch', async (name) => {
    const { losses, weights } = await trainCase(backend, name);
    backend.check(0);
    const expected = pytorchTraining(name);
    expectClose(losses, expected.losses, { rtol: 1e-3, atol: 0 });
    expect(Object.keys(weights)).toEqual(expect.arrayContaining(Object.keys(expected.weights)));
    for (const [key, { values }] of Object.entries(expected.weights))
      expectClose(weights[key].values, values, { rtol: 1e-3, atol: 1e-3 });
  });
});
