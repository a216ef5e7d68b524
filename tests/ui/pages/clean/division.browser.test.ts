// The division of rows on the Clean place, over a real store and real workers.
import { expect, it } from 'vitest';
import { page } from 'vitest/browser';
import Clean from '../../../../src/ui/pages/Clean.svelte';
import { freshStore } from '../../../store/samples';
import { renderInApp } from '../../in-app';

const SLOW = { timeout: 20_000 };

async function show(rows: number) {
  await page.viewport(1280, 900);
  localStorage.clear();
  (await freshStore()).close(); // other files of tests leave theirs behind
  const { app, screen } = await renderInApp(Clean, {});
  const lines = Array.from({ length: rows }, (_, i) => `${(i % 2) + 1},Text number ${i}\n`);
  await app.datasets.importFiles([new File([lines.join('')], 'train.csv')]);
  return { app, screen, finding: screen.getByTestId('division-finding') };
}

it('numbers of rows begin at what the shares give', async () => {
  const { app, screen, finding } = await show(100);
  const divided = '80 rows to learn from, 10 to check on, 10 to test.';
  await expect.element(finding, SLOW).toHaveTextContent(divided);
  await screen.getByTestId('option-split-by').selectOptions('rows');
  await expect.element(screen.getByTestId('option-split-validationRows')).toHaveValue(10);
  await expect.poll(() => app.dividing.asked?.by, SLOW).toBe('rows');
  await expect.element(finding).toHaveTextContent(divided);
  expect(screen.getByTestId('division-warning').query()).toBeNull();
});

it('warns where more is kept aside than there is, or than is left to learn from', async () => {
  const { screen } = await show(100);
  await expect.element(screen.getByTestId('division-sums'), SLOW).toBeVisible();
  await screen.getByTestId('option-split-by').selectOptions('rows');
  const warnings = screen.getByTestId('division-warning');
  await screen.getByTestId('option-split-validationRows').fill('50');
  await expect
    .element(warnings, SLOW)
    .toHaveTextContent('Only 40 rows to learn from, but 50 to check on.');
  await screen.getByTestId('option-split-validationRows').fill('1000');
  await expect
    .element(warnings.first(), SLOW)
    .toHaveTextContent('Of the 1,000 rows asked for to check on, 88 can be had.');
  await expect.element(warnings.nth(1)).toHaveTextContent('Only 2 rows to learn from');
  await expect.element(warnings.nth(2)).toHaveTextContent('fewer than 5 a class');
});
