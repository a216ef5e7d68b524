// The rows that a table shows, read a page at a time and kept while they are near.
import { SvelteMap } from 'svelte/reactivity';
import type { RowView } from '../core/types';

/** Rows of one read. */
export const PAGE_ROWS = 128;
const KEPT_PAGES = 40;
const WAITING_PAGES = 4; // a fast scroll asks for far more than anybody will see
const READS_AT_ONCE = 2;

/** Pages of the rows of one part; a row that is not here yet is `undefined` until its page arrives. */
export class RowPages<T = RowView> {
  readonly #pages = new SvelteMap<number, T[]>();
  readonly #read: (rowStart: number, rowEnd: number) => Promise<T[]>;
  readonly #rowCount: number;
  #waiting: number[] = [];
  #underWay: number[] = [];

  constructor(rowCount: number, read: (rowStart: number, rowEnd: number) => Promise<T[]>) {
    this.#rowCount = rowCount;
    this.#read = read;
  }

  /** A row, if its page is here. */
  at(row: number): T | undefined {
    return this.#pages.get(Math.floor(row / PAGE_ROWS))?.[row % PAGE_ROWS];
  }

  /** Asks for the page of a row; the newest wish is met first. */
  want(row: number): void {
    const page = Math.floor(row / PAGE_ROWS);
    if (this.#pages.has(page) || this.#underWay.includes(page)) return;
    this.#waiting = [page, ...this.#waiting.filter((other) => other !== page)];
    this.#waiting.length = Math.min(this.#waiting.length, WAITING_PAGES);
    void this.#next();
  }

  async #next(): Promise<void> {
    if (this.#underWay.length >= READS_AT_ONCE) return;
    const page = this.#waiting.shift();
    if (page === undefined) return;
    this.#underWay.push(page);
    const rowStart = page * PAGE_ROWS;
    const rows = await this.#read(rowStart, Math.min(this.#rowCount, rowStart + PAGE_ROWS));
    this.#underWay = this.#underWay.filter((other) => other !== page);
    if (rows.length > 0) this.#keep(page, rows);
    await this.#next();
  }

  #keep(page: number, rows: T[]): void {
    this.#pages.set(page, rows);
    const [oldest] = this.#pages.keys();
    if (this.#pages.size > KEPT_PAGES) this.#pages.delete(oldest);
  }
}
