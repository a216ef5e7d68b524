// The three places with the real workers: a sample is learned, judged and asked.
import { beforeAll, expect, it } from 'vitest';
import Evaluate from '../../../src/ui/pages/Evaluate.svelte';
import Train from '../../../src/ui/pages/Train.svelte';
import Use from '../../../src/ui/pages/Use.svelte';
import { freshStore } from '../../store/samples';
import { renderInApp } from '../in-app';

const SLOW = { timeout: 50_000 };

beforeAll(async () => (await freshStore()).close()); // other files of tests leave theirs behind

it('a sample is trained, tested once, read cell by cell and asked about a text', async () => {
  const { app, screen } = await renderInApp(Train, {});
  app.settings.chooseTier('wasm');
  app.settings.change('train', 'epochs', 12);
  expect(await app.datasets.importSample('english')).not.toBeNull();
  await screen.getByTestId('train').click();
  await expect.element(screen.getByTestId('epochs'), SLOW).toBeVisible();
  await expect.element(screen.getByRole('link', { name: 'See where it errs' }), SLOW).toBeVisible();
  expect(app.faults.shown).toBeNull();
  const run = app.runs.current!;
  await expect.element(screen.getByTestId('runs')).toHaveTextContent('English news');
  await screen.unmount();
  expect(run.test!.accuracy).toBeGreaterThan(run.test!.majority.accuracy);
  expect(app.datasets.current!.testLooks).toBe(1);

  const { confusion } = run.test!;
  const judged = await renderInApp(Evaluate, {});
  await judged.app.datasets.load();
  await judged.app.runs.load();
  const given = confusion.findIndex((row, k) => row[k] > 0);
  await judged.screen.getByTestId(`cell-${given}-${given}`).click();
  const rows = judged.screen.getByTestId('cell-rows').getByRole('listitem');
  await expect.poll(() => rows.elements().length).toBe(Math.min(20, confusion[given][given]));
  await judged.screen.getByTestId('test').click();
  await expect.element(judged.screen.getByTestId('looks'), SLOW).toHaveTextContent('second look');
  await judged.screen.unmount();

  const asked = await renderInApp(Use, {});
  await asked.app.datasets.load();
  await asked.app.runs.load();
  await asked.screen.getByTestId('use-text').fill('The striker scored twice zzyzx');
  await expect.element(asked.screen.getByTestId('use-answer')).toHaveTextContent('%');
  await expect.element(asked.screen.getByTestId('tokens')).toHaveTextContent('striker');
  expect(
    asked.screen
      .getByTitle('unknown')
      .elements()
      .map((word) => word.textContent),
  ).toContain('zzyzx');
  const headline = asked.screen.getByRole('heading', { level: 2 });
  await asked.screen.getByTestId('use-text').fill('zzyzx'.repeat(20_000));
  await expect.element(headline).toHaveTextContent('It knows none of these words');
  await asked.screen.getByTestId('use-text').fill('striker '.repeat(400)); // and a mark of the start
  await expect.element(asked.screen.getByTestId('cut')).toHaveTextContent('The 145 words behind');
  await expect.element(headline).toHaveTextContent('Sports');
  await asked.screen.getByTestId('example').first().click();
  await expect.element(asked.screen.getByText(/The file says/)).toBeVisible();
});
