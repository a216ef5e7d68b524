// The ways in that are no files: text from the clipboard, an address, and classes typed on the page.
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from 'playwright';
import { describe, expect, it, onTestFinished } from 'vitest';
import { awaitRun, goTo, openPage, readStore } from '../../scripts/drive.mjs';
import { visit } from './page';

const ROWS = Array.from({ length: 12 }, (_, i) => [i % 2 ? 'good' : 'bad', `text number ${i}`]);
const CSV = `label,text\n${ROWS.map((row) => row.join(',')).join('\n')}\n`;
const TABLE = ROWS.map((row) => row.join('\t')).join('\n');

/** Rows of all train parts in the page's database. */
async function rowsKept(page: Page): Promise<number[]> {
  const datasets = (await readStore(page, 'datasets')) as { train: { rowCount: number } }[];
  return datasets.map(({ train }) => train.rowCount);
}

describe('text from the clipboard', () => {
  it('is read wherever it is pasted, but in a field', async () => {
    const { page } = await visit();
    const paste = (selector: string, text: string) =>
      page.evaluate(
        ([at, given]) => {
          const clipboardData = new DataTransfer();
          clipboardData.setData('text/plain', given);
          const event = new ClipboardEvent('paste', { clipboardData, bubbles: true });
          document.querySelector(at)?.dispatchEvent(event);
        },
        [selector, text],
      );
    await page.getByTestId('way-paste').click();
    await page.getByTestId('paste-text').waitFor();
    await paste('[data-testid=paste-text]', TABLE);
    await page.getByTestId('paste-text').fill(`__label__good fine day\n__label__bad no`);
    await page.getByTestId('paste-read').click();
    await expect.poll(() => rowsKept(page)).toEqual([2]);
    await paste('body', TABLE);
    await expect.poll(() => rowsKept(page).then((rows) => rows.sort())).toEqual([12, 2].sort());
    await page.getByTestId('dataset-name').waitFor();
  });
});

interface Answer {
  cors?: boolean;
  type?: string;
  status?: number;
  body?: string;
  endless?: boolean;
}

/** A server that is not the page's, and what it was asked. */
async function otherServer(answers: Record<string, Answer>) {
  const asked: { path: string; headers: IncomingHttpHeaders }[] = [];
  const open = new Set<ServerResponse>();
  const server = createServer(({ url: path = '', headers }, response) => {
    asked.push({ path, headers });
    const { cors, type = 'text/csv', status = 200, body = CSV, endless } = answers[path];
    const allowed = cors === false ? {} : { 'Access-Control-Allow-Origin': '*' };
    response.writeHead(status, { 'Content-Type': type, ...allowed });
    if (!endless) return response.end(body);
    open.add(response);
    response.on('close', () => open.delete(response));
    return response.write(body);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return { url: `http://localhost:${port}`, asked, open };
}

/** Types an address and presses the button; gives what is said before that. */
async function fetchFrom(page: Page, address: string): Promise<string> {
  const field = page.getByTestId('address');
  if ((await field.count()) === 0) await page.getByTestId('way-address').click();
  await field.fill(address);
  const told = await page.getByTestId('address-told').innerText();
  await page.getByTestId('address-fetch').click();
  return told;
}

describe('an address', () => {
  it('is asked once the button is pressed, and told nothing else', async () => {
    const { page, troubles } = await visit();
    const other = await otherServer({ '/rows.csv': {} });
    await page.context().addCookies([{ name: 'secret', value: '1', url: other.url }]);
    await page.getByTestId('way-address').click();
    await page.getByTestId('address').fill(`${other.url}/rows.csv`);
    expect([other.asked, troubles]).toEqual([[], []]);
    const told = await fetchFrom(page, `${other.url}/rows.csv`);
    expect(told).toContain(`one request to ${new URL(other.url).host}`);
    await expect.poll(() => rowsKept(page)).toEqual([12]);
    expect(other.asked.map(({ path }) => path)).toEqual(['/rows.csv']);
    expect(other.asked[0].headers).not.toHaveProperty('cookie');
    expect(other.asked[0].headers).not.toHaveProperty('referer');
    expect(troubles.splice(0)).toEqual([`request to elsewhere: ${other.url}/rows.csv`]);
  });

  it('that gives nothing says why and what to do', async () => {
    const { page, troubles } = await visit();
    const other = await otherServer({
      '/closed.csv': { cors: false },
      '/missing.csv': { status: 404 },
      '/page.csv': { type: 'text/html', body: '<!doctype html><title>Sign in</title>' },
    });
    const cases = [
      ['/closed.csv', 'CORS'],
      ['/missing.csv', 'status 404 (not found)'],
      ['/page.csv', 'a web page instead of data'],
    ];
    for (const [path, words] of cases) {
      await fetchFrom(page, other.url + path);
      await page.getByTestId('address-fault').getByText(words).waitFor();
    }
    await page.context().setOffline(true);
    await fetchFrom(page, `${other.url}/closed.csv`);
    await page.getByTestId('address-fault').getByText('no network').waitFor();
    await page.context().setOffline(false);
    expect(await rowsKept(page)).toEqual([]);
    troubles.length = 0; // the browser tells of each refusal
  });

  it('that sends without end can be stopped', async () => {
    const { page, troubles } = await visit();
    const other = await otherServer({ '/endless.csv': { endless: true } });
    await fetchFrom(page, `${other.url}/endless.csv`);
    const line = page.getByTestId('progress');
    await line.getByText(/\d/).first().waitFor();
    await expect.poll(() => other.open.size).toBe(1);
    await line.getByRole('button', { name: 'Cancel' }).click();
    await line.waitFor({ state: 'detached' });
    await expect.poll(() => other.open.size).toBe(0);
    expect(await page.getByTestId('address-fault').innerText()).toBe('');
    troubles.length = 0; // the request itself
  });
});

const PRAISE = 'lovely wonderful great superb fine pleasant brilliant charming happy delightful';
const BLAME = 'awful dreadful broken poor nasty dull horrible useless sad terrible';
const linesOf = (words: string) =>
  words
    .split(' ')
    .map((word) => `This was a ${word} little thing, truly ${word}.`)
    .join('\n');

describe('classes typed on the page', () => {
  it('train from ten lines each, answer, and are still there after a reload', async () => {
    const { page, url } = await visit();
    await goTo(page, 'data');
    await page.getByTestId('way-nothing').click();
    const typed = page.getByTestId('typed-class');
    await typed.nth(0).getByRole('textbox').first().fill('Praise');
    await typed.nth(0).getByRole('textbox').last().fill(linesOf(PRAISE));
    await typed.nth(1).getByRole('textbox').first().fill('Blame');
    await typed.nth(1).getByRole('textbox').last().fill('one line only');
    await page.getByText('“Blame” needs 9 more different texts to be trained.').waitFor();
    expect(await page.getByTestId('typed-train').isDisabled()).toBe(true);

    await openPage(page, url); // closed in the middle
    await page.getByTestId('way-nothing').click();
    await expect
      .poll(() => typed.nth(1).getByRole('textbox').last().inputValue())
      .toBe('one line only');
    await typed.nth(1).getByRole('textbox').last().fill(linesOf(BLAME));
    await page.getByTestId('typed-train').click();
    const run = await awaitRun(page, new Set());
    expect(run.classes).toEqual(['Blame', 'Praise']);
    expect(run.prepared.rows).toMatchObject({ train: 16, validation: 2, test: 2 });

    await openPage(page, url);
    await goTo(page, 'use');
    for (const [text, answer] of [
      ['what a lovely day', 'Praise'],
      ['a dreadful mess', 'Blame'],
    ]) {
      await page.getByTestId('use-text').fill(text);
      await page.getByRole('heading', { level: 2 }).getByText(answer).waitFor();
    }

    await goTo(page, 'data');
    await page.getByTestId('edit-texts').click();
    await typed.nth(0).getByRole('textbox').last().waitFor();
    await typed
      .nth(0)
      .getByRole('textbox')
      .last()
      .fill(`${linesOf(BLAME)}\none more`);
    await page.getByTestId('typed-keep').click();
    await expect.poll(() => rowsKept(page)).toEqual([21]);
  });
});
