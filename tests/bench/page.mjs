// The page's own thread: how much JavaScript must arrive first, and its longest task while files are imported, while the
// model trains, and while people walk through the places meanwhile.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { giveFiles, goTo, launchWithDisk, openPage, train } from '../../scripts/drive.mjs';
import { serve } from '../../scripts/serve.mjs';
import { chooseTier } from '../../scripts/settings-form.mjs';
import { BUDGET_KB, measureSize } from '../../scripts/size.mjs';
import { traceTasks } from './support/trace.mjs';

const LIMIT_MS = 50;
const SAMPLE = join(import.meta.dirname, '../../public/samples/english');

/** Figures of one stretch of work; the inner events of a task over the limit tell whose it was. */
function describe(stretch, tasks) {
  const over = tasks.filter(({ cpuMs }) => cpuMs > LIMIT_MS);
  return [
    {
      what: `${stretch}: longest task on the page's thread`,
      value: tasks[0].cpuMs,
      unit: 'ms CPU',
      bar: `<= ${LIMIT_MS}`,
    },
    ...over.map(({ cpuMs, inside }) => ({
      what: `${stretch}: a task over the limit, ${inside}`,
      value: cpuMs,
      unit: 'ms CPU',
    })),
  ];
}

async function measureThread(page, files) {
  const importing = await traceTasks(page, () => giveFiles(page, files));
  await chooseTier(page, 'wasm');
  const training = await traceTasks(page, async () => {
    const ended = train(page, { timeoutMs: 600_000 });
    await page.waitForTimeout(1000);
    for (const place of ['data', 'clean', 'use', 'train']) await goTo(page, place);
    await ended;
  });
  await goTo(page, 'data');
  return [...describe('import', importing), ...describe('training', training)];
}

/** Measures size and tasks; on the real files where they are at hand, else on the English sample's. */
export async function run() {
  const { kB } = measureSize();
  const size = {
    what: 'JavaScript before use, gzipped',
    value: kB,
    unit: 'kB',
    bar: `<= ${BUDGET_KB}`,
  };
  const files = ['train.csv', 'test.csv', 'classes.txt'];
  const folder = process.env.AG_NEWS_DIR ?? SAMPLE;
  const profile = mkdtempSync(join(tmpdir(), 'broadsheet-page-'));
  const server = await serve();
  const context = await launchWithDisk(profile);
  try {
    const page = context.pages()[0];
    await openPage(page, server.url);
    const paths = files.map((name) => join(folder, name));
    const rows = await measureThread(page, paths);
    const source = {
      what: 'files',
      value: process.env.AG_NEWS_DIR ? 'AG News' : 'sample (AG_NEWS_DIR unset)',
    };
    return [size, source, ...rows];
  } finally {
    await context.close();
    await server.close();
    rmSync(profile, { recursive: true, force: true });
  }
}
