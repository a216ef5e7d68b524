// Every place can be used with a keyboard and a screen reader: axe finds nothing against WCAG 2.2 AA.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright';
import { expect, it } from 'vitest';
import { awaitRun, goTo, loadSample, train } from '../../scripts/drive.mjs';
import { FILES, visit } from './page';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const SCHEMES = ['light', 'dark'] as const;
const PLACES = ['data', 'clean', 'train', 'evaluate', 'use'] as const;

/** What axe has against the page as it is now, light and dark, one line a rule. */
async function violations(page: Page): Promise<string[]> {
  const said: string[] = [];
  for (const colorScheme of SCHEMES) {
    await page.emulateMedia({ colorScheme });
    const found = await page.evaluate(async () => {
      const { axe } = window as unknown as {
        axe: { run: (options: object) => Promise<AxeResults> };
      };
      const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
      return axe.run({ runOnly: standards });
    });
    for (const { id, nodes } of found.violations)
      said.push(`${colorScheme}, ${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
  }
  return said;
}

async function violationsEverywhere(page: Page): Promise<Record<string, string[]>> {
  const found: Record<string, string[]> = {};
  for (const place of PLACES) {
    await goTo(page, place);
    await page.waitForTimeout(500); // pictures are drawn
    const here = await violations(page);
    if (here.length > 0) found[place] = here;
  }
  return found;
}

async function expectNoViolations(page: Page): Promise<void> {
  expect(await violations(page)).toEqual([]);
}

/** The panel that asks how a file is to be read, with its first rows. */
async function askOfReading(page: Page): Promise<void> {
  await page.getByTestId('ask-first').check();
  await page.getByTestId('files').setInputFiles(FILES);
  await page.getByTestId('column-role').first().waitFor();
  await expectNoViolations(page);
  await page.getByTestId('reading-cancel').click();
  await page.getByTestId('ask-first').uncheck();
}

/** The survey with the rows behind a figure, and a search with its hits. */
async function surveyed(page: Page): Promise<void> {
  await page.locator('[data-finding=near]').click();
  await page.getByTestId('found-row').nth(1).locator('select').waitFor();
  await page.getByTestId('search-query').fill('people');
  await page.getByTestId('search-go').click();
  await page.getByTestId('context-row').first().getByRole('button').waitFor();
  await expectNoViolations(page);
}

/** The label room with rows found for all at once, a model's doubts and guess, and its log. */
async function labelled(page: Page): Promise<void> {
  await goTo(page, 'data');
  await page.getByTestId('label-by-hand').click();
  await page.getByTestId('queue-kind').selectOption('doubtful');
  await page.getByTestId('show-guess').check();
  await page.getByTestId('guess').waitFor();
  await page.getByTestId('class-0').click();
  await page.getByTestId('bulk-query').fill('people');
  await page.getByTestId('bulk-search').click();
  await page.getByTestId('bulk-to').waitFor();
  await page.getByTestId('label-log').locator('summary').first().click();
  await page.getByTestId('log-entry').waitFor();
  await expectNoViolations(page);
}

/** An answer that was corrected and learned from, beside the one before it. */
async function corrected(page: Page, runId: string): Promise<void> {
  await goTo(page, 'use');
  await page.getByTestId('use-text').fill('A quartet of zithers toured the harbour towns.');
  await page.getByTestId('right-class').getByRole('button').first().click();
  await page.getByTestId('train-again').click();
  await awaitRun(page, new Set([runId]));
  await page.getByTestId('side-by-side').getByRole('row').nth(1).waitFor();
  await expectNoViolations(page);
}

it('no place breaks a rule of access, light or dark', async () => {
  const { page } = await visit();
  await page.evaluate(AXE);
  expect(await violationsEverywhere(page)).toEqual({});
  await goTo(page, 'data');
  for (const way of ['paste', 'address', 'nothing']) {
    await page.getByTestId(`way-${way}`).click();
    await page.waitForTimeout(500);
    await expectNoViolations(page);
  }
  await askOfReading(page);
  await loadSample(page, 'english');
  await surveyed(page);
  const run = await train(page);
  expect(await violationsEverywhere(page)).toEqual({});
  await labelled(page);
  await goTo(page, 'clean');
  await page.getByTestId('own-add').click();
  await page.getByTestId('own-find').fill('the');
  await page.getByTestId('own-preview').getByRole('status').waitFor();
  await page.getByTestId('division-sums').waitFor();
  await expectNoViolations(page);
  await goTo(page, 'train');
  await page.getByTestId('preset').selectOption('lstm');
  await page.evaluate(() => {
    for (const fold of document.querySelectorAll('details')) fold.open = true;
  });
  await page.waitForTimeout(500);
  await expectNoViolations(page);
  await corrected(page, run.id);
}, 300_000);
