// Opens a page of this folder in a real browser: bundled alone, served, and gone afterwards.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SWITCHES, ensureChromium } from '../../../scripts/chromium.mjs';
import { serve } from '../../../scripts/serve.mjs';

/**
 * Bundles the page `name`.html into a folder.
 * @param {string} name
 * @param {string} folder
 */
export async function bundle(name, folder) {
  const { build } = await import('vite');
  await build({
    root: import.meta.dirname,
    base: './',
    configFile: false,
    logLevel: 'error',
    worker: { format: 'es' },
    build: {
      outDir: folder,
      emptyOutDir: true,
      target: 'es2023',
      chunkSizeWarningLimit: 4000,
      rollupOptions: { input: join(import.meta.dirname, `${name}.html`) },
    },
  });
}

/**
 * Does something in the page `name`.html, once its script has put the function `ready` on the page.
 * @template T
 * @param {string} name
 * @param {string} ready
 * @param {(page: import('playwright').Page) => Promise<T>} act
 */
export async function inBundledPage(name, ready, act) {
  const { chromium } = await import('playwright');
  const folder = mkdtempSync(join(tmpdir(), `broadsheet-${name}-`));
  await bundle(name, folder);
  const server = await serve({ root: folder });
  const browser = await chromium.launch({ executablePath: ensureChromium(), args: SWITCHES });
  try {
    const page = await browser.newPage();
    page.setDefaultTimeout(0);
    await page.goto(new URL(`${name}.html`, server.url).href);
    await page.waitForFunction(`typeof ${ready} === "function"`);
    return await act(page);
  } finally {
    await browser.close();
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
