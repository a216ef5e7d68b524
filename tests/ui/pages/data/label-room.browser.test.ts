// The room for labels with the real workers, worked by keys.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { NO_LABEL } from '../../../../src/core/types';
import Data from '../../../../src/ui/pages/Data.svelte';
import { freshStore } from '../../../store/samples';
import { renderInApp } from '../../in-app';

const SLOW = { timeout: 20_000 };

beforeEach(async () => {
  (await freshStore()).close(); // other files of tests leave theirs behind
});
afterEach(() => {
  location.hash = '';
});

/** Texts of so many classes, three of each, with the first rows' labels taken away. */
async function room(classes: number, unlabelled: number) {
  location.hash = '#data/label';
  const { app, screen } = await renderInApp(Data, {});
  const rows = Array.from({ length: 3 * classes }, (_, i) => `class ${i % classes},text ${i}\n`);
  const file = new File([rows.join('')], 'train.csv');
  const dataset = (await app.datasets.importFiles([file]))!;
  const order = { split: 'train', to: NO_LABEL, onlyUnlabelled: false } as const;
  const which = Uint32Array.from({ length: unlabelled }, (_, i) => i);
  await app.labelling.give(dataset.id, { ...order, rows: which, by: 'hand', runId: null });
  await expect.element(screen.getByTestId('label-back')).toBeVisible();
  const train = () => app.datasets.current!.train!;
  return { app, screen, train };
}

async function desk(screen: Awaited<ReturnType<typeof room>>['screen']) {
  await screen.getByTestId('queue-kind').selectOptions('all');
  await screen.getByTestId('queue-kind').selectOptions('unlabelled'); // the rows as they are now
  await expect.element(screen.getByTestId('desk-text'), SLOW).toHaveTextContent(/^text \d/);
  screen.getByTestId('desk').element().focus();
}

describe('the room for labels', () => {
  it('labels by number keys, skips and undoes, and the focus stays', async () => {
    const { screen, train } = await room(3, 6);
    await desk(screen);
    const shown = () => screen.getByTestId('desk-text').element().textContent;
    const first = shown();
    await userEvent.keyboard('2');
    await expect.element(screen.getByTestId('desk-said')).toHaveTextContent('class 1');
    await expect.poll(() => train().unlabelled, SLOW).toBe(5);
    expect(shown()).not.toBe(first);
    expect(document.activeElement).toBe(screen.getByTestId('desk').element());
    await userEvent.keyboard('s');
    await expect.element(screen.getByTestId('desk-said')).toHaveTextContent('skipped');
    await userEvent.keyboard('4'); // there is no fourth class
    await userEvent.keyboard('uu');
    await expect.poll(() => train().unlabelled, SLOW).toBe(6);
    await expect.poll(shown, SLOW).toBe(first);
    await userEvent.keyboard('123123');
    await expect.poll(() => train().classCounts, SLOW).toEqual([3, 3, 3]);
    await expect.element(screen.getByTestId('desk-text')).toHaveTextContent('No row is left');
  });

  it('adds a class, which has the next key at once', async () => {
    const { screen, train } = await room(2, 4);
    await desk(screen);
    await screen.getByTestId('new-class').fill('class 0');
    await screen.getByTestId('add-class').click();
    await expect.element(screen.getByText('There is a class “class 0” already.')).toBeVisible();
    await screen.getByTestId('new-class').fill('31'); // digits in a field label nothing
    await screen.getByTestId('add-class').click();
    await expect.element(screen.getByTestId('class-2'), SLOW).toHaveTextContent('31');
    expect(train().unlabelled).toBe(4);
    screen.getByTestId('desk').element().focus();
    await userEvent.keyboard('3');
    await expect.poll(() => train().classCounts, SLOW).toEqual([1, 1, 1]);
  });

  it('finds one of many classes by typing', async () => {
    const { app, screen, train } = await room(12, 12);
    await desk(screen);
    await screen.getByTestId('class-filter').fill('11');
    await userEvent.keyboard('{Enter}');
    const place = app.datasets.current!.classes.findIndex(({ name }) => name === 'class 11');
    await expect.poll(() => train().classCounts[place], SLOW).toBe(3);
    await expect.element(screen.getByTestId('class-filter')).toHaveValue('');
    expect(document.activeElement).toBe(screen.getByTestId('class-filter').element());
  });

  it('labels all rows that a search finds, after asking, and takes them back as a whole', async () => {
    const { screen, train } = await room(3, 6);
    await screen.getByTestId('bulk-query').fill('text');
    await screen.getByTestId('bulk-search').click();
    const told = screen.getByTestId('bulk-told');
    await expect.element(told, SLOW).toHaveTextContent('9 rows for training have it, 6 of them');
    await screen.getByTestId('bulk-to').selectOptions('class 2');
    await screen.getByTestId('bulk-give').click();
    await expect.element(screen.getByText('Give 6 rows the label “class 2”?')).toBeVisible();
    expect(train().unlabelled).toBe(6);
    await screen.getByTestId('bulk-yes').click();
    await expect.poll(() => train().classCounts, SLOW).toEqual([1, 1, 7]);
    screen.getByTestId('label-log').element().querySelector('summary')!.click();
    await screen.getByTestId('reverse').first().click();
    await expect.poll(() => train().unlabelled, SLOW).toBe(6);
    await expect.element(screen.getByText('6 rows have the label from before.')).toBeVisible();
  });

  it('says how many rows a bulk label changed and how many had it, and in the log what they were', async () => {
    const { screen, train } = await room(3, 2);
    await screen.getByTestId('bulk-query').fill('text');
    await screen.getByTestId('bulk-search').click();
    await screen.getByTestId('bulk-to').selectOptions('class 2');
    await screen.getByTestId('bulk-only').click();
    await screen.getByTestId('bulk-give').click();
    await screen.getByTestId('bulk-yes').click();
    const told = screen.getByTestId('bulk-told');
    await expect
      .element(told, SLOW)
      .toHaveTextContent('6 rows changed to “class 2”; 3 had it already.');
    expect(train().classCounts).toEqual([0, 0, 9]);
    screen.getByTestId('label-log').element().querySelector('summary')!.click();
    const entries = screen.getByTestId('log-entry');
    const labels = '2 class 0, 2 class 1, 2 no label';
    await expect.element(entries.first()).toHaveTextContent(`6 rows: ${labels} → class 2`);
    await screen.getByTestId('reverse').first().click();
    await expect.element(entries.first()).toHaveTextContent(`6 rows: class 2 → ${labels}`);
    await expect.element(entries.nth(1)).toHaveTextContent('taken back: the labels are as before');
  });
});
