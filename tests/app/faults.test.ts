// Real faults of the machine: a GPU that goes away, a disk that is full, a file that is cut short.
import { readFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, it, onTestFinished } from 'vitest';
import { giveFiles, loadSample, readStore, train } from '../../scripts/drive.mjs';
import { chooseTier } from '../../scripts/settings-form.mjs';
import { FILES, setOptions, visit } from './page';

it('says that the GPU was lost in mid-run, and trains on a new one at the next press', async () => {
  const { page, context, troubles } = await visit();
  await giveFiles(page, FILES);
  await chooseTier(page, 'webgpu');
  await setOptions(page, { 'train.epochs': '100', 'train.batchSize': '2', 'model.width': '256' });
  const ended = train(page);
  const told = expect(ended).rejects.toThrow(/GPU/);
  await page.locator('[data-testid=progress][data-phase=training]').waitFor();
  const browser = await context.browser()?.newBrowserCDPSession();
  await browser?.send('Browser.crashGpuProcess').catch(() => undefined);
  await told;
  expect(await page.getByTestId('fault').getAttribute('data-kind')).toBe('gpu-lost');
  troubles.length = 0; // the browser's own remarks on the crash

  await setOptions(page, { 'train.epochs': '2', 'train.batchSize': '64' });
  expect(await train(page)).toMatchObject({ status: 'finished', device: { tier: 'webgpu' } });
});

it('says that the disk is full, and keeps what was stored before', async () => {
  const { page } = await visit({ quotaBytes: 300_000 }); // the sample takes two thirds of it
  const kept = await loadSample(page, 'english');
  await expect(giveFiles(page, FILES)).rejects.toThrow(/space/);
  expect(await page.getByTestId('fault').getAttribute('data-kind')).toBe('no-space');
  expect(await readStore(page, 'datasets')).toMatchObject([{ id: kept.id }]);
});

it('refuses a gzip file that is cut short, and keeps nothing of it', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'broadsheet-cut-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const whole = gzipSync(readFileSync(FILES[0]));
  const path = join(folder, 'train.csv.gz');
  writeFileSync(path, whole.subarray(0, whole.length / 2));
  const { page } = await visit();
  await expect(giveFiles(page, [path])).rejects.toThrow('train.csv.gz is cut short or damaged');
  expect(await readStore(page, 'datasets')).toEqual([]);
});
