// Matrix products in plain loops against their definition.
import { describe, expect, it } from 'vitest';
import type { Tier } from '../../src/core/types';
import { Net } from '../../src/nn/net';
import { createPlainBackend } from '../../src/nn/plain';
import { chooseForm, recordProduct, type Matrix } from '../../src/nn/product';
import { expectClose } from '../support';
import { CASES, layOut, nameOf, productOn, type ProductCase } from './product-cases';

describe('products in plain loops', () => {
  it.each(CASES.map((test) => [nameOf(test), test] as const))(
    'are right for %s',
    async (_, test) => {
      const backend = createPlainBackend();
      const net = new Net(backend, { batch: 1, length: 0, planWords: 32 });
      const product = layOut(net, test);
      const { rows, inner, columns, c, adds } = product;
      const read = async ({ block, at = 0, row, transposed = false }: Matrix) => {
        const cells = await backend.read(block);
        return (i: number, j: number) => cells[at + (transposed ? j * row + i : i * row + j)];
      };
      const [a, b] = [await read(product.a), await read(product.b)];
      const expected = await backend.read(c.block);
      for (let m = 0; m < rows; m++)
        for (let n = 0; n < columns; n++) {
          const out = (c.at ?? 0) + m * c.row + n;
          let sum = adds ? expected[out] : 0;
          for (let k = 0; k < inner; k++) sum += a(m, k) * b(k, n);
          expected[out] = sum;
        }
      recordProduct(net, product);
      expectClose(await backend.read(c.block), expected, { rtol: 1e-6, atol: 1e-6 });
    },
  );

  it('sum slices of the inner dimension to the same numbers', async () => {
    const test = { size: [7, 257, 65], transposeA: true } as const;
    const whole = await productOn(createPlainBackend(), test);
    const sliced = await productOn(createPlainBackend(), test, { kernel: 'register', slices: 5 });
    expect([whole.dispatches, sliced.dispatches]).toEqual([1, 2]);
    expectClose(sliced.found, whole.found, { rtol: 1e-6, atol: 1e-6 });
  });
});

describe('the form of a product', () => {
  const net = new Net(createPlainBackend(), { batch: 1, length: 0, planWords: 32 });
  const formsOf = (test: ProductCase) => {
    const product = layOut(net, test);
    const on = (tier: Tier, isSoftware: boolean) => chooseForm({ tier, isSoftware }, product);
    return [on('webgpu', false), on('webgpu', true), on('wasm', true)];
  };

  it('is one kernel for GPUs and one for software adapters', () => {
    expect(formsOf({ size: [5120, 128, 512] })).toEqual([
      { kernel: 'grouped', slices: 1 },
      { kernel: 'register', slices: 1 },
      { kernel: 'register', slices: 1 },
    ]);
  });

  it('cuts long sums with few results, as much as keeps the device busy', () => {
    const slicesOf = (test: ProductCase) => formsOf(test).map(({ slices }) => slices);
    expect(slicesOf({ size: [128, 5120, 512], transposeA: true })).toEqual([16, 1, 1]);
    expect(slicesOf({ size: [64, 1000, 4] })).toEqual([15, 15, 1]);
    expect(slicesOf({ size: [64, 100, 4] })).toEqual([1, 1, 1]);
  });

  it('never cuts what adds to C or leaves gaps in it', () => {
    const size = [64, 1000, 4] as const;
    for (const test of [
      { size, adds: true },
      { size, gap: 4 },
    ])
      expect(formsOf(test).map(({ slices }) => slices)).toEqual([1, 1, 1]);
  });
});
