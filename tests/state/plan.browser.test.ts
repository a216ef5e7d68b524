// What the page finds out about the next run before it begins, over the real workers.
import { beforeEach, describe, expect, it } from 'vitest';
import type { Dataset } from '../../src/core/types';
import { PRESETS } from '../../src/models/config';
import { App } from '../../src/state/app.svelte';
import { freshStore } from '../store/samples';
import { aRun } from '../ui/a-run';

beforeEach(async () => {
  (await freshStore()).close();
  localStorage.clear();
});

async function withSample(): Promise<{ app: App; dataset: Dataset }> {
  const app = new App();
  app.settings.chooseTier('wasm');
  const dataset = await app.datasets.importSample('english');
  app.settings.follow(dataset!);
  return { app, dataset: dataset! };
}

describe('the plan of a run', () => {
  it('is estimated at most before the words are counted, and exactly from then on', async () => {
    const { app, dataset } = await withSample();
    app.settings.choosePreset(PRESETS.find(({ name }) => name === 'linear')!);
    app.settings.change('train', 'epochs', 1);
    const settings = app.settings.snapshot();
    app.plan.follow(dataset, settings);
    await expect.poll(() => app.plan.estimate).toMatchObject({ isExact: false });
    const { parameters } = (await app.runs.start(dataset, settings))!;
    app.plan.follow(dataset, settings);
    await expect.poll(() => app.plan.estimate?.isExact).toBe(true);
    expect(app.plan.estimate).toMatchObject({ parameters });
  });

  it('does one trial at a time, refuses a training meanwhile, and stops when settings change', async () => {
    const { app, dataset } = await withSample();
    app.settings.choosePreset(PRESETS.find(({ name }) => name === 'lstm')!);
    app.settings.change('model', 'units', 32);
    const settings = app.settings.snapshot();
    app.plan.follow(dataset, settings);
    const trying = app.plan.findRate(dataset, settings);
    const hasBegun = () => (app.plan.rateCurve?.points.length ?? 0) > 0;
    await expect.poll(hasBegun, { timeout: 20_000 }).toBe(true);
    await app.plan.measure(dataset, settings);
    expect(app.plan.expectation).toBeNull();
    expect(await app.runs.start(dataset, settings)).toBeNull();
    expect(app.faults.shown?.fault.key).toBe('train.busy');
    settings.train.learningRate /= 2;
    app.plan.follow(dataset, settings);
    await trying;
    expect(app.plan.rateCurve).toBeNull();
    expect(app.plan.isTrying).toBe(false);
    expect(app.runs.list).toEqual([]);
  });

  it('refuses what contradicts itself, and a start from a run that was deleted', async () => {
    const { app, dataset } = await withSample();
    app.runs.list = [aRun({ id: 'source' })];
    app.settings.goOn(app.runs.list[0]);
    app.plan.follow(dataset, app.settings.snapshot());
    expect(app.plan.refusals).toEqual([]);
    app.runs.list = [];
    app.plan.follow(dataset, app.settings.snapshot());
    expect(app.plan.refusals.map(({ key }) => key)).toEqual(['start.gone']);
    expect(await app.runs.start(dataset, app.settings.snapshot())).toBeNull();
    expect(app.faults.shown?.fault.key).toBe('start.gone');
    app.settings.startFrom(null);
    app.settings.aim({ kind: 'two', first: '1', second: '1' });
    app.plan.follow(dataset, app.settings.snapshot());
    expect(app.plan.refusals.map(({ key }) => key)).toEqual(['target.same']);
    expect(app.plan.estimate).toBeNull();
  });
});
