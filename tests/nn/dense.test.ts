// Dense layers and dropout in plain loops: slopes against finite differences, and what dropout draws.
import { describe, expect, it } from 'vitest';
import { randomBits } from '../../src/core/random';
import { Dense } from '../../src/nn/layers/dense';
import { Net } from '../../src/nn/net';
import { createPlainBackend } from '../../src/nn/plain';
import { dropThreshold } from '../../src/nn/random';
import { expectClose } from '../support';
import { denseOn, randomDense, type DenseCase } from './dense-run';

const H = 1e-2;
const ACTIVATIONS = ['none', 'relu', 'tanh', 'sigmoid'] as const;

async function lossOf(given: DenseCase): Promise<number> {
  const { y } = await denseOn(createPlainBackend(), given);
  return y.reduce((sum, value, i) => sum + value * given.aim[i], 0);
}

async function expectSlopes(given: DenseCase): Promise<void> {
  const found = await denseOn(createPlainBackend(), given);
  const of = { x: found.dx, kernel: found.kernel, bias: found.bias };
  const here = await lossOf(given);
  let bends = 0;
  let all = 0;
  for (const part of ['x', 'kernel', 'bias'] as const) {
    for (let i = 0; i < given[part].length; i++, all++) {
      const [below, above] = await Promise.all(
        [-H, H].map((shift) => {
          const values = given[part].slice();
          values[i] += shift;
          return lossOf({ ...given, [part]: values });
        }),
      );
      // ReLU is straight but where it bends; there a difference says nothing.
      const isBent = given.activation === 'relu' && Math.abs(above + below - 2 * here) > 1e-5;
      if (isBent) bends++;
      else expect(of[part][i]).toBeCloseTo((above - below) / (2 * H), 3);
    }
  }
  expect(bends).toBeLessThan(all / 4);
}

describe.each(ACTIVATIONS)('a dense layer with %s', (activation) => {
  it.each([
    [1, 4, 4],
    [3, 5, 2],
    [2, 3, 7],
  ])('has the slopes of its outputs for %i rows, %i inputs, %i units', async (...shape) => {
    await expectSlopes(randomDense(...shape, activation));
  });

  it('has the slopes of what dropout leaves', async () => {
    await expectSlopes({ ...randomDense(4, 3, 6, activation), dropped: 0.4 });
  });

  it('computes f(x W + b)', async () => {
    const given = randomDense(3, 5, 6, activation);
    const { y } = await denseOn(createPlainBackend(), given);
    const bend = {
      none: (z: number) => z,
      relu: (z: number) => Math.max(0, z),
      tanh: Math.tanh,
      sigmoid: (z: number) => 1 / (1 + Math.exp(-z)),
    }[activation];
    const expected = Array.from({ length: 18 }, (_, i) => {
      const [row, unit] = [Math.floor(i / 6), i % 6];
      let z = given.bias[unit];
      for (let k = 0; k < 5; k++) z += given.x[row * 5 + k] * given.kernel[k * 6 + unit];
      return bend(z);
    });
    expectClose(y, expected);
  });
});

describe('dense layers', () => {
  it('export kernels and biases without filler, and leave out a product that nobody asks for', () => {
    const backend = createPlainBackend();
    const net = new Net(backend, { batch: 3, length: 0, planWords: 32 });
    const part = {
      name: 'head',
      units: 5,
      activation: 'none',
      init: 'keras',
      part: 'head',
    } as const;
    const [plain, last] = [false, true].map(
      (passesSlope) => new Dense(net, net.signal(3, 8), { ...part, inputs: 6, passesSlope }),
    );
    expect(net.parameters.list.map(({ shape }) => shape)).toEqual([[6, 5], [5], [6, 5], [5]]);
    const count = (layer: Dense) => backend.capture(() => layer.backward()).dispatches;
    expect(count(last) - count(plain)).toBe(1);
  });
});

describe('dropout', () => {
  const given = { ...randomDense(50, 4, 8, 'none'), dropped: 0.3 };

  it('drops where the generator says so and scales the rest', async () => {
    const all = await denseOn(createPlainBackend(), { ...given, dropped: 0 });
    const { y } = await denseOn(createPlainBackend(), given);
    const stream = 3 + 16 * (5 + 64 * given.step);
    const expected = Array.from(all.y, (value, i) =>
      randomBits(11, stream, i) < dropThreshold(0.3) ? 0 : value / 0.7,
    );
    expectClose(y, expected);
    const share = expected.filter((value) => value === 0).length / expected.length;
    expect(Math.abs(share - 0.3)).toBeLessThan(0.07);
  });

  it('draws anew at each step, and the same for the same step', async () => {
    const first = await denseOn(createPlainBackend(), given);
    expect(await denseOn(createPlainBackend(), given)).toEqual(first);
    expect(await denseOn(createPlainBackend(), { ...given, step: 2 })).not.toEqual(first);
  });

  it('does nothing outside training', async () => {
    const all = await denseOn(createPlainBackend(), { ...given, dropped: 0 });
    expect(await denseOn(createPlainBackend(), { ...given, isTraining: false })).toEqual(all);
  });
});
