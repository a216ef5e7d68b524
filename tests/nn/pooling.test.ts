// Pooling over time in plain loops against its definition.
import { describe, expect, it } from 'vitest';
import { Pooling, type PoolingOptions } from '../../src/nn/layers/pooling';
import { Net } from '../../src/nn/net';
import { createPlainBackend } from '../../src/nn/plain';
import { planOf } from './lstm-run';

const X = [1, 9, 7, 8, 2, 3, 5, 5, 4, 4, 6, 6]; // three words of two rows of two columns
const LENGTHS = [2, 0];

/** What is pooled, and where slopes of 1, 2, 3, 4 go. */
async function pool(kind: PoolingOptions['kind'], options: Partial<PoolingOptions> = {}) {
  const backend = createPlainBackend();
  const shape = { batch: 2, length: 3, width: 2, lengths: LENGTHS };
  const plan = planOf(shape);
  const net = new Net(backend, { batch: 2, length: 3, planWords: plan.length });
  const input = net.signal(6, 2);
  const layer = new Pooling(net, input, { kind, maskPadding: true, ...options });
  backend.write(net.plan, plan);
  backend.write(input.values, Float32Array.from(X));
  backend.write(input.slopes, new Float32Array(12).fill(9));
  backend.write(layer.output.slopes, Float32Array.of(1, 2, 3, 4));
  layer.forward();
  layer.backward({ length: 3, isTraining: true });
  const values = [...(await backend.read(layer.output.values))];
  return { values, slopes: [...(await backend.read(input.slopes))] };
}

describe('pooling', () => {
  it("takes the numbers at a row's last word; a row without words has zeros", async () => {
    expect(await pool('last')).toEqual({
      values: [2, 3, 0, 0],
      slopes: [0, 0, 0, 0, 1, 2, 0, 0, 0, 0, 0, 0],
    });
  });

  it('takes those at the first word for columns of a reversed layer', async () => {
    expect(await pool('last', { reversedFrom: 1 })).toEqual({
      values: [2, 9, 0, 0],
      slopes: [0, 2, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0],
    });
  });

  it('takes the mean of the words', async () => {
    expect(await pool('mean')).toEqual({
      values: [1.5, 6, 0, 0],
      slopes: [0.5, 1, 0, 0, 0.5, 1, 0, 0, 0, 0, 0, 0],
    });
  });

  it('takes the greatest', async () => {
    expect(await pool('max')).toEqual({
      values: [2, 9, 0, 0],
      slopes: [0, 2, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0],
    });
  });

  it('counts the filler as words where it is not masked', async () => {
    expect((await pool('last', { maskPadding: false })).values).toEqual([4, 4, 6, 6]);
    const { values, slopes } = await pool('max', { maskPadding: false });
    expect(values).toEqual([4, 9, 7, 8]);
    expect(slopes).toEqual([0, 2, 3, 4, 0, 0, 0, 0, 1, 0, 0, 0]);
  });
});
