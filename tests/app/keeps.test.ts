// What was imported and trained survives a reload, on both tiers.
import { describe, expect, it } from 'vitest';
import { giveFiles, goTo, openPage, readStore, train } from '../../scripts/drive.mjs';
import { chooseTier } from '../../scripts/settings-form.mjs';
import { FILES, setOptions, visit } from './page';

describe.each(['wasm', 'webgpu'] as const)('on the %s tier', (tier) => {
  it('files become a classifier that is still there after a reload', async () => {
    const { page, url } = await visit();
    const dataset = await giveFiles(page, FILES);
    expect(dataset.train?.rowCount).toBeGreaterThan(500);
    await chooseTier(page, tier);
    await setOptions(page, { 'train.epochs': '8', 'train.batchSize': '32' });
    const run = await train(page);
    expect(run.device.tier).toBe(tier);
    expect(run.test?.accuracy).toBeGreaterThan(0.65);

    await openPage(page, url);
    expect(await readStore(page, 'datasets')).toMatchObject([{ id: dataset.id }]);
    await goTo(page, 'use');
    await page.getByTestId('use-text').fill('The striker scored twice in the final match.');
    await page.getByTestId('use-answer').getByText('Sports').first().waitFor();
  });
});
