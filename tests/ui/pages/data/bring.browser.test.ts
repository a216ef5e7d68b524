// The ways in that are no files, as components with the real workers behind them.
import { beforeEach, describe, expect, it } from 'vitest';
import Data from '../../../../src/ui/pages/Data.svelte';
import { addressOf } from '../../../../src/core/address';
import { readDraft } from '../../../../src/state/drafts';
import { freshStore } from '../../../store/samples';
import { renderInApp } from '../../in-app';

beforeEach(async () => (await freshStore()).close());

async function show(code: 'en' | 'zh' = 'en') {
  const { app, screen } = await renderInApp(Data, {}, code);
  await app.datasets.load();
  return { app, screen };
}

const box = (screen: Awaited<ReturnType<typeof show>>['screen'], i: number) => {
  const one = screen.getByTestId('typed-class').nth(i);
  return { name: one.getByRole('textbox').first(), texts: one.getByRole('textbox').last(), one };
};

describe('starting from nothing', () => {
  it('counts the lines, says what is missing, and keeps a draft', async () => {
    const { screen } = await show();
    await screen.getByTestId('way-nothing').click();
    const first = box(screen, 0);
    await first.name.fill('Cats');
    await first.texts.fill('purr\n\nmeow');
    await expect.element(first.one).toHaveTextContent('2 texts');
    const lacks = screen.getByTestId('typed-lacks');
    await expect.element(lacks).toHaveTextContent('At least two classes need texts.');
    await expect.element(lacks).toHaveTextContent('“Cats” needs 8 more');
    await expect.element(screen.getByTestId('typed-keep')).toBeDisabled();
    await screen.getByTestId('add-class').click();
    await expect.poll(() => readDraft('')?.length).toBe(3);
    expect(readDraft('')?.[0]).toEqual({ name: 'Cats', text: 'purr\n\nmeow' });
    await screen.getByRole('button', { name: 'Remove “Cats” with its texts' }).click();
    await expect.poll(() => readDraft('')?.length).toBe(2);
    await screen.getByTestId('typed-restart').click();
    await screen.getByTestId('typed-drop').click();
    expect(readDraft('')).toBeNull();
  });

  it('makes a dataset that can be edited, and is replaced by what it became', async () => {
    const { app, screen } = await show();
    await screen.getByTestId('way-nothing').click();
    for (const [i, [name, texts]] of [
      ['Cats', 'purr\nsaid "meow", twice'],
      ['Dogs', 'woof'],
    ].entries()) {
      await box(screen, i).name.fill(name);
      await box(screen, i).texts.fill(texts);
    }
    await screen.getByTestId('typed-keep').click();
    await expect.element(screen.getByTestId('finding')).toHaveTextContent('3 texts in two classes');
    await expect.poll(() => readDraft(''), { timeout: 30_000 }).toBeNull(); // runs are read anew first
    await expect.element(screen.getByTestId('dataset-name')).toHaveTextContent('Cats');

    await screen.getByTestId('edit-texts').click();
    await expect.element(box(screen, 0).texts).toHaveValue('purr\nsaid "meow", twice');
    await box(screen, 1).texts.fill('woof\nbow');
    await screen.getByTestId('typed-keep').click();
    await expect.element(screen.getByTestId('finding')).toHaveTextContent('4 texts in two classes');
    expect(app.datasets.list).toHaveLength(1);
  });
});

describe('pasted text', () => {
  it('that is not sure is asked about, and kept meanwhile', async () => {
    const { app, screen } = await show();
    await screen.getByTestId('way-paste').click();
    const text = '{"label": "a", "text": "only one class"}';
    await screen.getByTestId('paste-text').fill(text);
    await screen.getByTestId('paste-read').click();
    await expect.poll(() => app.datasets.question?.fault?.key).toBe('classes.one');
    expect(await app.datasets.question?.files.at(0)?.text()).toBe(text);
  });
});

describe('an address', () => {
  it.each([
    ['example.org/rows.csv', 'https://example.org/rows.csv'],
    [' http://localhost:81/a b.csv ', 'http://localhost:81/a%20b.csv'],
    ['file:///etc/passwd', undefined],
    ['javascript:alert(1)', undefined],
    ['https://name:secret@example.org/rows.csv', undefined],
    ['rows', undefined],
    ['', undefined],
  ])('%j is read as %j', (typed, url) => {
    expect(addressOf(typed)?.href).toBe(url);
  });

  it('says in both languages who will be asked before it asks', async () => {
    for (const [code, words] of [
      ['en', 'sends one request to example.org'],
      ['zh', '会向 example.org 发出一个请求'],
    ] as const) {
      const { screen } = await show(code);
      await screen.getByTestId('way-address').click();
      await screen.getByTestId('address').fill('example.org/rows.csv');
      await expect.element(screen.getByTestId('address-told')).toHaveTextContent(words);
      await screen.unmount();
    }
  });
});
