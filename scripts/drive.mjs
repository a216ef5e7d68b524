// What a person does on the page, for the headless driver, the whole-page tests and the benchmarks: open, give files,
// train, wait. Everything goes through the page's own controls; exact results are read from its database.
import { SWITCHES, ensureChromium } from './chromium.mjs';
import { answerReading } from './reading-form.mjs';

/** @typedef {import('playwright').Page} Page */
/** @typedef {import('../src/core/types').Dataset} Dataset */
/** @typedef {import('../src/core/run').Run} Run */
/** @typedef {{ timeoutMs?: number, onWait?: () => Promise<void> }} Waiting */

const POLL_MS = 100;

/**
 * Starts the browser with a profile on disk, so that storage is what a person's would be.
 * @param {string} profile folder
 * @param {string[]} [switches] more of them
 */
export async function launchWithDisk(profile, switches = []) {
  const { chromium } = await import('playwright');
  return chromium.launchPersistentContext(profile, {
    executablePath: ensureChromium(),
    args: [...SWITCHES, ...switches],
    locale: 'en-GB',
  });
}

/**
 * Opens the page and waits until it is drawn and has found out which device trains.
 * @param {Page} page
 * @param {string} url
 */
export async function openPage(page, url) {
  await page.goto(url);
  await page.getByTestId('device').waitFor({ timeout: 60_000 });
}

/**
 * Goes to one of the five places by its link.
 * @param {Page} page
 * @param {import('../src/state/place.svelte').PlaceName} place
 */
export async function goTo(page, place) {
  await page.locator(`nav a[href="#${place}"]`).click();
  await page.locator(`nav a[href="#${place}"][aria-current="page"]`).waitFor();
}

/**
 * The sentence of the fault on show, or null.
 * @param {Page} page
 * @returns {Promise<string | null>}
 */
export async function readFault(page) {
  const shown = page.getByTestId('fault');
  if ((await shown.count()) === 0) return null;
  const [text, title] = await shown.evaluate((node) => [
    node.textContent,
    node.querySelector('b')?.textContent ?? '',
  ]);
  return text.replace(title, '').trim();
}

/**
 * What the page's line of progress says now, or ''.
 * @param {Page} page
 * @returns {Promise<string>}
 */
export async function readProgress(page) {
  const lines = await page.locator('[data-testid=progress] p').allInnerTexts();
  return lines.join(' ').replace(/\s+/g, ' ').trim();
}

/**
 * All records of one of the page's object stores; none before the page has made its database.
 * @param {Page} page
 * @param {string} name
 * @returns {Promise<unknown[]>}
 */
export function readStore(page, name) {
  return page.evaluate(
    (storeName) =>
      new Promise((resolve, reject) => {
        const opening = indexedDB.open('broadsheet');
        opening.onupgradeneeded = () => opening.transaction?.abort(); // not there yet: leave it to the page
        opening.onerror = () => resolve([]);
        opening.onsuccess = () => {
          const store = opening.result;
          const reading = store.transaction(storeName).objectStore(storeName).getAll();
          reading.onerror = () => reject(reading.error ?? new Error('unreadable'));
          reading.onsuccess = () => resolve(reading.result);
          store.close();
        };
      }),
    name,
  );
}

/** Asks until there is an answer; throws the page's own sentence when a fault is shown. */
async function untilFound(page, find, { timeoutMs = 120_000, onWait } = {}) {
  const end = performance.now() + timeoutMs;
  for (;;) {
    const found = await find();
    if (found) return found;
    const fault = await readFault(page);
    if (fault !== null) throw new Error(fault);
    await onWait?.();
    if (performance.now() > end) throw new Error(`Nothing came of it in ${timeoutMs / 1000} s.`);
    await page.waitForTimeout(POLL_MS);
  }
}

/** Does something that imports, and gives the dataset that is new or has grown. */
async function awaitImport(page, act, waiting) {
  const stateOf = ({ id, train, test }) => `${id} ${train?.id} ${test?.id}`;
  const before = new Set((await readStore(page, 'datasets')).map(stateOf));
  await act();
  return untilFound(
    page,
    async () => {
      if ((await page.getByTestId('progress').count()) > 0) return undefined;
      const question = page.getByTestId('reading-reason');
      if ((await question.count()) > 0) throw new Error(await question.innerText());
      const after = await readStore(page, 'datasets');
      return after.find((dataset) => !before.has(stateOf(dataset)));
    },
    waiting,
  );
}

/**
 * Gives files to the page's file input and waits for the dataset that holds them. With `reading` it ticks the box that
 * asks first, and answers.
 * @param {Page} page
 * @param {string[]} paths
 * @param {Waiting & { reading?: import('./reading-form.mjs').Choices }} [options]
 * @returns {Promise<Dataset>}
 */
export async function giveFiles(page, paths, { reading, ...waiting } = {}) {
  await goTo(page, 'data');
  const act = async () => {
    if (reading) await page.getByTestId('ask-first').check();
    await page.getByTestId('files').setInputFiles(paths);
    if (reading) await answerReading(page, reading);
  };
  return awaitImport(page, act, waiting);
}

/**
 * Presses the button of one of the page's own samples and waits for its dataset.
 * @param {Page} page
 * @param {import('../src/core/types').SampleName} name
 * @param {Waiting} [waiting]
 * @returns {Promise<Dataset>}
 */
export async function loadSample(page, name, waiting) {
  await goTo(page, 'data');
  return awaitImport(page, () => page.getByTestId(`sample-${name}`).click(), waiting);
}

/** Whether nothing more will happen to a run: it is tested by itself where its settings ask for that. */
function hasEnded({ status, settings, prepared, test }) {
  const isTested = !settings.train.testAtEnd || prepared.rows.test === 0 || test !== null;
  return (status === 'finished' || status === 'stopped') && isTested;
}

/**
 * Waits until a training under way has ended, and gives its run; throws the page's sentence if it failed.
 * @param {Page} page
 * @param {Set<string>} known ids of the runs that were there before
 * @param {Waiting} [waiting]
 * @returns {Promise<Run>}
 */
export async function awaitRun(page, known, waiting) {
  const isDone = (run) => !known.has(run.id) && hasEnded(run);
  return untilFound(page, async () => (await readStore(page, 'runs')).find(isDone), waiting);
}

/**
 * Presses a button that trains, and gives the run once it has ended.
 * @param {Page} page
 * @param {Waiting & { button?: 'train' | 'train-now' }} [options]
 * @returns {Promise<Run>}
 */
export async function train(page, { button = 'train', ...waiting } = {}) {
  await goTo(page, button === 'train' ? 'train' : 'data');
  const known = new Set((await readStore(page, 'runs')).map(({ id }) => id));
  await page.getByTestId(button).click();
  return awaitRun(page, known, waiting);
}
