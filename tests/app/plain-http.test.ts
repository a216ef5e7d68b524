// A classroom's plain HTTP: no WebGPU, no service worker, no persistent storage, no crypto.subtle.
import { expect, it } from 'vitest';
import { giveFiles, train } from '../../scripts/drive.mjs';
import { chooseTier } from '../../scripts/settings-form.mjs';
import { FILES, setOptions, visit } from './page';

it('trains on the processor over plain HTTP, and says what HTTPS or localhost would add', async () => {
  const { page } = await visit({
    host: 'classroom.test',
    switches: ['--host-resolver-rules=MAP classroom.test 127.0.0.1'],
  });
  expect(await page.evaluate(() => window.isSecureContext)).toBe(false);
  expect(await page.getByTestId('device').getAttribute('data-tier')).toBe('wasm');
  expect(await page.getByTestId('insecure').innerText()).toMatch(/HTTPS|localhost/);
  await giveFiles(page, FILES);

  await chooseTier(page, 'webgpu');
  const fault = page.getByTestId('fault');
  expect(await fault.innerText()).toContain('There is no WebGPU in this browser');
  expect(await fault.getAttribute('data-kind')).toBe('no-gpu');

  await chooseTier(page, 'wasm');
  await setOptions(page, { 'train.epochs': '6', 'train.batchSize': '32' });
  const run = await train(page);
  expect(run.device).toMatchObject({ tier: 'wasm', why: 'chosen' });
  expect(run.test?.accuracy).toBeGreaterThan(0.5);
});
