// The table over a million rows, made up as they are read.
import { describe, expect, it } from 'vitest';
import type { Dataset, Part, RowView, Split } from '../../../../src/core/types';
import RowsTable from '../../../../src/ui/pages/data/RowsTable.svelte';
import { SHEET_ROWS } from '../../../../src/ui/pages/data/sheets';
import { renderInApp } from '../../in-app';

const MILLION = 1_000_000;

function part(split: Split, rowCount: number): Part {
  return {
    id: split,
    split,
    rowCount,
    chunkCount: 1,
    sizeBytes: 0,
    sources: [],
    classCounts: [rowCount, 0],
    unlabelled: 0,
    givenValidation: 0,
    lengths: { unit: 'words', binWidth: 1, counts: [rowCount], mean: 0, longest: 0 },
    bad: { count: 0, examples: [] },
  };
}

const dataset: Dataset = {
  id: 'million',
  name: 'A million',
  createdAt: 0,
  classes: [
    { key: '1', name: 'World' },
    { key: '2', name: 'Sports' },
  ],
  fields: ['title', 'description'],
  language: 'spaced',
  train: part('train', MILLION),
  test: part('test', 10),
  sample: null,
  labelChanges: 0,
  testLooks: 0,
};

async function table() {
  const reads: [Split, number, number][] = [];
  const read = (split: Split, rowStart: number, rowEnd: number) => {
    reads.push([split, rowStart, rowEnd]);
    const rows = Array.from({ length: rowEnd - rowStart }, (_, i): RowView => {
      const row = rowStart + i;
      return {
        row,
        line: row + 1,
        label: row % 2,
        id: null,
        fields: [`${split} title ${row + 1}`, 'text'],
      };
    });
    return Promise.resolve(rows);
  };
  const { app, screen } = await renderInApp(RowsTable, { dataset, read });
  return { app, screen, reads };
}

describe('the table of rows', () => {
  it('holds a million rows, and only what is seen is in the page', async () => {
    const { screen, reads } = await table();
    await expect.element(screen.getByText('train title 1', { exact: true })).toBeVisible();
    const rows = screen.getByTestId('rows');
    await expect.element(rows).toHaveAttribute('aria-rowcount', String(MILLION + 1));
    expect(rows.element().querySelectorAll('[data-row]').length).toBeLessThan(60);
    expect(reads).toEqual([['train', 0, 128]]);
  });

  it('goes to any row, over the bounds of sheets', async () => {
    const { screen, reads } = await table();
    await screen.getByTestId('go-to-row').fill('999999');
    await screen.getByRole('button', { name: 'Go', exact: true }).click();
    await expect.element(screen.getByText('train title 999999')).toBeVisible();
    await expect.element(screen.getByTestId('sheet')).toHaveTextContent('900,001 to 1,000,000');
    expect(reads.length).toBeLessThan(6);
    await screen.getByRole('button', { name: 'Earlier rows' }).click();
    await expect.element(screen.getByText('train title 800001')).toBeVisible();
  });

  it('scrolls to the last row of a sheet: no browser caps so tall an element', async () => {
    const { screen } = await table();
    await expect.element(screen.getByText('train title 1', { exact: true })).toBeVisible();
    const scroller = screen.getByTestId('rows').element().querySelector('.scroll')!;
    expect(scroller.scrollHeight).toBeGreaterThan(SHEET_ROWS * 50);
    scroller.scrollTop = scroller.scrollHeight;
    await expect.element(screen.getByText('train title 100000')).toBeVisible();
  });

  it('switches to the test part', async () => {
    const { screen } = await table();
    await screen.getByRole('radio', { name: /Test/ }).click({ force: true });
    await expect.element(screen.getByText('test title 10')).toBeInTheDocument();
  });

  it('hands a row on to be followed', async () => {
    const { app, screen } = await table();
    await screen.getByRole('button', { name: /^Follow row 2 / }).click();
    expect(app.cleaning.followed).toEqual({ split: 'train', row: 1 });
    location.hash = '';
  });
});

describe('the tallest sheet', () => {
  it('is below what a browser lays out', () => {
    const tall = document.createElement('div');
    tall.style.height = `${SHEET_ROWS * 130}px`;
    document.body.append(tall);
    expect(tall.getBoundingClientRect().height).toBe(SHEET_ROWS * 130);
    tall.remove();
  });
});
