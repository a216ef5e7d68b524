// The learning-rate range test on a bag that can learn, and on a model whose loss is a known function of the rate.
import { describe, expect, it } from 'vitest';
import type { RateCurve } from '../../src/core/run';
import type { Model } from '../../src/models/model';
import { createPlainBackend } from '../../src/nn/plain';
import { fit } from '../../src/train/fit';
import { findRate } from '../../src/train/rate-finder';
import { randomExamples } from '../nn/random-examples';
import { fitTask, learnable } from './task';

const SIZES = { rows: 400, tableRows: 60, classes: 3, mostFeatures: 9 };
const examples = learnable(randomExamples(SIZES), 3);
const quiet = { report: () => undefined, isStopped: () => false };

/** A model that does nothing but have this loss. */
function modelOf(lossAt: (rate: number) => number): Partial<Model> {
  const losses = new Float32Array(4096);
  return {
    step: (_examples, _batch, { step, learningRate }) =>
      void (losses[step - 1] = lossAt(learningRate)),
    readLosses: () => Promise.resolve(losses),
  };
}

function find(lossAt: (rate: number) => number, optimizer: 'adam' | 'sgd' = 'adam') {
  const task = fitTask(createPlainBackend(), examples, { settings: { optimizer } });
  const model = Object.assign(Object.create(task.model) as Model, modelOf(lossAt));
  return findRate({ ...task, model }, quiet);
}

describe('rate finder', () => {
  it('raises the rate evenly on a logarithmic scale, to 1 or with SGD to 10', async () => {
    for (const [optimizer, most] of [
      ['adam', 1],
      ['sgd', 10],
    ] as const) {
      const { points } = await find(() => 1, optimizer);
      const growth = points.slice(1).map(({ rate }, i) => rate / points[i].rate);
      expect(points).toHaveLength(150);
      expect(points[0].rate).toBeCloseTo(1e-6, 12);
      expect(points[149].rate).toBeCloseTo(most, 6);
      for (const factor of growth) expect(factor).toBeCloseTo((most * 1e6) ** (1 / 149), 6);
    }
  });

  it('suggests a tenth of the rate at which the smoothed loss is least', async () => {
    const { points, suggested } = await find((rate) => (Math.log10(rate) + 2) ** 2 + 1);
    const least = points.reduce((a, b) => (b.loss < a.loss ? b : a));
    expect(suggested).toBe(least.rate / 10);
    expect(least.rate).toBeGreaterThan(0.01); // the mean lags behind
    expect(least.rate).toBeLessThan(0.05);
  });

  it('finds a rate that a bag learns with', async () => {
    const { suggested } = await findRate(fitTask(createPlainBackend(), examples), quiet);
    const settings = { epochs: 20, learningRate: suggested ?? 0 };
    const { best } = await fit(fitTask(createPlainBackend(), examples, { settings }));
    expect(best.record.validationAccuracy).toBeGreaterThan(0.7); // a third by chance
  });

  it('suggests nothing where the loss never falls', async () => {
    expect((await find(() => 1.5)).suggested).toBeNull();
    expect((await find((rate) => 1 + rate)).suggested).toBeNull();
  });

  it('ends where the loss is four times its best', async () => {
    const { points } = await find((rate) => (rate < 0.1 ? 1 : 100));
    const last = points[points.length - 1];
    expect(last.loss).toBeGreaterThan(4);
    expect(last.rate).toBeLessThan(0.15);
    for (const { loss } of points.slice(0, -1)) expect(loss).toBeLessThanOrEqual(4);
  });

  it('ends where the loss is no number, and leaves that out', async () => {
    const { points, suggested } = await find((rate) => (rate < 0.01 ? 2 - rate * 100 : NaN));
    expect(points.every(({ loss }) => Number.isFinite(loss))).toBe(true);
    expect(points.length).toBeLessThan(110);
    expect(suggested).toBeLessThan(0.001);
  });

  it('tells of the curve as it grows and ends when it is stopped', async () => {
    const curves: RateCurve[] = [];
    const hooks = {
      report: (curve: RateCurve) => void curves.push(curve),
      isStopped: () => curves.length === 3,
    };
    const found = await findRate(fitTask(createPlainBackend(), examples), hooks);
    expect(curves.map(({ points }) => points.length)).toEqual([5, 10, 15]);
    expect(found).toEqual(curves[2]);
  });
});
