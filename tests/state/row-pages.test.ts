import { describe, expect, it } from 'vitest';
import type { RowView } from '../../src/core/types';
import { PAGE_ROWS, RowPages } from '../../src/state/row-pages.svelte';

interface Read {
  rowStart: number;
  rowEnd: number;
  answer: () => void;
}

/** Pages over rows that answer when told to. */
function pagesOver(rowCount: number) {
  const reads: Read[] = [];
  const pages = new RowPages(
    rowCount,
    (rowStart, rowEnd) =>
      new Promise<RowView[]>((resolve) => {
        const rows = Array.from({ length: rowEnd - rowStart }, (_, i) => ({
          row: rowStart + i,
          line: 1,
          label: 0,
          id: null,
          fields: [`text ${rowStart + i}`],
        }));
        reads.push({ rowStart, rowEnd, answer: () => resolve(rows) });
      }),
  );
  return { pages, reads };
}
const turn = () => new Promise((resolve) => setTimeout(resolve));

describe('pages of rows', () => {
  it('read a page once, however many of its rows are wanted', async () => {
    const { pages, reads } = pagesOver(1000);
    for (let row = 0; row < PAGE_ROWS; row++) pages.want(row);
    expect(reads).toHaveLength(1);
    expect(pages.at(5)).toBeUndefined();
    reads[0].answer();
    await turn();
    expect(pages.at(5)?.fields).toEqual(['text 5']);
    pages.want(5);
    expect(reads).toHaveLength(1);
  });

  it('end with the part', async () => {
    const { pages, reads } = pagesOver(200);
    pages.want(199);
    expect(reads[0]).toMatchObject({ rowStart: PAGE_ROWS, rowEnd: 200 });
    reads[0].answer();
    await turn();
    expect(pages.at(199)?.row).toBe(199);
  });

  it('serve the newest wish first when a reader scrolls through a million rows', async () => {
    const { pages, reads } = pagesOver(1_000_000);
    for (let page = 0; page < 5000; page++) pages.want(page * PAGE_ROWS);
    expect(reads).toHaveLength(2); // two at once
    reads[0].answer();
    await turn();
    expect(reads[2].rowStart).toBe(4999 * PAGE_ROWS);
    for (let i = 1; i < 10; i++) {
      reads.at(i)?.answer();
      await turn();
    }
    expect(reads.length).toBeLessThan(8); // what was only passed by is not read
  });

  it('keep no more than a few thousand rows', async () => {
    const { pages, reads } = pagesOver(1_000_000);
    for (let page = 0; page < 60; page++) {
      pages.want(page * PAGE_ROWS);
      reads.at(-1)?.answer();
      await turn();
    }
    expect(pages.at(0)).toBeUndefined();
    expect(pages.at(59 * PAGE_ROWS)?.row).toBe(59 * PAGE_ROWS);
  });
});
