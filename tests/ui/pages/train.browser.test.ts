import { describe, expect, it } from 'vitest';
import type { RunUpdate } from '../../../src/core/run';
import Evaluate from '../../../src/ui/pages/Evaluate.svelte';
import Train from '../../../src/ui/pages/Train.svelte';
import Use from '../../../src/ui/pages/Use.svelte';
import { A_DATASET, aRun } from '../a-run';
import { renderInApp } from '../in-app';

describe('a place that is not possible yet', () => {
  it.each([
    ['Train', Train, '#data'],
    ['Evaluate', Evaluate, '#train'],
    ['Use', Use, '#train'],
  ] as const)('%s says what it waits for, with the way there', async (_name, place, way) => {
    const { app, screen } = await renderInApp(place, {});
    app.datasets.isLoaded = true;
    await expect.element(screen.getByRole('link')).toHaveAttribute('href', way);
  });
});

describe('the place Train with a dataset', () => {
  async function show() {
    const { app, screen } = await renderInApp(Train, {});
    app.datasets.list = [A_DATASET];
    app.datasets.open('news');
    return { app, screen };
  }

  it('can be started at once, and says what will happen', async () => {
    const { screen } = await show();
    await expect.element(screen.getByTestId('headline')).toHaveTextContent('four classes');
    await expect.element(screen.getByTestId('train')).toBeEnabled();
  });

  it('cannot be started while a field is outside its limits, and says why', async () => {
    const { app, screen } = await show();
    await screen.getByText('Details:').click();
    const field = screen.getByTestId('option-train-epochs');
    await field.fill('0');
    await expect.element(screen.getByTestId('train')).toBeDisabled();
    await expect.element(screen.getByTestId('train')).toHaveAccessibleDescription(/outside/);
    await field.fill('3');
    await expect.element(screen.getByTestId('train')).toBeEnabled();
    expect(app.settings.run.train.epochs).toBe(3);
  });

  it('goes back to the defaults, refused fields included', async () => {
    const { app, screen } = await show();
    await screen.getByText('Details:').click();
    const usual = app.settings.run.train.epochs;
    await screen.getByTestId('option-model-width').fill('8');
    await screen.getByTestId('option-train-epochs').fill('0');
    await screen.getByTestId('reset').click();
    expect(app.settings.run.model).toMatchObject({ model: 'bag', width: 16 });
    await expect.element(screen.getByTestId('option-train-epochs')).toHaveValue(usual);
    await expect.element(screen.getByTestId('train')).toBeEnabled();
  });

  it('says that a finished run is no better than the commonest class', async () => {
    const { app, screen } = await show();
    app.runs.list = [aRun({ test: null, validation: { accuracy: 0.3, loss: 1.3, rows: 50 } })];
    await expect.element(screen.getByTestId('headline')).toHaveTextContent('No better than');
    await expect.element(screen.getByTestId('how-good')).toHaveTextContent('may be chance');
  });

  it('says whether two runs are told apart by more than chance', async () => {
    const { app, screen } = await show();
    const near = { accuracy: 0.89, loss: 0.4, rows: 100 };
    const far = { accuracy: 0.6, loss: 1, rows: 100 };
    app.runs.list = [aRun(), aRun({ id: 'run-0', number: 7, validation: near })];
    await expect
      .element(screen.getByTestId('how-good'))
      .toHaveTextContent('The difference to run 7 (1.0 points) is within chance on 100 rows.');
    app.runs.list = [aRun(), aRun({ id: 'run-0', number: 7, validation: far })];
    await expect.element(screen.getByTestId('how-good')).toHaveTextContent('is more than chance');
  });

  it('draws the news of a running training into the chart that is there', async () => {
    const { app, screen } = await show();
    const { curve, epochs, prepared } = aRun();
    const news = (from: number, to: number): RunUpdate => ({
      runId: 'run-2',
      phase: 'training',
      isPaused: false,
      step: to,
      steps: 16,
      epoch: Math.ceil(to / 4),
      rowsPerSecond: 900,
      secondsLeft: 2,
      points: curve.slice(from, to),
      epochs: epochs.slice(0, Math.floor(to / 4)),
    });
    const tell = (update: RunUpdate) => {
      app.runs.curve.follow(update);
      app.runs.live = update;
    };
    app.runs.liveDataset = A_DATASET;
    app.runs.liveSettings = app.settings.snapshot();
    app.runs.livePrepared = prepared;
    app.runs.isBusy = true;
    tell(news(0, 6));
    await expect.element(screen.getByTestId('headline')).toHaveTextContent('Learning to tell');
    await expect.element(screen.getByTestId('progress')).toHaveTextContent('900 rows a second');
    await expect.element(screen.getByText('validation 1.500')).toBeVisible();
    const canvas = screen.container.querySelector('canvas')!;
    tell(news(6, 12));
    await expect.element(screen.getByText('validation 0.500')).toBeVisible();
    expect(screen.container.querySelector('canvas')).toBe(canvas);
    expect(screen.getByTestId('epochs').getByRole('row').elements()).toHaveLength(1 + 3);
    tell({ ...news(12, 12), isPaused: true });
    await expect.element(screen.getByTestId('resume')).toBeEnabled();
    await expect.element(screen.getByTestId('headline')).toHaveTextContent('Paused');
  });

  it('draws and judges a run without rows to check on as such', async () => {
    const { app, screen } = await show();
    const run = aRun({ validation: null, test: null, testLook: null });
    run.prepared.rows = { train: 4, validation: 0, test: 0, testIsHeldOut: true, near: 0 };
    const nothing = { validationLoss: NaN, validationAccuracy: NaN };
    app.runs.list = [{ ...run, epochs: run.epochs.map((epoch) => ({ ...epoch, ...nothing })) }];
    await expect.element(screen.getByText(/^training \d/)).toBeVisible();
    await expect.element(screen.getByText(/so the last epoch is kept/)).toBeVisible();
    await expect.element(screen.getByTestId('how-good')).toHaveTextContent('too few');
    await expect.element(screen.getByText('NaN')).not.toBeInTheDocument();
    await expect.element(screen.getByText('best', { exact: true })).not.toBeInTheDocument();
  });

  it('keeps on show what was watched when it ends, though another dataset was opened', async () => {
    const { app, screen } = await show();
    app.datasets.list = [A_DATASET, { ...A_DATASET, id: 'other', name: 'other' }];
    app.runs.liveDataset = A_DATASET;
    app.runs.liveSettings = app.settings.snapshot();
    app.runs.isBusy = true;
    app.datasets.open('other');
    await expect.element(screen.getByTestId('headline')).toHaveTextContent('Getting the text');
    app.runs.list = [aRun()];
    app.runs.currentId = 'run-1';
    app.runs.isBusy = false;
    await expect.element(screen.getByTestId('headline')).toHaveTextContent('90.0');
    expect(app.datasets.currentId).toBe('news');
  });

  it('opens nothing when a preparation is cancelled', async () => {
    const { app, screen } = await show();
    const other = { ...A_DATASET, id: 'other', name: 'other' };
    app.datasets.list = [A_DATASET, other];
    app.runs.list = [aRun()];
    app.runs.currentId = 'run-1';
    app.datasets.open('other');
    app.runs.liveDataset = other;
    app.runs.isBusy = true;
    await expect.element(screen.getByTestId('progress')).toBeVisible();
    app.runs.isBusy = false;
    await expect.element(screen.getByTestId('headline')).toHaveTextContent('Ready to learn');
    expect(app.datasets.currentId).toBe('other');
  });

  it('does not offer to delete a run that goes on in another tab', async () => {
    const { app, screen } = await show();
    app.runs.list = [aRun({ status: 'running', test: null })];
    await expect.element(screen.getByTestId('headline')).toHaveTextContent('another tab');
    await expect
      .element(screen.getByRole('button', { name: 'Delete run 1' }))
      .not.toBeInTheDocument();
  });

  it('asks before a run is deleted', async () => {
    const { app, screen } = await show();
    app.runs.list = [aRun()];
    await screen.getByRole('button', { name: 'Delete run 1' }).click();
    await expect.element(screen.getByText('Delete run 1 with its model?')).toBeVisible();
    await screen.getByRole('button', { name: 'Keep' }).click();
    await expect.element(screen.getByRole('button', { name: 'Delete run 1' })).toBeVisible();
  });
});

describe('the place Evaluate', () => {
  it('names the finding, its interval, and how often the test part was looked at', async () => {
    const { app, screen } = await renderInApp(Evaluate, {});
    app.datasets.list = [{ ...A_DATASET, testLooks: 3 }];
    app.runs.list = [aRun({ testLook: 2 })];
    await expect
      .element(screen.getByTestId('headline'))
      .toHaveTextContent('Nine in ten right; Business and Sci/Tech blur');
    await expect.element(screen.getByTestId('test-accuracy')).toHaveTextContent('90.0');
    await expect.element(screen.getByTestId('test-interval')).toHaveTextContent('86.7');
    const looks = screen.getByTestId('looks');
    await expect.element(looks).toHaveTextContent('second look');
    await expect.element(looks).toHaveTextContent('3 looks in all');
  });

  it('keeps the figures of a deleted dataset, and says that its rows are gone', async () => {
    const { app, screen } = await renderInApp(Evaluate, {});
    app.runs.list = [aRun()];
    app.datasets.isLoaded = true;
    await expect.element(screen.getByTestId('test-accuracy')).toHaveTextContent('90.0');
    await expect.element(screen.getByTestId('test')).toBeDisabled();
    await screen.getByTestId('cell-0-0').click();
    await expect.element(screen.getByTestId('rows-gone')).toHaveTextContent('was deleted');
    expect(app.faults.shown).toBeNull();
  });

  it('does not speak of a seal where there is nothing to test on', async () => {
    const { app, screen } = await renderInApp(Evaluate, {});
    app.datasets.list = [A_DATASET];
    const run = aRun({ validation: null, test: null, testLook: null });
    run.prepared.rows = { train: 4, validation: 0, test: 0, testIsHeldOut: true, near: 0 };
    app.runs.list = [run];
    await expect.element(screen.getByTestId('headline')).toHaveTextContent('nothing to test it on');
    await expect.element(screen.getByTestId('looks')).not.toHaveTextContent('sealed');
  });

  it('keeps the test part sealed until it is asked to open it', async () => {
    const { app, screen } = await renderInApp(Evaluate, {}, 'zh');
    app.datasets.list = [A_DATASET];
    app.runs.list = [aRun({ test: null, testLook: null })];
    await expect.element(screen.getByTestId('headline')).toHaveTextContent('还没有测试');
    await expect.element(screen.getByTestId('test')).toBeEnabled();
    expect(screen.getByTestId('test-accuracy').query()).toBeNull();
  });
});
