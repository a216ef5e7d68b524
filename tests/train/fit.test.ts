// Training in plain loops: it learns, repeats itself, stops, pauses, refits and says when it went astray.
import { describe, expect, it } from 'vitest';
import { faultOf } from '../../src/core/errors';
import { createPlainBackend } from '../../src/nn/plain';
import { fit, type FitTask, type Fitted } from '../../src/train/fit';
import type { TrainNews } from '../../src/train/reporter';
import { validate } from '../../src/train/validate';
import { randomExamples } from '../nn/random-examples';
import { fitTask, learnable } from './task';

const SIZES = { rows: 400, tableRows: 60, classes: 3, mostFeatures: 9 };
const examples = learnable(randomExamples(SIZES), 3);

function run(changes: Parameters<typeof fitTask>[2]): Promise<Fitted> {
  return fit(fitTask(createPlainBackend(), examples, changes));
}

describe('fit', () => {
  it('overfits 8 examples to a loss below 0.01', async () => {
    const eight = randomExamples({ rows: 8, tableRows: 200, classes: 4, mostFeatures: 9 }, 5);
    const rows = Uint32Array.of(0, 1, 2, 3, 4, 5, 7); // row 6 has no features
    const settings = { epochs: 200, batchSize: 8, learningRate: 0.1 };
    const parts = { rows, validation: new Uint32Array(0), dropout: 0 };
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

  it('ends with the step at which the loss was no number, and puts the last good weights back', async () => {
    const task = fitTask(createPlainBackend(), examples, { settings: { learningRate: 1e38 } });
    const error: unknown = await fit(task).catch((reason: unknown) => reason);
    expect(faultOf(error).key).toBe('train.notFinite');
    expect((error as Error).name).toBe('bad-config');
  });

  it('takes the last epoch where there is no validation part', async () => {
    const { best, state } = await run({ validation: new Uint32Array(0) });
    expect(best.record.epoch).toBe(4);
    expect(state.epochs[0].validationAccuracy).toBeNaN();
  });
});
