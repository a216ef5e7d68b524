// A tab that nobody looks at goes on training: no step may wait for an animation frame.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type BrowserContext } from 'playwright';
import { expect, it, onTestFinished } from 'vitest';
import { SWITCHES, ensureChromium } from '../../scripts/chromium.mjs';
import { loadSample, openPage, train } from '../../scripts/drive.mjs';
import { serve } from '../../scripts/serve.mjs';
import { awaitSteps, setOptions } from './page';

/** A browser as people start it: Playwright's own keeps every tab visible for ever. */
async function startPlainBrowser(): Promise<BrowserContext> {
  const profile = mkdtempSync(join(tmpdir(), 'broadsheet-hidden-'));
  const own = ['--headless=new', `--user-data-dir=${profile}`, '--remote-debugging-port=0'];
  const child = spawn(ensureChromium(), [...own, ...SWITCHES, 'about:blank'], { stdio: 'ignore' });
  const exited = new Promise((resolve) => child.once('exit', resolve));
  const portFile = join(profile, 'DevToolsActivePort');
  await expect.poll(() => existsSync(portFile), { timeout: 30_000 }).toBe(true);
  const [port] = readFileSync(portFile, 'utf8').split('\n');
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`, { noDefaults: true });
  onTestFinished(async () => {
    await (await browser.newBrowserCDPSession()).send('Browser.close').catch(() => undefined);
    await exited;
    rmSync(profile, { recursive: true, force: true, maxRetries: 10 });
  });
  return browser.contexts()[0];
}

it('trains on while its tab is hidden', async () => {
  const server = await serve();
  onTestFinished(server.close);
  const context = await startPlainBrowser();
  const page = context.pages()[0];
  await openPage(page, server.url);
  await loadSample(page, 'english');
  await setOptions(page, { 'train.epochs': '100', 'train.batchSize': '1', 'model.width': '256' });
  const ended = train(page);
  await awaitSteps(page);
  await (await context.newPage()).bringToFront();
  await expect.poll(() => page.evaluate(() => document.visibilityState)).toBe('hidden');
  expect(await ended).toMatchObject({ status: 'finished' });
  expect(await page.evaluate(() => document.visibilityState)).toBe('hidden');
});
