// Dense layers and dropout on WebGPU against plain loops over odd shapes; the generator's numbers are the same on both tiers.
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { randomBits } from '../../src/core/random';
import { createBackend } from '../../src/nn/backend';
import { Net } from '../../src/nn/net';
import type { Backend, Op } from '../../src/nn/op';
import { createPlainBackend } from '../../src/nn/plain';
import { PLAN, PLAN_HEAD } from '../../src/nn/plan-head';
import { RANDOM_WGSL, dropoutBits } from '../../src/nn/random';
import { expectClose } from '../support';
import { denseOn, randomDense } from './dense-run';

let gpu: Backend;
beforeAll(async () => {
  gpu = await createBackend('webgpu');
});
afterEach(() => gpu.check(0)); // a kernel that was refused
afterAll(() => gpu.dispose());

const ACTIVATIONS = ['none', 'relu', 'tanh', 'sigmoid'] as const;

// Pairwise over 1, 7, 64, 65, 257: rows, inputs, units
const SHAPES = [
  [1, 1, 257],
  [1, 64, 7],
  [7, 257, 65],
  [64, 7, 64],
  [64, 65, 1],
  [65, 257, 257],
  [257, 1, 64],
  [257, 64, 65],
] as const;

describe('dense layers on WebGPU', () => {
  it.each(SHAPES)('agree with plain loops for %i rows, %i inputs, %i units', async (...shape) => {
    for (const activation of ACTIVATIONS) {
      const given = { ...randomDense(...shape, activation), dropped: 0.3 };
      const found = await denseOn(gpu, given);
      const expected = await denseOn(createPlainBackend(), given);
      for (const part of ['y', 'dx', 'kernel', 'bias'] as const)
        expectClose(found[part], expected[part], { rtol: 2e-3, atol: 2e-4 });
    }
  });

  it.each(ACTIVATIONS)('stay finite for great numbers: %s', async (activation) => {
    const given = randomDense(7, 7, 7, activation);
    const great = { ...given, kernel: given.kernel.map((x) => 1000 * x) };
    const found = await denseOn(gpu, great);
    const expected = await denseOn(createPlainBackend(), great);
    for (const part of ['y', 'dx', 'kernel', 'bias'] as const)
      expectClose(found[part], expected[part], { rtol: 2e-3, atol: 2e-3 });
  });

  it('give the same bits every time', async () => {
    const given = { ...randomDense(257, 65, 257, 'tanh'), dropped: 0.5 };
    expect(await denseOn(gpu, given)).toEqual(await denseOn(gpu, given));
  });
});

describe('random numbers in WGSL', () => {
  const draws: Op<{ plan: 'u32'; out: 'u32' }, never> = {
    name: 'test-draws',
    buffers: { plan: 'u32', out: 'u32' },
    writes: ['out'],
    plain: () => undefined,
    wgsl: /* wgsl */ `
${RANDOM_WGSL}
fn run(i: u32) {
  if (i >= 500u) { return; }
  out[2 * i] = random_bits(4294967295u - i, i * i, i * 2654435761u);
  out[2 * i + 1] = dropout_bits(i % 64u, i);
}`,
  };

  it('are those of TypeScript', async () => {
    const net = new Net(gpu, { batch: 1, length: 0, planWords: PLAN_HEAD });
    const plan = new Uint32Array(PLAN_HEAD);
    plan[PLAN.seed] = 0xdeadbeef;
    plan[PLAN.step] = 123_456_789;
    gpu.write(net.plan, plan);
    const out = net.whole(1000);
    gpu.run(draws, { plan: net.plan, out }, {}, 500);
    const found = await gpu.read(out);
    net.dispose();
    for (let i = 0; i < 500; i++) {
      expect(found[2 * i]).toBe(randomBits(0xffffffff - i, i * i, Math.imul(i, 2654435761) >>> 0));
      expect(found[2 * i + 1]).toBe(dropoutBits(plan, i % 64, i));
    }
  });
});
