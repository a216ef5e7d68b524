// Matrix products in plain loops against their definition.
import { describe, expect, it } from 'vitest';
import { Net } from '../../src/nn/net';
import { createPlainBackend } from '../../src/nn/plain';
import { recordProduct, type Matrix } from '../../src/nn/product';
import { expectClose } from '../support';
import { CASES, layOut, nameOf, productOn } from './product-cases';

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
