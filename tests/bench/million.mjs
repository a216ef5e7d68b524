// A million rows: made-up files of 100,000 and 1,000,000 rows through the page, with a profile on disk. Seconds of each stage, the
// memory of the page's process above that of the empty page, and the page's longest task.
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { giveFiles, goTo, launchWithDisk, openPage } from '../../scripts/drive.mjs';
import { serve } from '../../scripts/serve.mjs';
import { rendererBytes, watchMemory } from './support/memory.mjs';
import { writeRows } from './support/rows.mjs';
import { traceTasks } from './support/trace.mjs';

const SIZES = (process.env.ROWS ?? '100000,1000000').split(',').map(Number);
const LIMIT_MB = 700;
const LIMIT_MS = 50;
const WAIT_MS = 1_200_000;

/** What preparing gave, out of the page's database. */
function readPrepared(page) {
  return page.evaluate(async () => {
    const ask = (request) =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const store = await ask(indexedDB.open('broadsheet'));
    const artifacts = store.transaction('artifacts').objectStore('artifacts');
    const keys = await ask(artifacts.getAllKeys());
    const key = keys.find(([, piece]) => piece === 'record');
    const record = key && (await ask(artifacts.get(key)));
    store.close();
    return record?.prepared;
  });
}

/** Cleans and encodes as somebody does who follows a row through all stages. */
async function prepare(page) {
  await goTo(page, 'clean');
  await page.getByTestId('clean-status').filter({ hasText: /./ }).waitFor({ state: 'attached' });
  await page.getByTestId('follow-number').fill('1');
  await page.getByTestId('follow-go').click();
  await page.getByTestId('journey').waitFor({ timeout: WAIT_MS });
}

/** Seconds of the stages. */
async function goThrough(page, file) {
  const start = performance.now();
  await giveFiles(page, [file], { timeoutMs: WAIT_MS });
  const imported = performance.now();
  await prepare(page);
  const end = performance.now();
  const { seconds, vocabulary } = await readPrepared(page);
  const total = (end - start) / 1000;
  return { import: (imported - start) / 1000, ...seconds, total, vocabulary };
}

/** Opens the page in a fresh browser, does something, and gives what it held when it was empty besides. */
async function onFreshPage(act) {
  const profile = mkdtempSync(join(tmpdir(), 'broadsheet-million-'));
  const server = await serve();
  const context = await launchWithDisk(profile);
  try {
    const page = context.pages()[0];
    page.setDefaultTimeout(WAIT_MS);
    await openPage(page, server.url);
    await page.waitForTimeout(2000);
    const emptyBytes = rendererBytes(profile);
    return { emptyBytes, ...(await act(page, profile)) };
  } finally {
    await context.close();
    await server.close();
    rmSync(profile, { recursive: true, force: true });
  }
}

function measure(file) {
  return onFreshPage((page, profile) => watchMemory(profile, () => goThrough(page, file)));
}

function describe(rows, { emptyBytes, peakBytes, result }) {
  const about = rows.toLocaleString('en');
  const second = (what) => ({ what: `${about} rows: ${what}`, value: result[what], unit: 's' });
  const megabyte = { unit: 'MB' };
  return [
    ...['import', 'clean', 'encode', 'total'].map(second),
    { what: `${about} rows: the empty page`, value: emptyBytes / 1e6, ...megabyte },
    {
      what: `${about} rows: most above the empty page`,
      value: (peakBytes - emptyBytes) / 1e6,
      ...megabyte,
      bar: `<= ${LIMIT_MB}`,
    },
  ];
}

/** Measures both sizes, then the page's tasks on the larger one once more: a trace takes memory of its own. */
export async function run() {
  if (!existsSync('/proc/self/status')) return { skipped: 'memory is read from /proc, on Linux' };
  const folder = mkdtempSync(join(tmpdir(), 'broadsheet-rows-'));
  try {
    const files = SIZES.map((rows) => join(folder, `${rows}.csv`));
    for (const [i, rows] of SIZES.entries()) await writeRows(files[i], rows);
    const measured = [];
    for (const file of files) measured.push(await measure(file));
    const { tasks } = await onFreshPage(async (page) => ({
      tasks: await traceTasks(page, () => goThrough(page, files.at(-1))),
    }));
    const stages = ['import', 'clean', 'encode'];
    const secondsOf = ({ result }) => stages.reduce((sum, stage) => sum + result[stage], 0);
    return [
      ...SIZES.flatMap((rows, i) => describe(rows, measured[i])),
      {
        what: `time of ${SIZES.at(-1)} rows by that of ${SIZES[0]}`,
        value: secondsOf(measured.at(-1)) / secondsOf(measured[0]),
        unit: '×',
        bar: `linear is ${SIZES.at(-1) / SIZES[0]}`,
      },
      {
        what: `longest task on the page's thread: ${tasks[0].inside}`,
        value: tasks[0].cpuMs,
        unit: 'ms CPU',
        bar: `<= ${LIMIT_MS}`,
      },
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
