import { beforeEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import type { Run } from '../../../../src/core/run';
import type { ModelSettings, RunSettings } from '../../../../src/core/settings';
import { DEFAULT_MODELS } from '../../../../src/models/config';
import { settingsToHash } from '../../../../src/state/link';
import Train from '../../../../src/ui/pages/Train.svelte';
import { A_DATASET, aRun } from '../../a-run';
import { renderInApp } from '../../in-app';

/** A run with other settings than the first ones. */
function runWith(number: number, change: Partial<RunSettings>, rest: Partial<Run> = {}): Run {
  const run = aRun({ id: `run-${number}`, number, createdAt: number * 1000, ...rest });
  return { ...run, settings: { ...run.settings, ...change } };
}

function seeded(seed: number): Partial<RunSettings> {
  return { train: { ...aRun().settings.train, seed } };
}

const LSTM: ModelSettings = { ...DEFAULT_MODELS.lstm, units: 64 };

async function show(runs: Run[], code: 'en' | 'zh' = 'en') {
  const { app, screen } = await renderInApp(Train, {}, code);
  app.datasets.list = [A_DATASET, { ...A_DATASET, id: 'other', name: 'other' }];
  app.datasets.open('news');
  app.runs.list = runs;
  app.runs.currentId = runs[0]?.id ?? null;
  await expect.element(screen.getByTestId('compare')).toBeVisible();
  const table = screen.getByTestId('compare-table').element();
  const rows = () =>
    Array.from(table.querySelectorAll('tbody tr'), (row) =>
      (row.textContent ?? '').replace(/\s+/g, ' ').trim(),
    );
  return { app, screen, rows };
}

beforeEach(async () => {
  await page.viewport(1280, 900);
  history.replaceState(null, '', '#train');
});

describe('runs side by side', () => {
  it('name only the settings that are not the same in all of them', async () => {
    const { rows } = await show([
      runWith(3, { ...seeded(1), model: LSTM }),
      runWith(2, seeded(2)),
      runWith(1, seeded(1)),
    ]);
    expect(rows()[0]).toContain('3 LSTM Seed 1');
    expect(rows()[1]).toContain('2 bag of n-grams Seed 2');
    expect(rows()[1]).not.toContain('Width');
    expect(rows()[0]).not.toContain('Units'); // no other LSTM to differ from
  });

  it('can be sorted by each column, those without a value last', async () => {
    const judged = (accuracy: number) => ({ validation: { accuracy, loss: 1, rows: 100 } });
    const { rows, screen } = await show([
      runWith(3, {}, { validation: null }),
      runWith(2, {}, judged(0.8)),
      runWith(1, {}, judged(0.9)),
    ]);
    const order = () => rows().map((row) => row[0]);
    expect(order()).toEqual(['3', '2', '1']);
    const header = screen
      .getByTestId('compare-table')
      .getByRole('columnheader', { name: 'validation' });
    await header.getByRole('button').click();
    expect(order()).toEqual(['1', '2', '3']);
    await expect.element(header).toHaveAttribute('aria-sort', 'descending');
    await header.getByRole('button').click();
    expect(order()).toEqual(['2', '1', '3']);
    await page.viewport(390, 800);
    await screen.getByTestId('compare-sort').selectOptions('run');
    expect(order()).toEqual(['3', '2', '1']);
  });

  it('are drawn over each other, the newest four at first, and others by choice', async () => {
    const { screen } = await show([5, 4, 3, 2, 1].map((n) => runWith(n, seeded(n))));
    const picture = screen.getByTestId('run-curves');
    await expect.element(picture.getByText('run 5 0.375')).toBeVisible();
    await expect.element(picture.getByText(/^run 1 /)).not.toBeInTheDocument();
    await screen.getByRole('checkbox', { name: 'Show run 1 in the picture' }).click();
    await screen.getByRole('checkbox', { name: 'Show run 5 in the picture' }).click();
    await expect.element(picture.getByText('run 1 0.375')).toBeVisible();
    await expect.element(picture.getByText(/^run 5 /)).not.toBeInTheDocument();
    await screen.getByTestId('curves-measure').selectOptions('accuracy on validation');
    await expect.element(picture.getByText('run 1 90.0')).toBeVisible();
    await screen.getByTestId('curves-axis').selectOptions('rows read');
    await expect
      .element(picture.getByRole('img'))
      .toHaveAccessibleName(/^The curves of runs 4, 3, 2 and 1 over each other\./);
  });

  it('are at most eight in the picture, and forty in the table when asked for', async () => {
    const { screen, rows } = await show(
      Array.from({ length: 40 }, (_, i) => runWith(40 - i, seeded(i))),
    );
    expect(rows()).toHaveLength(12);
    for (const n of [36, 35, 34, 33])
      await screen.getByRole('checkbox', { name: `Show run ${n} in the picture` }).click();
    await expect.element(screen.getByRole('checkbox', { name: 'run 32 in' })).toBeDisabled();
    await expect.element(screen.getByText('At most 8 at once.')).toBeVisible();
    const compare = screen.getByTestId('compare');
    await compare.getByRole('button', { name: 'Show all 40 runs' }).click();
    expect(rows()).toHaveLength(40);
  });

  it('need a second run on the dataset; those of others are a press away', async () => {
    const { screen, rows } = await show([
      runWith(2, {}),
      runWith(1, {}, { datasetId: 'other', datasetName: 'other' }),
    ]);
    await expect.element(screen.getByText(/only one run on this dataset/)).toBeVisible();
    expect(rows()).toHaveLength(1);
    await screen.getByTestId('compare-scope').selectOptions('on all datasets');
    expect(rows()).toHaveLength(2);
    expect(rows()[1]).toContain('other');
  });

  it('say that different losses are no common measure', async () => {
    const hinge: ModelSettings = { ...DEFAULT_MODELS.linear, loss: 'hinge' };
    const { screen } = await show([runWith(2, { model: hinge }), runWith(1, {})]);
    await expect.element(screen.getByText(/compare their accuracy/)).toBeVisible();
  });
});

describe('the settings of a run', () => {
  it('are taken into the form', async () => {
    const { app, screen } = await show([runWith(2, { model: LSTM }), runWith(1, {})]);
    await screen.getByRole('button', { name: 'Use these settings, of run 2' }).click();
    expect(app.settings.snapshot().model).toEqual(LSTM);
    await expect.element(screen.getByText('The settings of run 2 are in the form.')).toBeVisible();
  });

  it('come from a link, with the way back', async () => {
    const { app, screen } = await show([runWith(1, {})]);
    const before = app.settings.snapshot();
    location.hash = settingsToHash({ ...before, model: LSTM });
    await expect.element(screen.getByTestId('link-taken')).toBeVisible();
    expect(app.settings.snapshot().model).toEqual(LSTM);
    expect(location.hash).toBe('#train');
    await screen.getByRole('button', { name: 'Back to the settings before' }).click();
    expect(app.settings.snapshot()).toEqual(before);
  });

  it('stay as they are when a part of a link is wrong, which is named', async () => {
    const { app, screen } = await show([runWith(1, {})]);
    const before = app.settings.snapshot();
    location.hash = '#train?model=lstm&model.units=9999&<b>=1';
    const note = screen.getByTestId('link-refused');
    await expect.element(note).toHaveTextContent('“9999” is no possible value of Units');
    await expect.element(note).toHaveTextContent('is no setting of this model');
    expect(app.settings.snapshot()).toEqual(before);
    expect(location.hash).toBe('#train');
  });
});

describe('the TF-IDF line', () => {
  const line = runWith(2, { model: DEFAULT_MODELS.linear });

  it('can be trained where there is none', async () => {
    const { app, screen } = await show([runWith(1, {})]);
    await screen.getByTestId('train-line').click();
    await expect.poll(() => app.runs.liveSettings?.model.model).toBe('linear');
    expect(app.runs.liveSettings?.split).toEqual(runWith(1, {}).settings.split);
  });

  it('is another one for runs that were cleaned, divided or aimed otherwise', async () => {
    const split = { ...aRun().settings.split, seed: 9 };
    const { screen } = await show([runWith(3, { split }), line]);
    await expect.element(screen.getByTestId('train-line')).toBeVisible();
  });

  it('says that it is the line, and waits for the test of the others', async () => {
    const { app, screen } = await show([line, runWith(1, {}, { test: null, testLook: null })]);
    const said = screen.getByTestId('against-line');
    await expect.element(said).toHaveTextContent('is the TF-IDF line');
    app.runs.currentId = 'run-1';
    await expect.element(said).toHaveTextContent('once both are tested');
  });
});
