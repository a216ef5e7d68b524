// The convolution in both its plain forms, fused and as products, against finite differences and against PyTorch's numbers.
import { describe, expect, it } from 'vitest';
import type { Backend } from '../../src/nn/op';
import { createPlainBackend } from '../../src/nn/plain';
import { expectClose } from '../support';
import { randomConvolution, runConvolution, type ConvolutionInput } from './convolution-run';
import fixture from './fixtures/convolution.json';

const H = 1e-3; // so little that no other window overtakes: in between the layer is linear

/** The oracle of the fused kernel is what a backend without fast products computes. */
const forms: [string, Backend][] = [
  ['fused', { ...createPlainBackend(), tier: 'webgpu' }],
  ['as products', createPlainBackend()],
];

const values = (numbers: number[]) => ({ values: Float32Array.from(numbers) });

describe.each(forms)('convolution, %s', (_, backend) => {
  it.each([true, false])(
    'has the slopes of its output, rows shorter than a filter among them; ReLU %s',
    async (hasActivation) => {
      const lengths = [7, 0, 1, 2, 5];
      const shape = { lengths, length: 7, embedding: 4, filters: 3, widths: [1, 3, 4] };
      const input = { ...randomConvolution(shape), hasActivation };
      const lossOf = async (changed: ConvolutionInput) => {
        const { y } = await runConvolution(backend, changed);
        return y.reduce((sum, value, i) => sum + value * input.slopes[i], 0);
      };
      const slopeAt = async (change: (shift: number) => ConvolutionInput) =>
        ((await lossOf(change(H))) - (await lossOf(change(-H)))) / (2 * H);
      const { xSlopes, weightSlopes } = await runConvolution(backend, input);

      for (let i = 0; i < input.x.length; i++) {
        const p = Math.floor(i / shape.embedding);
        if (Math.floor(p / lengths.length) >= lengths[p % lengths.length]) {
          expect(xSlopes[i]).toBe(0);
          continue;
        }
        const slope = await slopeAt((shift) => ({ ...input, x: shifted(input.x, i, shift) }));
        expect(xSlopes[i]).toBeCloseTo(slope, 2);
      }
      for (const [name, { values: weights }] of Object.entries(input.weights)) {
        for (let i = 0; i < weights.length; i++) {
          const slope = await slopeAt((shift) => {
            const moved = { ...input.weights, [name]: { values: shifted(weights, i, shift) } };
            return { ...input, weights: moved };
          });
          expect(weightSlopes[name][i]).toBeCloseTo(slope, 2);
        }
      }
    },
  );

  it('gives the values and slopes that PyTorch gives', async () => {
    const weights = Object.fromEntries(
      Object.entries(fixture.weights).map(([name, numbers]) => [name, values(numbers)]),
    );
    const x = Float32Array.from(fixture.x);
    const slopes = Float32Array.from(fixture.slopes);
    const input = { ...fixture, hasActivation: true, x, weights, slopes };
    const found = await runConvolution(backend, input);
    expectClose(found.y, fixture.y, { rtol: 1e-5, atol: 1e-5 });
    expectClose(found.xSlopes, fixture.xSlopes, { rtol: 1e-5, atol: 1e-5 });
    for (const [name, numbers] of Object.entries(fixture.weightSlopes)) {
      expectClose(found.weightSlopes[name], numbers, { rtol: 1e-5, atol: 1e-5 });
    }
  });

  it('gives a row without words what a window of zeros gives', async () => {
    const shape = { lengths: [0], length: 3, embedding: 4, filters: 5, widths: [2] };
    const input = randomConvolution(shape);
    const { y, weightSlopes } = await runConvolution(backend, input);
    const bias = input.weights['c 2 bias'].values;
    expect([...y]).toEqual([...bias.map((b) => Math.max(0, b))]);
    expect(weightSlopes['c 2 kernel'].every((slope) => slope === 0)).toBe(true);
    expect(weightSlopes['c 2 bias']).toEqual(input.slopes.map((g, f) => (bias[f] > 0 ? g : 0)));
  });
});

function shifted(numbers: Float32Array<ArrayBuffer>, i: number, shift: number) {
  const copy = numbers.slice();
  copy[i] += shift;
  return copy;
}
