// Every model through the workers: trained, asked, fine-tuned, aimed at other classes, tried out, and gone astray.
import { beforeEach, describe, expect, it } from 'vitest';
import { faultOf } from '../../src/core/errors';
import type { ModelSettings, RunSettings, TrainSettings } from '../../src/core/settings';
import { DEFAULT_MODELS } from '../../src/models/config';
import type { Store } from '../../src/store/db';
import { getModel, listRuns } from '../../src/store/runs';
import { predict } from '../../src/workers/answering';
import { testRun } from '../../src/workers/testing';
import { estimateModel, findLearningRate, measureTraining } from '../../src/workers/trials';
import { freshStore } from '../store/samples';
import { bring, lessonOf, settingsOf, trainOn } from './lesson';

let store: Store;
beforeEach(async () => {
  store = await freshStore();
});

const { bag, linear, mlp, cnn, lstm } = DEFAULT_MODELS;
const SMALL: Record<ModelSettings['model'], ModelSettings> = {
  bag: { ...bag, width: 8 },
  linear,
  mlp: { ...mlp, units: 8, dropout: 0.2 },
  cnn: { ...cnn, width: 8, filters: 8, shortest: 1, longest: 2, dropout: 0.2 },
  lstm: { ...lstm, width: 8, units: 8 },
};
const TEXT: RunSettings['text'] = { ...settingsOf({}).text, minCount: 1, maxLength: 16 };

/** Settings of a small model that learns within seconds. */
function learning(
  model: ModelSettings,
  train: Partial<TrainSettings> = {},
  changes: Partial<RunSettings> = {},
): RunSettings {
  const { target, start } = changes;
  const kept = { ...(target && { target }), ...(start && { start }) };
  return settingsOf({ epochs: 8, learningRate: 0.02, ...train }, { model, text: TEXT, ...kept });
}

function faultIn(job: Promise<unknown>) {
  return job.then(
    () => null,
    (error: unknown) => faultOf(error),
  );
}

describe.each(Object.values(SMALL))('a small $model', (model) => {
  it('learns, is tested, answers a text, and can be tested again', async () => {
    const dataset = await bring(200, 40);
    const run = await trainOn(dataset, learning(model));
    expect(run).toMatchObject({ status: 'finished', reused: null, stoppedEarly: false });
    expect(run.test!.accuracy).toBeGreaterThan(0.75);
    const own = await lessonOf(dataset, run.settings);
    const { parameters, isExact } = await estimateModel(dataset, run.settings, own.prepared);
    expect([parameters, isExact]).toEqual([run.parameters, true]);
    const { probabilities } = await predict(run.id, 'c1w0 c1w1 c1w2 c1w3 c1w4 c1w5');
    expect(probabilities[1]).toBeGreaterThan(0.5);
    expect(probabilities[0] + probabilities[1]).toBeCloseTo(1, 4);
    expect((await testRun(run.id)).test).toEqual(run.test);
  });

  it('goes on from where a run stood, which its account says', async () => {
    const dataset = await bring(200, 40);
    const first = await trainOn(dataset, learning(model));
    const start = { runId: first.id, tableRate: 0, bodyRate: 0 };
    const next = await trainOn(
      dataset,
      learning(model, { epochs: 1, learningRate: 0.000001 }, { start }),
    );
    expect(next.validation!.accuracy).toBe(first.validation!.accuracy);
    expect(next.validation!.loss).toBeCloseTo(first.validation!.loss, 4);
    const { parts, fresh, run } = next.reused!;
    expect([run, fresh]).toEqual([1, []]);
    expect(parts.reduce((sum, { numbers }) => sum + numbers, 0)).toBe(next.parameters);
    for (const { name, rate } of parts)
      expect([name, rate]).toEqual([name, Number(name === 'head')]);
  });
});

describe('a run that goes on from another', () => {
  const start = { runId: '', tableRate: 1, bodyRate: 0.5 };

  it('gets a new head where the classes are others', async () => {
    const dataset = await bring(240, 0, 3);
    const { id } = await trainOn(dataset, learning(SMALL.cnn));
    const target = { kind: 'one', first: '2', second: '' } as const;
    const settings = learning(SMALL.cnn, {}, { target, start: { ...start, runId: id } });
    const next = await trainOn(dataset, settings);
    expect(next.classes).toEqual(['¬ 2', '2']);
    expect(next.reused!.parts.map(({ name, rate }) => [name, rate])).toEqual([
      ['table', 1],
      ['body', 0.5],
    ]);
    expect(next.reused!.fresh.map(({ name }) => name)).toEqual(['head']);
    expect(next.test!.accuracy).toBeGreaterThan(0.75);
  });

  it('names as fresh what has another size than there', async () => {
    const dataset = await bring(60, 0);
    const { id } = await trainOn(dataset, learning(SMALL.lstm, { epochs: 1 }));
    const wider = { ...lstm, width: 8, units: 12 };
    const settings = learning(wider, { epochs: 1 }, { start: { ...start, runId: id } });
    const { reused } = await trainOn(dataset, settings);
    expect(reused!.parts.map(({ name }) => name)).toEqual(['table']);
    expect(reused!.fresh.map(({ name }) => name)).toEqual(['body', 'head']);
  });

  it('reads the terms that were chosen there', async () => {
    const dataset = await bring(200, 20);
    const chosen = { ...mlp, units: 8, inputs: 40 };
    const first = await trainOn(dataset, learning(chosen));
    const settings = learning(chosen, { epochs: 1 }, { start: { ...start, runId: first.id } });
    const next = await trainOn(dataset, settings);
    const factsOf = async (id: string) => (await getModel(store, id)).parameters['feature weights'];
    expect(await factsOf(next.id)).toEqual(await factsOf(first.id));
    const fewer = { ...learning({ ...chosen, inputs: 20 }, { epochs: 1 }), start: settings.start };
    const { reused } = await trainOn(dataset, fewer);
    expect(reused!.fresh.map(({ name }) => name)).toEqual(['table']);
  });

  it('is refused with another model', async () => {
    const dataset = await bring(60, 0);
    const { id } = await trainOn(dataset, learning(SMALL.bag, { epochs: 1 }));
    const other = learning(SMALL.linear, {}, { start: { ...start, runId: id } });
    expect(await faultIn(trainOn(dataset, other))).toMatchObject({ key: 'start.other' });
    expect(await listRuns(store)).toHaveLength(1);
  });
});

describe('a target', () => {
  it('of two classes leaves the rows of all others out, and counts its own', async () => {
    const dataset = await bring(240, 60, 3);
    const target = { kind: 'two', first: '2', second: '0' } as const;
    const run = await trainOn(dataset, learning(SMALL.bag, {}, { target }));
    expect(run.classes).toEqual(['2', '0']);
    const { train, validation, test } = run.prepared.rows;
    expect([train + validation, test]).toEqual([120, 40]); // a row that stands in test too is left out of train
    expect([run.validation!.rows, run.test!.rows]).toEqual([validation, 40]);
    expect(run.test!.accuracy).toBeGreaterThan(0.75);
    expect((await testRun(run.id)).test).toEqual(run.test);
  });

  it.each(['sigmoid', 'hinge'] as const)(
    'of one class learns with one output and %s',
    async (loss) => {
      const dataset = await bring(240, 60, 3);
      const target = { kind: 'one', first: '1', second: '' } as const;
      const run = await trainOn(dataset, learning({ ...mlp, units: 8, loss }, {}, { target }));
      expect(run.test!.perClass.map(({ support }) => support)).toEqual([40, 20]);
      expect(run.test!.accuracy).toBeGreaterThan(0.8);
    },
  );

  it('that names no class is refused', async () => {
    const dataset = await bring(40, 0);
    const target = { kind: 'one', first: '7', second: '' } as const;
    const fault = await faultIn(trainOn(dataset, learning(SMALL.bag, {}, { target })));
    expect(fault).toEqual({ key: 'target.unknown', values: { found: '7' } });
  });
});

describe('a trial', () => {
  it('tells how long the whole would take, and keeps nothing', async () => {
    const dataset = await bring(200, 20);
    const lesson = await lessonOf(dataset, learning(SMALL.mlp, { epochs: 4 }));
    const { rowsPerSecond, stepMs, seconds } = await measureTraining(lesson);
    const rows = lesson.prepared.rows.train;
    expect(rowsPerSecond * stepMs).toBeCloseTo((1000 * rows) / Math.ceil(rows / 8), 0);
    expect(seconds).toBeGreaterThan((0.999 * 4 * rows) / rowsPerSecond);
    expect(seconds).toBeLessThan(60);
    expect(await listRuns(store)).toEqual([]);
  });

  it('finds a rate between the ends that were tried, and stops when it is told to', async () => {
    const lesson = await lessonOf(await bring(200, 20), learning(SMALL.linear));
    const { points, suggested } = await findLearningRate(
      lesson,
      () => undefined,
      () => false,
    );
    expect(suggested).toBeGreaterThan(points[0].rate);
    expect(suggested).toBeLessThan(points.at(-1)!.rate);
    let asked = 0;
    const short = await findLearningRate(
      lesson,
      () => undefined,
      () => asked++ >= 20,
    );
    expect(short.points).toHaveLength(20);
  });

  it('bounds the size of what is not prepared yet', async () => {
    const dataset = await bring(200, 20);
    for (const model of Object.values(SMALL)) {
      const settings = learning(model);
      const { prepared } = await lessonOf(dataset, settings);
      const most = await estimateModel(dataset, settings, null);
      const exact = await estimateModel(dataset, settings, prepared);
      expect(most.isExact).toBe(false);
      expect(most.parameters).toBeGreaterThanOrEqual(exact.parameters);
      expect(most.parameters).toBeLessThan(50_000); // and not what the limits would allow
      expect(most.memoryBytes).toBeGreaterThanOrEqual(exact.memoryBytes);
    }
  });
});

describe('a training', () => {
  it('whose loss is no number any more ends with that fault, and none is left as running', async () => {
    const dataset = await bring(120, 0);
    const model: ModelSettings = { ...mlp, units: 16, layers: 2, loss: 'hinge' };
    const settings = learning(model, { optimizer: 'sgd', learningRate: 10, epochs: 20 });
    expect(await faultIn(trainOn(dataset, settings))).toMatchObject({ key: 'train.notFinite' });
    const runs = await listRuns(store);
    expect(runs.map(({ status, fault }) => [status, fault?.key])).toEqual([
      ['failed', 'train.notFinite'],
    ]);
    if (runs[0].bestEpoch === null) await expect(getModel(store, runs[0].id)).rejects.toThrow();
    expect(await trainOn(dataset, learning(SMALL.mlp, { epochs: 1 }))).toMatchObject({
      status: 'finished',
    });
  });

  it('ends by itself when its patience is lost, and keeps the best epoch', async () => {
    const dataset = await bring(120, 0);
    const settings = learning(SMALL.mlp, { epochs: 60, learningRate: 0.3, patience: 2 });
    const run = await trainOn(dataset, settings);
    expect(run).toMatchObject({ status: 'finished', stoppedEarly: true });
    expect(run.epochs.length).toBe(run.bestEpoch! + 2);
    expect(run.epochs.length).toBeLessThan(60);
  });
});
