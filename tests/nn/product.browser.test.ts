// Matrix products on WebGPU, by both kernels, and on the WASM tier against plain loops.
import { findBackend } from '@tensorflow/tfjs-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createBackend } from '../../src/nn/backend';
import { Net } from '../../src/nn/net';
import type { Backend } from '../../src/nn/op';
import { createPlainBackend } from '../../src/nn/plain';
import { recordProduct } from '../../src/nn/product';
import { expectClose } from '../support';
import { CASES, layOut, nameOf, productOn, type ProductCase } from './product-cases';

const LONG: ProductCase = { size: [65, 2500, 7], transposeA: true, at: 64 };

let gpu: Backend;
beforeAll(async () => {
  gpu = await createBackend('webgpu');
});
afterAll(() => gpu.dispose());

describe.each(['register', 'grouped'] as const)('products by the %s kernel', (kernel) => {
  it.each(CASES.map((test) => [nameOf(test), test] as const))(
    'agree with plain loops for %s',
    async (_, test) => {
      const { found } = await productOn(gpu, test, { kernel, slices: 1 });
      const expected = await productOn(createPlainBackend(), test);
      expectClose(found, expected.found, { rtol: 1e-4, atol: 2e-5 });
    },
  );

  it('agree where the inner dimension is cut into slices', async () => {
    const { found, dispatches } = await productOn(gpu, LONG, { kernel, slices: 9 });
    expect(dispatches).toBe(2);
    const expected = await productOn(createPlainBackend(), LONG);
    expectClose(found, expected.found, { rtol: 1e-4, atol: 1e-4 });
  });

  it('give the same bits every time', async () => {
    const form = { kernel, slices: 9 };
    expect(await productOn(gpu, LONG, form)).toEqual(await productOn(gpu, LONG, form));
  });
});

describe('products on the WASM tier', () => {
  it.each(CASES.map((test) => [nameOf(test), test] as const))(
    'agree with plain loops for %s',
    async (_, test) => {
      const wasm = await createBackend('wasm');
      const { found, dispatches } = await productOn(wasm, test);
      expect(dispatches).toBe(1);
      const expected = await productOn(createPlainBackend(), test);
      expectClose(found, expected.found, { rtol: 1e-4, atol: 2e-5 });
    },
  );

  it('give all memory back, and see what changed in a block since the last product', async () => {
    const wasm = await createBackend('wasm');
    const held = findBackend('wasm').numDataIds();
    const net = new Net(wasm, { batch: 1, length: 0, planWords: 32 });
    const product = layOut(net, { size: [65, 64, 257] });
    const { block } = product.b;
    for (const value of [1, 2]) {
      wasm.write(product.a.block, new Float32Array(product.a.block.length).fill(1));
      wasm.write(block, new Float32Array(block.length).fill(value));
      recordProduct(net, product);
      expect((await wasm.read(product.c.block))[0]).toBe(64 * value);
    }
    expect(findBackend('wasm').numDataIds()).toBe(held);
  });
});
