// The survey and the search as people use them, on the English sample, with real workers.
import { expect, it } from 'vitest';
import Know from '../../../../../src/ui/pages/data/know/Know.svelte';
import { freshStore } from '../../../../store/samples';
import { renderInApp } from '../../../in-app';
import { App } from '../../../../../src/state/app.svelte';

async function open() {
  await freshStore();
  localStorage.clear();
  const dataset = await new App().datasets.importSample('english');
  const { app, screen } = await renderInApp(Know, { dataset: dataset! });
  await app.datasets.load();
  await expect.element(screen.getByTestId('know-headline')).toBeVisible();
  return { app, screen, dataset: dataset! };
}

it('surveys a small dataset by itself, opens the rows of a figure, and changes a label there', async () => {
  const { app, screen, dataset } = await open();
  await expect
    .element(screen.getByTestId('know-headline'))
    .toHaveTextContent(/stand twice or more, \d+ of them in both parts/);
  await screen.getByRole('button', { name: /^Nearly the same: show/ }).click();
  const rows = screen.getByTestId('finding-rows');
  await expect.element(rows.getByText(/^Group 1 · \d+ rows$/)).toBeVisible();
  await expect.element(rows.getByText(/% alike$/).first()).toBeVisible();
  await screen.getByRole('button', { name: /^Equal texts: show/ }).click();
  await expect.element(rows.getByText('the same text').first()).toBeVisible();
  const select = rows.getByRole('combobox').first();
  const before = (select.element() as HTMLSelectElement).value;
  const to = before === '0' ? '1' : '0';
  await select.selectOptions(dataset.classes[Number(to)].name);
  await expect.poll(() => app.datasets.list[0].labelChanges).toBe(1);
  await expect.element(select).toHaveValue(to);
  await rows
    .getByRole('button', { name: /in the table$/ })
    .first()
    .click();
  expect(app.surveys.askedRow).toMatchObject({
    split: expect.stringMatching(/train|test/) as string,
  });
});

it('searches a word of the survey, and any other', async () => {
  const { screen } = await open();
  const leaking = screen.getByTestId('leaking');
  await leaking
    .getByRole('button', { name: /^Find “/ })
    .first()
    .click();
  const told = screen.getByTestId('search-told');
  await expect
    .element(told)
    .toHaveTextContent(/^\d+ rows, \d+ places: \d+ in train and \d+ in test\.$/);
  await expect.element(screen.getByTestId('context-row').first()).toBeVisible();
  await screen.getByTestId('search-query').fill('no such words anywhere');
  await screen.getByTestId('search-go').click();
  await expect.element(told).toHaveTextContent('“no such words anywhere” stands in no row.');
});
