// What the whole-page tests share: a visit to the built page, watched for errors and for traffic to elsewhere.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { BrowserContext, Page } from 'playwright';
import { expect, onTestFinished } from 'vitest';
import { launchWithDisk, openPage } from '../../scripts/drive.mjs';
import { serve } from '../../scripts/serve.mjs';
import { setOption } from '../../scripts/settings-form.mjs';

/** Files for an import: the English sample's, which are in the project's own words. */
export const FILES = ['train.csv', 'test.csv', 'classes.txt'].map((name) =>
  resolve(import.meta.dirname, '../../public/samples/english', name),
);

/** A browser with the page in it, and the server that the page came from. */
export interface Visit {
  page: Page;
  context: BrowserContext;
  url: string;
  closeServer: () => Promise<void>;
  troubles: string[]; // errors and foreign requests so far; a test that expects some empties the list
}

/** How a visit differs from the usual one. */
export interface VisitOptions {
  base?: string; // path of the page on its server
  host?: string; // name of the server in the browser; other names than localhost are no secure context
  switches?: string[]; // of the browser
  quotaBytes?: number; // storage that the browser grants
}

function watch(context: BrowserContext, origin: string): string[] {
  const troubles: string[] = [];
  context.on('console', (message) => {
    if (message.type() === 'error') troubles.push(`console: ${message.text()}`);
  });
  context.on('weberror', (error) => troubles.push(`uncaught: ${error.error().message}`));
  context.on('request', (request) => {
    const isOwn = [origin, 'blob:', 'data:'].some((start) => request.url().startsWith(start));
    if (!isOwn) troubles.push(`request to elsewhere: ${request.url()}`);
  });
  return troubles;
}

/** Opens the page in a browser of its own; both end with the test, which fails if there was trouble. */
export async function visit(options: VisitOptions = {}): Promise<Visit> {
  const { base = '/', host = 'localhost', switches = [], quotaBytes } = options;
  const server = await serve({ base });
  const url = `http://${host}:${server.port}${base}`;
  const profile = mkdtempSync(join(tmpdir(), 'broadsheet-profile-'));
  const context = await launchWithDisk(profile, switches);
  const troubles = watch(context, new URL(url).origin);
  onTestFinished(async () => {
    await context.close();
    await server.close();
    rmSync(profile, { recursive: true, force: true });
    expect(troubles).toEqual([]);
  });
  const page = context.pages()[0] ?? (await context.newPage());
  if (quotaBytes !== undefined) {
    // Before the page opens its database: the browser remembers for a while how much room it found.
    const protocol = await context.newCDPSession(page);
    const { origin } = new URL(url);
    await protocol.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: quotaBytes });
  }
  await openPage(page, url);
  return { page, context, url, closeServer: server.close, troubles };
}

/** Sets several options of the page's forms. */
export async function setOptions(page: Page, values: Record<string, string>): Promise<void> {
  for (const [name, value] of Object.entries(values)) await setOption(page, name, value);
}

/** Waits until a training has begun its steps. */
export async function awaitSteps(page: Page): Promise<void> {
  const phases = ['training', 'validating'].map((phase) => `[data-phase=${phase}]`);
  await page.locator(`[data-testid=progress]:is(${phases.join()})`).waitFor();
}
