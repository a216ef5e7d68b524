// Sums over rows on WebGPU against plain loops, over odd shapes and with two passes.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createBackend } from '../../src/nn/backend';
import { recordColumnSum } from '../../src/nn/column-sum';
import { Net } from '../../src/nn/net';
import type { Backend } from '../../src/nn/op';
import { createPlainBackend } from '../../src/nn/plain';
import { randomUnit } from '../../src/core/random';
import { expectClose } from '../support';

// [rows, columns, cells between rows]
const SHAPES = [
  [1, 1, 0],
  [1, 257, 7],
  [7, 64, 0],
  [64, 65, 1],
  [65, 7, 64],
  [257, 1, 0],
  [257, 257, 0],
  [2500, 7, 1],
  [5000, 65, 0],
];

let gpu: Backend;
beforeAll(async () => {
  gpu = await createBackend('webgpu');
});
afterAll(() => gpu.dispose());

async function sumsOn(backend: Backend, [rows, columns, gap]: number[]) {
  const net = new Net(backend, { batch: 1, length: 0, planWords: 32 });
  const row = columns + gap;
  const x = net.float(5 + rows * row);
  backend.write(
    x,
    Float32Array.from({ length: x.length }, (_, i) => randomUnit(1, 0, i) - 0.5),
  );
  const out = net.float(columns + 66);
  backend.write(out, new Float32Array(out.length).fill(9));
  const capture = backend.capture(() =>
    recordColumnSum(net, { rows, columns, x: { block: x, at: 5, row }, out, outAt: 64 }),
  );
  capture.replay();
  const found = await backend.read(out);
  net.dispose();
  return { found, dispatches: capture.dispatches };
}

describe('column sums', () => {
  it.each(SHAPES)('agree with plain loops for %i rows, %i columns, gap %i', async (...shape) => {
    const { found, dispatches } = await sumsOn(gpu, shape);
    const expected = await sumsOn(createPlainBackend(), shape);
    expect(expected.dispatches).toBe(1);
    expect(dispatches).toBe(shape[0] > 256 ? 2 : 1);
    expectClose(found, expected.found, { rtol: 1e-4, atol: 1e-4 });
  });

  it('give the same bits every time', async () => {
    expect(await sumsOn(gpu, [3000, 65, 3])).toEqual(await sumsOn(gpu, [3000, 65, 3]));
  });
});
