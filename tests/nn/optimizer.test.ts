// The optimizer in plain loops: against PyTorch, and what it leaves alone.
import { describe, expect, it } from 'vitest';
import { createPlainBackend } from '../../src/nn/plain';
import { expectClose } from '../support';
import { ADAM, makeOptimizer, optimize, type OptimizerCase, type SlopeStep } from './optimizing';
import { PYTORCH_CASES } from './pytorch-optimizers';

const repeat = (x: number, count: number) => Array.from({ length: count }, () => x);

const STEP: SlopeStep = {
  kernel: [0.3, -0.2],
  bias: [0.5],
  ids: [2, 0],
  table: repeat(0.1, 8),
};
const GIVEN: OptimizerCase = {
  settings: ADAM,
  rate: 0.1,
  start: { kernel: [1, 2], bias: [3], table: repeat(1, 12) },
  rows: 3,
  width: 4,
  steps: [STEP, { ...STEP, ids: [2], table: repeat(-0.1, 4) }],
};

describe('the optimizer', () => {
  it.each(PYTORCH_CASES)('agrees with PyTorch: $name', async ({ given, end }) => {
    const found = await optimize(createPlainBackend(), given);
    expectClose(found.kernel, end.kernel, { rtol: 1e-5, atol: 1e-5 });
    expectClose(found.bias, end.bias, { rtol: 1e-5, atol: 1e-5 });
    expectClose(found.table, end.table, { rtol: 1e-5, atol: 1e-5 });
  });

  it('leaves rows alone that no batch touches, or moves all by their decay', async () => {
    const settings = { ...ADAM, optimizer: 'adamw', weightDecay: 0.5 } as const;
    const rare = await optimize(createPlainBackend(), { ...GIVEN, settings });
    expect([...rare.table.subarray(4, 8)]).toEqual([1, 1, 1, 1]);
    const all = await optimize(createPlainBackend(), {
      ...GIVEN,
      settings: { ...settings, rareRows: false },
    });
    expectClose(all.table.subarray(4, 8), repeat(0.95 ** 2, 4));
  });

  it('keeps frozen parts as they are and does not count them in the clip', async () => {
    const frozen = { ...ADAM, clipNorm: 0.1, rates: { table: 0, body: 0, head: 1 } };
    const sgd = { ...frozen, optimizer: 'sgd' } as const;
    const found = await optimize(createPlainBackend(), { ...GIVEN, settings: sgd });
    expect([...found.kernel]).toEqual([1, 2]);
    expect(found.table.every((x) => x === 1)).toBe(true);
    expect(found.bias[0]).toBeCloseTo(3 - 2 * 0.1 * 0.1, 5);
  });

  it('records nothing for what is frozen, and no clipping without a limit', () => {
    const count = (settings: Partial<typeof ADAM>) => {
      const backend = createPlainBackend();
      const given = { ...GIVEN, settings: { ...ADAM, ...settings } };
      return makeOptimizer(backend, given).capture.dispatches;
    };
    expect(count({})).toBe(2);
    expect(count({ rareRows: false })).toBe(3);
    expect(count({ clipNorm: 1 })).toBe(5);
    expect(count({ rates: { table: 0, body: 1, head: 1 } })).toBe(1);
    expect(count({ rates: { table: 1, body: 0, head: 0 } })).toBe(1);
  });

  it('begins anew after a reset', async () => {
    const settings = { ...ADAM, rareRows: false };
    const once = await optimize(createPlainBackend(), { ...GIVEN, settings, steps: [STEP] });
    const { takeStep, optimizer, read } = makeOptimizer(createPlainBackend(), {
      ...GIVEN,
      settings,
    });
    takeStep(1, 0, { ...STEP, kernel: [5, 5] });
    optimizer.reset();
    takeStep(1, GIVEN.rate, STEP);
    expect(await read()).toEqual(once);
  });
});
