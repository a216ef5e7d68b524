// Real faults of the machine: a GPU that goes away, a disk that is full, a file that is cut short.
import { randomBytes } from 'node:crypto';
import { readFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, it, onTestFinished } from 'vitest';
import { giveFiles, loadSample, readStore, train } from '../../scripts/drive.mjs';
import { chooseTier } from '../../scripts/settings-form.mjs';
import { FILES, awaitSteps, setOptions, visit } from './page';

function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'broadsheet-faults-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
}

it('says that the GPU was lost in mid-run, and trains on a new one at the next press', async () => {
  const { page, context, troubles } = await visit();
  await giveFiles(page, FILES);
  await chooseTier(page, 'webgpu');
  await setOptions(page, { 'train.epochs': '100', 'train.batchSize': '2', 'model.width': '256' });
  const ended = train(page);
  const told = expect(ended).rejects.toThrow(/GPU/);
  await awaitSteps(page);
  const browser = await context.browser()?.newBrowserCDPSession();
  await browser?.send('Browser.crashGpuProcess').catch(() => undefined);
  await told;
  expect(await page.getByTestId('fault').getAttribute('data-kind')).toBe('gpu-lost');
  troubles.length = 0; // the browser's own remarks on the crash

  await setOptions(page, { 'train.epochs': '2', 'train.batchSize': '64' });
  expect(await train(page)).toMatchObject({ status: 'finished', device: { tier: 'webgpu' } });
});

it('says that the disk is full, and keeps what was stored before', async () => {
  const folder = makeFolder();
  const row = (i: number) => `${1 + (i % 2)},noise,${randomBytes(15_000).toString('base64')}`;
  const path = join(folder, 'train.csv');
  writeFileSync(path, Array.from({ length: 1000 }, (_, i) => row(i)).join('\n'));
  const { page } = await visit({ quotaBytes: 12_000_000 }); // of which the page itself takes a part for offline use
  await loadSample(page, 'english');
  const stores = ['datasets', 'chunks', 'labels'];
  const readAll = () => Promise.all(stores.map((name) => readStore(page, name)));
  const kept = await readAll();
  await expect(giveFiles(page, [path])).rejects.toThrow('The disk space of this page is full');
  expect(await page.getByTestId('fault').getAttribute('data-kind')).toBe('no-space');
  expect(await readAll()).toEqual(kept);
});

it('refuses a gzip file that is cut short, and keeps nothing of it', async () => {
  const folder = makeFolder();
  const whole = gzipSync(readFileSync(FILES[0]));
  const path = join(folder, 'train.csv.gz');
  writeFileSync(path, whole.subarray(0, whole.length / 2));
  const { page } = await visit();
  await expect(giveFiles(page, [path])).rejects.toThrow('train.csv.gz is cut short or damaged');
  expect(await readStore(page, 'datasets')).toEqual([]);
});
