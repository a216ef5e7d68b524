// Sums over rows against their definition.
import { expect, it } from 'vitest';
import { recordColumnSum } from '../../src/nn/column-sum';
import { Net } from '../../src/nn/net';
import { createPlainBackend } from '../../src/nn/plain';

it('sums each column of a matrix that stands within a block, and leaves the cells beside it', async () => {
  const backend = createPlainBackend();
  const net = new Net(backend, { batch: 1, length: 0, planWords: 32 });
  const x = net.float(11);
  backend.write(x, Float32Array.of(9, 1, 2, 9, 9, 3, 4, 9, 9, 5, 6)); // three rows of two, four cells apart
  const out = net.float(5);
  recordColumnSum(net, { rows: 3, columns: 2, x: { block: x, at: 1, row: 4 }, out, outAt: 2 });
  expect([...(await backend.read(out))]).toEqual([0, 0, 9, 12, 0]);
});
