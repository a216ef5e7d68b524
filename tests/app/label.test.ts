// Labels given by hand on the built page: rows without a label are labelled by keys, learned from and doubted; an answer is
// corrected in Use and learned from; and the log of it all is saved.
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { expect, it } from 'vitest';
import { awaitRun, giveFiles, goTo, readStore, train } from '../../scripts/drive.mjs';
import type { Dataset } from '../../src/core/types';
import { chooseTier } from '../../scripts/settings-form.mjs';
import { FILES, setOptions, visit } from './page';

/** The sample's rows for training, every third without its label. */
function halfLabelled(): string[] {
  const [trainFile, , classes] = FILES;
  const lines = readFileSync(trainFile, 'utf8').trimEnd().split('\n');
  const without = lines.map((line, i) => (i % 3 === 2 ? line.replace(/^"?\d"?,/, ',') : line));
  const path = join(mkdtempSync(join(tmpdir(), 'broadsheet-labels-')), 'train.csv');
  writeFileSync(path, without.join('\n'));
  return [path, classes];
}

async function unlabelled(page: Page): Promise<number> {
  const [dataset] = (await readStore(page, 'datasets')) as Dataset[];
  return dataset.train?.unlabelled ?? NaN;
}

const WAIT = { timeout: 20_000 };

async function openRoom(page: Page): Promise<void> {
  await goTo(page, 'data');
  await page.getByTestId('label-by-hand').click();
  await page.getByTestId('desk').waitFor();
}

it('rows are labelled, learned from and doubted; an answer is corrected, learned from and logged', async () => {
  const { page } = await visit();
  const { train: part } = await giveFiles(page, halfLabelled());
  const count = part?.unlabelled ?? 0;
  expect(count).toBeGreaterThan(200);
  await openRoom(page);
  const text = page.getByTestId('desk-text').locator('.text');
  const first = await text.innerText();
  await page.keyboard.press('2'); // the desk has the focus by itself
  await expect.poll(() => unlabelled(page), WAIT).toBe(count - 1);
  expect(await text.innerText()).not.toBe(first);
  await page.keyboard.press('u');
  await expect.poll(() => unlabelled(page), WAIT).toBe(count);
  expect(await text.innerText()).toBe(first);
  for (const key of ['1', '2', 's', '3', '4']) await page.keyboard.press(key);
  await expect.poll(() => unlabelled(page), WAIT).toBe(count - 4);

  await chooseTier(page, 'wasm');
  await setOptions(page, { 'train.epochs': '4', 'train.batchSize': '32' });
  const before = await train(page);
  expect(before.prepared.labelChanges).toBe(6);
  await openRoom(page);
  await page.getByTestId('queue-kind').selectOption('unsure');
  await page.getByTestId('show-guess').check();
  await page.getByTestId('guess').getByText('The model guesses').waitFor();

  await goTo(page, 'use');
  await page.getByTestId('use-text').fill('A quartet of zithers toured the harbour towns.');
  const answer = await page.getByTestId('use-answer').locator('b').innerText();
  const right = before.classes.findIndex((name) => !answer.startsWith(name));
  await page.getByTestId('right-class').getByTestId(`class-${right}`).click();
  await page.getByTestId('corrected').getByText('was added to the data').waitFor();
  await page.getByTestId('train-again').click();
  const after = await awaitRun(page, new Set([before.id]));
  expect(after.prepared.report.read.train).toBe(before.prepared.report.read.train + 1);
  const sides = page.getByTestId('side-by-side');
  await sides.getByRole('columnheader', { name: 'Run 1' }).waitFor();
  await sides.getByRole('columnheader', { name: 'Run 2' }).waitFor();
  await sides
    .getByRole('row', { name: /zithers/ })
    .getByText(before.classes[right])
    .first()
    .waitFor();
  const above = sides.getByRole('row', { name: /The text above/ });
  expect(await above.count()).toBe(0); // it is the corrected one
  await page.getByTestId('use-text').fill('A harbour town lost its quartet.');
  await above.waitFor();

  await openRoom(page);
  await page.getByTestId('label-log').locator('summary').first().click();
  await expect.poll(() => page.getByTestId('log-entry').count(), WAIT).toBe(7);
  const saving = page.waitForEvent('download');
  await page.getByTestId('log-csv').click();
  const log = readFileSync(await (await saving).path(), 'utf8')
    .trimEnd()
    .split('\r\n');
  expect(log.map((line) => line.split(',')[2])).toEqual([
    'by',
    ...['hand', 'undo', 'hand', 'hand', 'hand', 'hand', 'use'].map((by) => `"${by}"`),
  ]);
});
