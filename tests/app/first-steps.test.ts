// A newcomer's way: two presses to a trained and tested classifier.
import { describe, expect, it } from 'vitest';
import { awaitRun, goTo } from '../../scripts/drive.mjs';
import { visit } from './page';

describe('two presses', () => {
  it.each([
    { sample: 'english', classes: 4, least: 0.7 },
    { sample: 'chinese', classes: 10, least: 0.6 },
  ])('make a tested classifier of the $sample sample', async ({ sample, classes, least }) => {
    const { page } = await visit();
    await page.getByTestId(`sample-${sample}`).click();
    await page.getByTestId('train-now').click();
    const run = await awaitRun(page, new Set());
    expect(run.status).toBe('finished');
    expect(run.classes).toHaveLength(classes);
    expect(run.test?.accuracy).toBeGreaterThan(least);
    await goTo(page, 'evaluate');
    const shown = ((run.test?.accuracy ?? 0) * 100).toFixed(1);
    await page.getByTestId('test-accuracy').getByText(shown).waitFor();
  });
});
