// Training in plain loops: it learns, repeats itself, stops, pauses, refits and says when it went astray.
import { describe, expect, it } from 'vitest';
import { faultOf } from '../../src/core/errors';
import type { Model, Weights } from '../../src/models/model';
import { createPlainBackend } from '../../src/nn/plain';
import { factsOf } from '../../src/train/facts';
import { fit, type FitTask, type Fitted } from '../../src/train/fit';
import type { TrainNews } from '../../src/train/reporter';
import type { BestEpoch } from '../../src/train/task';
import { validate } from '../../src/train/validate';
import { randomExamples } from '../nn/random-examples';
import { fitTask, learnable, type TaskChanges } from './task';

const SIZES = { rows: 400, tableRows: 60, classes: 3, mostFeatures: 9 };
const examples = learnable(randomExamples(SIZES), 3);

function run(changes: TaskChanges): Promise<Fitted> {
  return fit(fitTask(createPlainBackend(), examples, changes));
}

/** Makes every answer of a model no number. */
async function poison(model: Model): Promise<void> {
  const { bias } = await model.exportWeights();
  await model.importWeights({ bias: { ...bias, values: bias.values.map(() => NaN) } });
}

describe('fit', () => {
  it('overfits 8 examples to a loss below 0.01', async () => {
    const eight = randomExamples({ rows: 8, tableRows: 200, classes: 4, mostFeatures: 9 }, 5);
    const rows = Uint32Array.of(0, 1, 2, 3, 4, 5, 7); // row 6 has no features
    const settings = { epochs: 200, batchSize: 8, learningRate: 0.1 };
    const parts = { rows, validation: new Uint32Array(0), featureDropout: 0 };
    const { state } = await fit(fitTask(createPlainBackend(), eight, { ...parts, settings }));
    expect(state.epochs[199].trainLoss).toBeLessThan(0.01);
  });

  it('learns what can be learned, and keeps the epoch that validates best', async () => {
    const task = fitTask(createPlainBackend(), examples, {
      settings: { epochs: 20, learningRate: 0.05 },
    });
    const { best, state, weights } = await fit(task);
    expect(best.record.validationAccuracy).toBeGreaterThan(0.8);
    const accuracies = state.epochs.map(({ validationAccuracy }) => validationAccuracy);
    expect(best.record.validationAccuracy).toBe(Math.max(...accuracies));
    const again = await validate(task.model, examples, task.validation);
    expect(again.accuracy).toBe(best.record.validationAccuracy);
    expect(await task.model.exportWeights()).toEqual(weights);
  });

  it('gives the same losses and weights for the same seed, and others for another', async () => {
    const [one, two, other] = [await run({}), await run({}), await run({ settings: { seed: 2 } })];
    expect(one.state.curve).toEqual(two.state.curve);
    expect(one.weights).toEqual(two.weights);
    expect(one.state.curve).not.toEqual(other.state.curve);
  });

  it('has a point of the curve for each step of a short training', async () => {
    const { state } = await run({});
    expect(state.curve.map(({ step }) => step)).toEqual(
      Array.from({ length: state.steps }, (_, i) => i + 1),
    );
    expect(state.step).toBe(state.steps);
    expect(state.steps).toBe(4 * 20);
  });

  it('ends soon after a stop, with the epoch judged and the best weights kept', async () => {
    let steps = 0;
    const hooks = {
      ...fitTask(createPlainBackend(), examples).hooks,
      isStopped: () => ++steps > 25,
    };
    const { state, best, isRefitted } = await run({ hooks, settings: { refit: true } });
    expect(state.isStopped).toBe(true);
    expect(state.step).toBe(26);
    expect(state.epochs).toHaveLength(2);
    expect([1, 2]).toContain(best.record.epoch);
    expect(isRefitted).toBe(false);
  });

  it('stands still during a pause and tells of it', async () => {
    const news: TrainNews[] = [];
    let resume = () => {};
    let pause: Promise<void> | null = null;
    let steps = 0;
    const hooks: FitTask['hooks'] = {
      ...fitTask(createPlainBackend(), examples).hooks,
      report: (item) => news.push(item),
      pause: () => {
        if (++steps === 10) pause = new Promise((end) => (resume = end));
        return pause;
      },
    };
    const training = run({ hooks });
    await new Promise((end) => setTimeout(end, 200));
    expect(news.at(-1)).toMatchObject({ isPaused: true, step: 10 });
    pause = null;
    resume();
    const { state, seconds } = await training;
    expect(state.step).toBe(80);
    expect(seconds).toBeLessThan(0.2 + 0.1);
    expect(news.at(-1)).toMatchObject({ isPaused: false, step: 80, epoch: 4 });
    expect(news.flatMap(({ points }) => points)).toEqual(state.curve);
  });

  it('refits on train and validation for as many epochs as were best', async () => {
    const phases = new Set<string>();
    const hooks = fitTask(createPlainBackend(), examples).hooks;
    const report = ({ phase }: TrainNews) => phases.add(phase);
    const settings = { refit: true };
    const refitted = await run({ hooks: { ...hooks, report }, settings });
    expect(refitted.isRefitted).toBe(true);
    expect([...phases]).toEqual(['training', 'validating', 'refitting']);
    expect(refitted.weights).not.toEqual(refitted.best.weights);
    expect(refitted.state.epochs).toHaveLength(4);
  });

  it('ends with the step at which the loss was no number, and begins anew where nothing was good', async () => {
    const task = fitTask(createPlainBackend(), examples, { settings: { learningRate: 1e38 } });
    const error: unknown = await fit(task).catch((reason: unknown) => reason);
    expect(faultOf(error)).toEqual({ key: 'train.notFinite', values: { step: 2 } });
    expect((error as Error).name).toBe('bad-config');
    const fresh = fitTask(createPlainBackend(), examples);
    fresh.model.initialise(1, factsOf(fresh));
    expect(await task.model.exportWeights()).toEqual(await fresh.model.exportWeights());
  });

  it('puts the best epoch back when the loss is no number later', async () => {
    const task = fitTask(createPlainBackend(), examples);
    const kept: BestEpoch[] = [];
    const saveEpoch: FitTask['hooks']['saveEpoch'] = async (_, best) => {
      if (best) kept.push(best);
      if (best?.record.epoch === 1) await poison(task.model);
    };
    const error: unknown = await fit({ ...task, hooks: { ...task.hooks, saveEpoch } }).catch(
      (reason: unknown) => reason,
    );
    expect(faultOf(error)).toEqual({ key: 'train.notFinite', values: { step: 21 } });
    expect(kept).toHaveLength(1);
    expect(await task.model.exportWeights()).toEqual(kept[0].weights);
  });

  it('puts the weights of a step at most 300 back within a long first epoch', async () => {
    const settings = { batchSize: 1, epochs: 1 };
    const task = fitTask(createPlainBackend(), examples, { settings });
    let steps = 0;
    let poisoned: Promise<void> | null = null;
    const pause = () => {
      if (++steps === 310) poisoned = poison(task.model);
      return poisoned;
    };
    const error: unknown = await fit({ ...task, hooks: { ...task.hooks, pause } }).catch(
      (reason: unknown) => reason,
    );
    expect(faultOf(error)).toEqual({ key: 'train.notFinite', values: { step: 311 } });
    const restored = await task.model.exportWeights();
    const until300 = fitTask(createPlainBackend(), examples, { settings });
    let step = 0;
    const expected = new Promise<Weights>((resolve) => {
      const isStopped = () => {
        if (++step === 300) resolve(until300.model.exportWeights());
        return step === 300;
      };
      void fit({ ...until300, hooks: { ...until300.hooks, isStopped } });
    });
    expect(restored).toEqual(await expected);
  });

  it('ends when patience runs out, and keeps the best epoch', async () => {
    const { state, best } = await run({ settings: { epochs: 60, patience: 2, learningRate: 0.2 } });
    expect(state.stoppedEarly).toBe(true);
    expect(state.isStopped).toBe(false);
    expect(state.epochs.length).toBe(best.record.epoch + 2);
    expect(state.epochs.length).toBeLessThan(60);
    const patient = await run({ settings: { patience: 0 } });
    expect(patient.state.stoppedEarly).toBe(false);
  });

  it('starts from given weights, and so does its refit', async () => {
    const first = await run({});
    const { table, ...others } = first.weights;
    const frozenRate = { learningRate: 0 };
    const start = { table };
    const again = await run({ start, settings: { ...frozenRate, refit: true } });
    expect(again.isRefitted).toBe(true);
    expect(again.weights.table).toEqual(table);
    expect(again.weights.weights).not.toEqual(others.weights);
  });

  it('reads all rows at every step where batches are full', async () => {
    const { state } = await run({ settings: { fullBatch: true, epochs: 3 } });
    expect(state.step).toBe(3);
    expect(state.rows).toBe(3 * 320);
  });

  it('takes the last epoch where too few rows are kept aside to choose by', async () => {
    const few = Uint32Array.from([1, 2, 3]);
    const { best, state } = await run({ validation: few });
    expect(best.record).toEqual(state.epochs.at(-1));
  });

  it('takes the last epoch where there is no validation part', async () => {
    const { best, state } = await run({ validation: new Uint32Array(0) });
    expect(best.record.epoch).toBe(4);
    expect(state.epochs[0].validationAccuracy).toBeNaN();
  });
});
