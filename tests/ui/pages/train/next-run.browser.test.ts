// The form of the next run, as people use it.
import { describe, expect, it } from 'vitest';
import type { RunSettings } from '../../../../src/core/settings';
import { DEFAULT_MODELS, MODEL_OPTIONS, PRESETS } from '../../../../src/models/config';
import { TWINS } from '../../../../src/models/twins/config';
import Train from '../../../../src/ui/pages/Train.svelte';
import { A_DATASET, aRun } from '../../a-run';
import { renderInApp } from '../../in-app';

/** A dataset that the train worker can size, though it has no rows anywhere. */
const DATASET = {
  ...A_DATASET,
  train: { ...A_DATASET.train!, lengths: { unit: 'words', mean: 20, longest: 60 } },
} as typeof A_DATASET;

async function show({ isOpen = true } = {}) {
  const { app, screen } = await renderInApp(Train, {});
  app.datasets.list = [DATASET];
  app.datasets.open('news');
  app.settings.follow(DATASET);
  await expect.element(screen.getByTestId('train')).toBeEnabled();
  const fold = screen.getByTestId('settings').element() as HTMLDetailsElement;
  fold.open = isOpen;
  return { app, screen };
}

/** An LSTM that was trained before. */
function anLstm(change: Partial<RunSettings> = {}) {
  const run = aRun({ id: 'source', number: 4 });
  run.settings = { ...run.settings, model: { ...DEFAULT_MODELS.lstm, units: 32 }, ...change };
  return run;
}

describe('a newcomer', () => {
  it('sees one choice and one button, and the rest folded away', async () => {
    const { screen } = await show({ isOpen: false });
    const visible = (role: 'combobox' | 'button' | 'spinbutton' | 'checkbox') =>
      screen
        .getByTestId('next-run')
        .getByRole(role)
        .elements()
        .filter((node) => node.checkVisibility());
    expect(visible('combobox')).toHaveLength(1);
    expect(visible('button').map((node) => node.textContent.trim())).toEqual(['Train']);
    expect([...visible('spinbutton'), ...visible('checkbox')]).toEqual([]);
  });
});

describe('the choice of a model', () => {
  it.each(PRESETS)('$name shows its own fields and says how it works', async ({ name, model }) => {
    const { app, screen } = await show();
    await screen.getByTestId('preset').selectOptions(name);
    const fields = [...document.querySelectorAll<HTMLElement>('[data-testid^="option-model-"]')];
    const shown = fields.map((field) => field.dataset.testid!.replace('option-model-', ''));
    const all = MODEL_OPTIONS[model.model].map(({ key }) => key);
    expect(all).toEqual(expect.arrayContaining(shown));
    const hidden = all.filter((key) => !shown.includes(key));
    expect(hidden).toEqual({ linear: ['labelSmoothing'], lstm: ['upperUnits'] }[name] ?? []);
    expect(app.settings.preset?.name).toBe(name);
    await expect.element(screen.getByTestId('size')).toHaveTextContent('numbers to learn');
  });

  it('says when its settings were changed, and gives them back', async () => {
    const { app, screen } = await show();
    const choice = screen.getByTestId('preset');
    await choice.selectOptions('mlp');
    await screen.getByTestId('option-model-units').fill('12');
    await expect.element(choice).toHaveDisplayValue('Multilayer perceptron, changed');
    await choice.selectOptions('mlp');
    await expect.element(screen.getByTestId('option-model-units')).toHaveValue(64);
    expect(app.settings.preset?.name).toBe('mlp');
  });

  it('shows what the other settings make meaningful, and nothing else', async () => {
    const { screen } = await show();
    await screen.getByTestId('preset').selectOptions('lstm');
    const has = (name: string) => screen.getByTestId(`option-${name}`).query() !== null;
    expect(['train-momentum', 'text-order', 'model-upperUnits'].filter(has)).toEqual([]);
    await screen.getByTestId('option-train-optimizer').selectOptions('sgd');
    await screen.getByTestId('option-model-layers').fill('2');
    expect(['train-momentum', 'model-upperUnits'].filter((name) => !has(name))).toEqual([]);
    expect(has('train-buckets')).toBe(true);
    await screen.getByTestId('option-model-maskPadding').click();
    expect(has('train-buckets')).toBe(false);
    await expect.element(screen.getByText(/forgets what it read/)).toBeVisible();
    await screen.getByTestId('option-model-loss').selectOptions('hinge');
    expect(has('model-labelSmoothing')).toBe(false);
  });
});

describe('settings that cannot be trained with', () => {
  it('are refused beside their fields and beside the button, and taken once they agree', async () => {
    const { screen } = await show();
    await screen.getByTestId('preset').selectOptions('cnn');
    await screen.getByTestId('option-model-shortest').fill('7');
    await expect.element(screen.getByTestId('train')).toBeDisabled();
    await expect
      .element(screen.getByTestId('train'))
      .toHaveAccessibleDescription(/\(7 words\) is wider than the widest \(5\)/);
    await expect.element(screen.getByRole('alert').getByText(/is wider/)).toBeVisible();
    await expect.element(screen.getByTestId('measure')).toBeDisabled();
    await screen.getByTestId('option-model-longest').fill('8');
    await expect.element(screen.getByTestId('train')).toBeEnabled();
  });

  it('are numbers of which the device takes multiples only', async () => {
    const { app, screen } = await show();
    await screen.getByTestId('preset').selectOptions('lstm');
    await screen.getByTestId('option-model-units').fill('50');
    await expect
      .element(screen.getByRole('alert').getByText('Must be a multiple of 4, 4 to 512.'))
      .toBeVisible();
    await expect.element(screen.getByTestId('train')).toBeDisabled();
    expect(app.settings.run.model).toMatchObject({ units: 128 });
  });
});

describe('what is told apart', () => {
  it('is one class or two, which headline and summary say', async () => {
    const { app, screen } = await show();
    await screen.getByTestId('target').selectOptions('one');
    await screen.getByTestId('target-first').selectOptions('Sports');
    await expect.element(screen.getByTestId('headline')).toHaveTextContent('Sports from the rest');
    await expect.element(screen.getByTestId('how-good')).toHaveTextContent('“¬ Sports”75.0');
    await screen.getByTestId('target').selectOptions('two');
    expect(app.settings.run.target).toEqual({ kind: 'two', first: '2', second: '1' });
    await expect.element(screen.getByTestId('headline')).toHaveTextContent('Sports from World');
    await expect.element(screen.getByText(/510 rows of “news”/)).toBeVisible();
    await expect.element(screen.getByText(/^Details:/)).toHaveTextContent('Sports from World, ');
    await screen.getByTestId('target-second').selectOptions('Sports');
    await expect.element(screen.getByTestId('train')).toHaveAccessibleDescription(/are the same/);
    await screen.getByTestId('target').selectOptions('all');
    await expect.element(screen.getByTestId('train')).toBeEnabled();
  });

  it('is no question where there are but two classes', async () => {
    const { app, screen } = await show();
    app.datasets.list = [{ ...DATASET, classes: DATASET.classes.slice(0, 2) }];
    await expect.element(screen.getByTestId('target')).not.toBeInTheDocument();
  });
});

describe('going on from a run', () => {
  it('takes its model and words, and lets each part move at a rate of its own', async () => {
    const { app, screen } = await show();
    app.runs.list = [anLstm()];
    await screen.getByTestId('start').selectOptions('source');
    await expect.element(screen.getByTestId('preset')).toHaveDisplayValue('LSTM, changed');
    await expect.element(screen.getByText('Words and n-grams are those of run 4.')).toBeVisible();
    await expect.element(screen.getByTestId('option-text-minCount')).not.toBeInTheDocument();
    await screen.getByTestId('start-tableRate').fill('0');
    await expect
      .element(screen.getByTestId('start-tableRate'))
      .toHaveAttribute('aria-invalid', 'false');
    await screen.getByTestId('start-bodyRate').fill('2');
    await expect
      .element(screen.getByTestId('start-bodyRate'))
      .toHaveAttribute('aria-invalid', 'true');
    expect(app.settings.run.start).toEqual({ runId: 'source', tableRate: 0, bodyRate: 1 });
    await expect.element(screen.getByText(/^Details:/)).toHaveTextContent('from run 4, ');
  });

  it('offers no rates of parts that a model lacks', async () => {
    const { app, screen } = await show();
    app.runs.list = [anLstm({ model: DEFAULT_MODELS.linear })];
    await screen.getByTestId('start').selectOptions('source');
    await expect.element(screen.getByTestId('option-model-loss')).toBeVisible();
    await expect.element(screen.getByTestId('start-tableRate')).not.toBeInTheDocument();
  });

  it('is refused in words once that run is deleted', async () => {
    const { app, screen } = await show();
    app.runs.list = [anLstm(), aRun()];
    await screen.getByTestId('start').selectOptions('source');
    app.runs.list = [aRun()];
    await expect.element(screen.getByTestId('train')).toHaveAccessibleDescription(/was deleted/);
    await expect.element(screen.getByTestId('start')).toHaveDisplayValue('a deleted run');
    await screen.getByTestId('start').selectOptions('');
    await expect.element(screen.getByTestId('train')).toBeEnabled();
  });
});

describe('the articles’ models', () => {
  it.each(TWINS.filter(({ refusal }) => refusal === null))(
    '$name is taken over whole, with the target that it means',
    async ({ name, isBinary, differences }) => {
      const { app, screen } = await show();
      const fold = screen.getByTestId('twins').element() as HTMLDetailsElement;
      fold.open = true;
      const button = screen.getByTestId(`twin-${name}`);
      const own = button.element().closest('div')!;
      expect(own.querySelectorAll('li')).toHaveLength(differences.length);
      await button.click();
      await expect.element(button).toBeDisabled();
      expect(app.settings.preset?.name).toBe(name);
      expect(app.settings.run.target.kind).toBe(isBinary ? 'one' : 'all');
      await expect
        .element(screen.getByTestId('preset'))
        .toHaveDisplayValue(app.language.words.models.twins.presets[name]);
      app.settings.aim(
        isBinary ? { kind: 'all', first: '', second: '' } : { kind: 'one', first: '1', second: '' },
      );
      await expect.element(button).toBeEnabled();
    },
  );

  it('that its own framework refuses has a reason in the place of a button', async () => {
    const { screen } = await show();
    (screen.getByTestId('twins').element() as HTMLDetailsElement).open = true;
    await expect.element(screen.getByText(/PyTorch refuses this listing/)).toBeVisible();
    expect(screen.getByTestId('twin-mlpPrinted').query()).toBeNull();
  });
});

describe('a trial', () => {
  it('shows its time, or its rates with a suggestion to take', async () => {
    const { app, screen } = await show();
    await expect.element(screen.getByTestId('size')).toBeVisible();
    app.plan.expectation = { seconds: 125, rowsPerSecond: 980, stepMs: 16 };
    await expect.element(screen.getByTestId('expected')).toHaveTextContent('About 2 mins 5 secs');
    (screen.getByTestId('rate-finder').element() as HTMLDetailsElement).open = true;
    const points = [1, 0.4, 3].map((loss, i) => ({ rate: 10 ** (i - 4), loss }));
    app.plan.isTryingRates = true;
    app.plan.rateCurve = { points, suggested: null };
    await expect.element(screen.getByRole('button', { name: 'Stop' })).toBeVisible();
    await expect
      .element(screen.getByTestId('train'))
      .toHaveAccessibleDescription('The device is busy with a trial.');
    app.plan.isTryingRates = false;
    await expect.element(screen.getByTestId('suggested-rate')).toHaveTextContent('never fell');
    app.plan.rateCurve = { points, suggested: 0.0012345 };
    await screen.getByRole('button', { name: 'Use it' }).click();
    await expect.element(screen.getByTestId('option-train-learningRate')).toHaveValue(0.0012);
  });
});

describe('a run on show', () => {
  it('says what it was asked and what it took over', async () => {
    const { app, screen } = await show();
    const classes = ['¬ Sports', 'Sports'];
    const target = { kind: 'one', first: '2', second: '' } as const;
    const parts = [
      { name: 'table', numbers: 43_248, rate: 0 },
      { name: 'body', numbers: 2112, rate: 0.5 },
    ] as const;
    const reused = { run: 4, parts: [...parts], fresh: [{ name: 'head' as const, numbers: 34 }] };
    const run = anLstm({ target });
    app.runs.list = [{ ...run, id: 'tuned', number: 5, classes, reused, test: null }];
    await expect
      .element(screen.getByText(/^Run 5/))
      .toHaveTextContent('LSTM · Sports from the rest');
    await expect
      .element(screen.getByTestId('reused'))
      .toHaveTextContent(
        'It began with run 4: word table (43,248 numbers, frozen) and layers (2,112 numbers, at 0.5 of the rate); fresh: head (34).',
      );
    await app.language.choose('zh');
    await expect.element(screen.getByTestId('reused')).toHaveTextContent('它接续第 4 次训练');
  });

  it('calls its loss by its name', async () => {
    const { app, screen } = await show();
    const figure = screen.getByRole('figure').first();
    app.runs.list = [aRun()];
    await expect.element(figure).toHaveTextContent('Mean cross-entropy');
    app.runs.list = [anLstm({ model: DEFAULT_MODELS.linear })];
    await expect.element(figure).toHaveTextContent('Mean squared hinge, added up over the classes');
    await expect.element(figure).toHaveTextContent('compare each line with itself only');
    const sigmoid = anLstm({ model: { ...DEFAULT_MODELS.linear, loss: 'sigmoid' } });
    app.runs.list = [{ ...sigmoid, classes: ['a', 'b'], test: null }];
    await expect.element(figure).toHaveTextContent('Mean binary cross-entropy, lower is better');
  });
});
