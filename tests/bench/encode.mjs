// Files to stored encoded ids for all of AG News, ours in a real browser against Python doing the same, in turns.
// `node tests/bench/encode.mjs` prints it alone.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SWITCHES, ensureChromium } from '../../scripts/chromium.mjs';
import { serve } from '../../scripts/serve.mjs';
import { bundle } from './support/bundled-page.mjs';

const ROOT = join(import.meta.dirname, 'support');
const SETTLE_MS = 2000; // the browser has started long before somebody chooses files
const ROUNDS = Number(process.env.ROUNDS ?? 3);

/** One run with a fresh profile on disk, so that nothing is found ready and the store is a real one. */
async function measureOurs(url, files) {
  const { chromium } = await import('playwright');
  const profile = mkdtempSync(join(tmpdir(), 'broadsheet-encode-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: ensureChromium(),
    args: SWITCHES,
  });
  try {
    const page = context.pages()[0];
    page.setDefaultTimeout(0);
    await page.goto(url);
    await page.waitForFunction('typeof measureEncoding === "function"');
    await page.setInputFiles('input', files);
    await page.waitForTimeout(SETTLE_MS);
    return await page.evaluate(() => window.measureEncoding());
  } finally {
    await context.close();
    rmSync(profile, { recursive: true, force: true });
  }
}

function measurePython([train, test]) {
  const python = process.env.PYTHON ?? '/usr/bin/python3';
  const script = join(ROOT, 'encode.py');
  return JSON.parse(execFileSync(python, [script, train, test], { encoding: 'utf8' }));
}

function hasPandas() {
  try {
    execFileSync(process.env.PYTHON ?? '/usr/bin/python3', ['-c', 'import pandas, numpy']);
    return true;
  } catch {
    return false;
  }
}

function best(runs) {
  const total = (run) => Object.values(run.seconds).reduce((sum, each) => sum + each, 0);
  return runs.map((run) => ({ ...run, total: total(run) })).sort((a, b) => a.total - b.total)[0];
}

function describe(ours, python) {
  const second = (what, value) => ({ what, value, unit: 's' });
  const { read, clean, encode } = ours.seconds;
  const parts = [
    second('ours: read', read),
    second('ours: clean', clean),
    second('ours: count and encode', encode),
  ];
  const total = { ...second('ours: files to stored ids', ours.total), bar: `best of ${ROUNDS}` };
  if (!python) return [...parts, total, { what: 'Python', value: 'skipped: no pandas' }];
  return [
    ...parts,
    total,
    { ...second('Python: files to ids', python.total), bar: `best of ${ROUNDS}` },
    { what: 'Python / ours', value: python.total / ours.total, unit: '×', bar: '>= 2' },
  ];
}

/** Measures and gives the figures as rows. */
export async function run() {
  const source = process.env.AG_NEWS_DIR;
  if (!source) return { skipped: 'AG_NEWS_DIR names no folder with the real files' };
  const files = ['train.csv', 'test.csv'].map((name) => join(source, name));
  const folder = mkdtempSync(join(tmpdir(), 'broadsheet-encode-page-'));
  await bundle('encode', folder);
  const server = await serve({ root: folder });
  const ours = [];
  const python = [];
  try {
    for (let round = 0; round < ROUNDS; round++) {
      if (hasPandas()) python.push(measurePython(files));
      const { seconds, ...rest } = await measureOurs(
        new URL('encode.html', server.url).href,
        files,
      );
      const { read, clean, prepare } = seconds;
      ours.push({ seconds: { read, clean, encode: prepare - clean }, ...rest });
    }
  } finally {
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  }
  return describe(best(ours), python.length > 0 ? best(python) : null);
}

if (import.meta.filename === process.argv[1]) console.log(await run());
