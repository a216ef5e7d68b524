// After the first visit the page needs no network, wherever on a plain static server it lies.
import { expect, it } from 'vitest';
import { awaitRun, openPage } from '../../scripts/drive.mjs';
import { visit } from './page';

it('works after the first visit with no network and no server, from a sub-path', async () => {
  const { page, context, url, closeServer } = await visit({ base: '/lessons/text/' });
  await page.getByTestId('offline').waitFor();
  await closeServer();
  await context.setOffline(true);
  await openPage(page, url);
  await page.getByTestId('sample-chinese').click();
  await page.getByTestId('train-now').click();
  const run = await awaitRun(page, new Set());
  expect(run.test?.accuracy).toBeGreaterThan(0.5);
});
