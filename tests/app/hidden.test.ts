// A tab that nobody looks at goes on training.
import { expect, it } from 'vitest';
import { loadSample, train } from '../../scripts/drive.mjs';
import { protocolOf, visit } from './page';

it('trains on while its tab is hidden', async () => {
  const visited = await visit();
  const { page, context } = visited;
  await loadSample(page, 'english');
  const protocol = await protocolOf(visited);
  await protocol.send('Emulation.setFocusEmulationEnabled', { enabled: false });
  const other = await context.newPage();
  const ended = train(page);
  await other.bringToFront();
  await expect.poll(() => page.evaluate(() => document.visibilityState)).toBe('hidden');
  expect(await ended).toMatchObject({ status: 'finished' });
  expect(await page.evaluate(() => document.visibilityState)).toBe('hidden');
});
