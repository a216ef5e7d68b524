// The convolution on WebGPU against plain loops: values and slopes over odd shapes, rows shorter than the filters among them.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createBackend } from '../../src/nn/backend';
import type { Backend } from '../../src/nn/op';
import { createPlainBackend } from '../../src/nn/plain';
import { expectClose } from '../support';
import { randomConvolution, runConvolution, type ConvolutionOutput } from './convolution-run';

// Pairwise over 1, 7, 64, 65, 257; embeddings are multiples of 4: [rows, words, embedding, filters, widths]
const SHAPES: [number, number, number, number, number[]][] = [
  [1, 1, 4, 1, [1]],
  [1, 64, 64, 7, [3, 4, 5]],
  [1, 257, 8, 65, [2]],
  [7, 2, 8, 7, [3, 4, 5]],
  [7, 65, 260, 1, [2, 3]],
  [7, 64, 4, 257, [1, 7]],
  [64, 7, 68, 64, [3, 4, 5]],
  [64, 65, 8, 7, [2, 7]],
  [65, 64, 64, 1, [3, 4, 5]],
  [65, 1, 68, 65, [2, 3]],
  [257, 7, 4, 64, [3]],
  [257, 65, 8, 7, [1, 2, 3]],
];

const TOLERANCE = { rtol: 1e-4, atol: 1e-4 };

/** Every seventh row has no words, the others what they happen to have. */
const lengthsOf = (rows: number, words: number) =>
  Array.from({ length: rows }, (_, row) => (row % 7 === 6 ? 0 : 1 + ((row * 29 + 63) % words)));

let gpu: Backend;
beforeAll(async () => {
  gpu = await createBackend('webgpu');
});
afterAll(() => gpu.dispose());

/** The same device taken for another: windows are then dealt out to several threads, or maps are made by products. */
const takenFor = (seen: Partial<Backend>): Backend =>
  new Proxy(gpu, {
    get: (target, key) => {
      if (key in seen) return seen[key as keyof Backend];
      const value: unknown = Reflect.get(target, key);
      return typeof value === 'function' ? (value.bind(target) as unknown) : value;
    },
  });

/** Fails unless two runs computed the same but for rounding. */
function expectSame(found: ConvolutionOutput, expected: ConvolutionOutput): void {
  expectClose(found.y, expected.y, TOLERANCE);
  expectClose(found.xSlopes, expected.xSlopes, TOLERANCE);
  for (const [name, slopes] of Object.entries(expected.weightSlopes))
    expectClose(found.weightSlopes[name], slopes, TOLERANCE);
}

describe('convolution with its maximum over time', () => {
  it.each(SHAPES)(
    'agrees with plain loops for %i rows of at most %i words, embedding %i, %i filters of widths %j',
    async (...[rows, length, embedding, filters, widths]) => {
      const lengths = lengthsOf(rows, length);
      const input = randomConvolution({ lengths, length, embedding, filters, widths });
      const expected = await runConvolution(createPlainBackend(), input);
      expectSame(await runConvolution(gpu, input), expected);
      expectSame(await runConvolution(takenFor({ isSoftware: false }), input), expected);
      expectSame(await runConvolution(takenFor({ tier: 'wasm' }), input), expected);
    },
  );

  it('gives the same bits every time', async () => {
    const shape = { length: 30, embedding: 64, filters: 65, widths: [3, 4, 5] };
    const input = randomConvolution({ lengths: lengthsOf(64, 30), ...shape });
    expect(await runConvolution(gpu, input)).toEqual(await runConvolution(gpu, input));
  });
});
