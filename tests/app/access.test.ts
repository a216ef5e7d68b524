// Every place can be used with a keyboard and a screen reader: axe finds nothing against WCAG 2.2 AA.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright';
import { expect, it } from 'vitest';
import { goTo, loadSample, train } from '../../scripts/drive.mjs';
import { visit } from './page';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const PLACES = ['data', 'clean', 'train', 'evaluate', 'use'] as const;

/** What axe has against the page as it is now, one line a rule. */
async function violations(page: Page): Promise<string[]> {
  const found = await page.evaluate(async () => {
    const { axe } = window as unknown as { axe: { run: (options: object) => Promise<AxeResults> } };
    const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
    return axe.run({ runOnly: standards });
  });
  return found.violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`,
  );
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

it.each(['light', 'dark'] as const)('no place breaks a rule of access in %s', async (scheme) => {
  const { page } = await visit();
  await page.emulateMedia({ colorScheme: scheme });
  await page.evaluate(AXE);
  expect(await violationsEverywhere(page)).toEqual({});
  await goTo(page, 'data');
  for (const way of ['paste', 'address', 'nothing']) {
    await page.getByTestId(`way-${way}`).click();
    await page.waitForTimeout(500);
    expect(await violations(page)).toEqual([]);
  }
  await loadSample(page, 'english');
  await train(page);
  expect(await violationsEverywhere(page)).toEqual({});
  await goTo(page, 'data');
  await page.getByTestId('label-by-hand').click();
  await page.getByTestId('desk-text').locator('.text').waitFor();
  expect(await violations(page)).toEqual([]);
  await goTo(page, 'train');
  await page.getByTestId('preset').selectOption('lstm');
  await page.evaluate(() => {
    for (const fold of document.querySelectorAll('details')) fold.open = true;
  });
  await page.waitForTimeout(500);
  expect(await violations(page)).toEqual([]);
});
