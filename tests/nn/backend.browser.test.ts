// Probing and opening the two tiers in a real browser whose only GPU is a software one.
import { matMul, tensor2d } from '@tensorflow/tfjs-core';
import { describe, expect, it } from 'vitest';
import { createBackend, probe } from '../../src/nn/backend';

describe('probe', () => {
  it('gives a software GPU to the WASM tier, and says so', async () => {
    expect(await probe('auto')).toEqual({
      tier: 'wasm',
      adapter: 'google swiftshader',
      isSoftware: true,
      threads: 1,
      why: 'software-gpu',
    });
  });

  it('does what was chosen', async () => {
    expect(await probe('webgpu')).toMatchObject({ tier: 'webgpu', why: 'chosen' });
    expect(await probe('wasm')).toMatchObject({ tier: 'wasm', why: 'chosen' });
  });
});

describe('createBackend', () => {
  it.each(['webgpu', 'wasm'] as const)('opens TF.js on the %s tier', async (tier) => {
    const backend = await createBackend(tier);
    expect(backend.tier).toBe(tier);
    const a = tensor2d([1, 2, 3, 4], [2, 2]);
    const product = matMul(a, a);
    expect([...(await product.data())]).toEqual([7, 10, 15, 22]);
    a.dispose();
    product.dispose();
    backend.dispose();
  });

  it.each(['webgpu', 'wasm'] as const)('reads what was written on the %s tier', async (tier) => {
    const backend = await createBackend(tier);
    const block = backend.create('u32', 5);
    expect([...(await backend.read(block))]).toEqual([0, 0, 0, 0, 0]);
    backend.write(block, Uint32Array.of(1, 2, 4294967295, 7), 3);
    expect([...(await backend.read(block))]).toEqual([1, 2, 4294967295, 0, 0]);
    backend.clear(block);
    expect([...(await backend.read(block))]).toEqual([0, 0, 0, 0, 0]);
    backend.free(block);
    backend.dispose();
  });
});
