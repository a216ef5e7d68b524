// npm run headless: trains on the real page in a real browser, from the command line. See headless/options.mjs.
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { giveFiles, launchWithDisk, loadSample, openPage, readProgress, train } from './drive.mjs';
import { HELP, readOptions } from './headless/options.mjs';
import { makeResult } from './headless/result.mjs';
import { ensureBuilt, ensureInstalled } from './prepare.mjs';
import { serve } from './serve.mjs';
import { choosePreset, chooseTarget, chooseTier, setOption } from './settings-form.mjs';

/** Names by which the page tells what a file is for; its own ending may tell how it is written. */
const ROLES = ['train', 'test', 'classes'];

/** Copies of the files under the names that tell the page which is which. */
function stageFiles(options, folder) {
  mkdirSync(folder);
  return ROLES.filter((role) => options[role] !== undefined).map((role) => {
    const [ending] = /(\.[a-z]\w*){1,2}$/i.exec(basename(options[role])) ?? ['.csv'];
    const path = join(folder, `${role}${role === 'classes' ? '.txt' : ending}`);
    copyFileSync(options[role], path);
    return path;
  });
}

/** Prints what the page's line of progress says whenever it says something new, at most once a second. */
function progressPrinter(page) {
  let last = '';
  let nextMs = 0;
  return async () => {
    if (performance.now() < nextMs) return;
    nextMs = performance.now() + 1000;
    const now = await readProgress(page);
    if (now !== '' && now !== last) console.error(now);
    last = now;
  };
}

async function drive(page, options, folder) {
  const onWait = progressPrinter(page);
  const start = performance.now();
  const dataset = options.sample
    ? await loadSample(page, options.sample, { onWait })
    : await giveFiles(page, stageFiles(options, folder), { onWait, reading: options.reading });
  const importSeconds = (performance.now() - start) / 1000;
  if (options.preset !== undefined) await choosePreset(page, options.preset);
  if (options.target !== undefined) await chooseTarget(page, options.target);
  if (options.tier) await chooseTier(page, options.tier);
  for (const [name, value] of options.settings) await setOption(page, name, value);
  const run = await train(page, { onWait, timeoutMs: 24 * 3600_000 });
  return makeResult(dataset, run, importSeconds);
}

async function main() {
  const options = readOptions(process.argv.slice(2));
  if (options.help) return console.log(HELP);
  if (options.chromePath) process.env.CHROME_PATH = options.chromePath;
  ensureInstalled();
  ensureBuilt();
  const folder = mkdtempSync(join(tmpdir(), 'broadsheet-'));
  const server = await serve();
  const context = await launchWithDisk(join(folder, 'profile'));
  try {
    const page = context.pages()[0] ?? (await context.newPage());
    page.on('pageerror', (error) => console.error(error.message));
    await openPage(page, server.url);
    const result = await drive(page, options, join(folder, 'files'));
    if (options.json) writeFileSync(options.json, `${JSON.stringify(result, null, 2)}\n`);
    console.log(JSON.stringify(result));
  } finally {
    await context.close();
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

main().catch((error) => {
  console.error(error.message);
  process.exitCode = 1;
});
