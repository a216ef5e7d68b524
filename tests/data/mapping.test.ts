// Columns: any mapping of a table reads the right ones, and what is guessed of them.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { columnAt, referenceTo, type ReadPlan } from '../../src/core/reading';
import { inspectFiles } from '../../src/data/inspect';
import { fileOf, readParts } from './reading';

const SPLITS = ['train', 'Validation', 'TEST'] as const;
const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`;

/** A table with a name for each column, cells that tell where they stand, and what its columns are for. */
const tables = fc
  .record({
    width: fc.integer({ min: 2, max: 7 }),
    height: fc.integer({ min: 2, max: 30 }),
    order: fc.shuffledSubarray([0, 1, 2, 3, 4, 5, 6], { minLength: 7 }),
    texts: fc.integer({ min: 1, max: 4 }),
    has: fc.record({ label: fc.boolean(), split: fc.boolean(), id: fc.boolean() }),
    hasHeader: fc.boolean(),
    delimiter: fc.constantFrom(',' as const, '\t' as const, ';' as const),
    filling: fc.array(fc.string({ unit: 'grapheme', maxLength: 12 }), { minLength: 1 }),
  })
  .map(({ width, order, texts, has, ...rest }) => {
    const free = order.filter((column) => column < width);
    const take = (wanted: boolean) => (wanted && free.length > 1 ? free.pop() : undefined);
    const at = { label: take(has.label), split: take(has.split), id: take(has.id) };
    return { width, at, textAt: free.slice(0, texts), ...rest };
  });

describe('any mapping of a table', () => {
  it('reads the columns that it names, by name or number', { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(tables, async (table) => {
        const { width, height, at, textAt, hasHeader, delimiter, filling } = table;
        const columns = Array.from({ length: width }, (_, i) => ({
          name: hasHeader ? `name ${i}` : null,
        }));
        const cell = (row: number, i: number) => {
          if (i === at.split) return SPLITS[row % 3];
          if (i === at.label) return row % 4 === 3 ? '' : `class ${row % 4}`;
          return `${row}/${i} ${filling[(row + i) % filling.length].replaceAll('\0', '')}x`;
        };
        const rows = Array.from({ length: height }, (_, row) =>
          columns.map((_, i) => quoted(cell(row, i))),
        );
        const header = hasHeader ? [columns.map(({ name }) => quoted(name ?? ''))] : [];
        const text = [...header, ...rows].map((cells) => `${cells.join(delimiter)}\n`).join('');
        const nameOf = (i: number | undefined) =>
          i === undefined ? null : referenceTo(columns, i);
        const plan: ReadPlan = {
          delimiter,
          hasHeader,
          text: textAt.map((i) => referenceTo(columns, i)),
          label: nameOf(at.label),
          split: nameOf(at.split),
          id: nameOf(at.id),
        };
        const parts = await readParts({ train: [fileOf(text)] }, { plan });
        const read = [...(parts.train?.rows ?? []), ...(parts.test?.rows ?? [])];
        const inOrder = (row: number) => (at.split !== undefined && row % 3 === 2 ? 1 : 0);
        const expected = rows
          .map((_, row) => row)
          .sort((a, b) => inOrder(a) - inOrder(b) || a - b)
          .map((row) => ({
            label: (at.label !== undefined && cell(row, at.label)) || null,
            fields: textAt.map((i) => cell(row, i)),
            ...(at.id === undefined ? {} : { id: cell(row, at.id) }),
            ...(at.split !== undefined && row % 3 === 1 ? { given: 'validation' } : {}),
          }));
        expect(read.map((row) => ({ ...row, line: undefined }))).toEqual(expected);
      }),
      { numRuns: 100 },
    );
  });
});

describe('what a plan calls a column', () => {
  it('is its name where that is its own, or else its number', () => {
    const columns = ['text', null, 'text', 'Class_Index'].map((name) => ({ name }));
    const names = columns.map(({ name }) => name);
    expect(columns.map((_, i) => referenceTo(columns, i))).toEqual([
      'text',
      '2',
      '3',
      'Class_Index',
    ]);
    expect(columns.map((_, i) => columnAt(names, referenceTo(columns, i)))).toEqual([0, 1, 2, 3]);
    expect(['class index', '5', '0', 'no'].map((name) => columnAt(names, name))).toEqual([
      3, -1, -1, -1,
    ]);
  });
});

describe('looking at files', () => {
  const guessOf = async (text: string, name = 'news.csv') => {
    const [{ rows }] = await inspectFiles([fileOf(text, name)], {});
    return rows && { roles: rows.columns.map(({ role }) => role).join(' '), doubt: rows.doubt };
  };
  const lines = (line: (i: number) => string) =>
    Array.from({ length: 40 }, (_, i) => `${line(i)}\n`).join('');

  it('tells which columns are for what, and when that is not sure', async () => {
    const long = (i: number) => `A sentence of some length about the number ${i}`;
    expect(
      await guessOf(`id,split,label,text\n${lines((i) => `${i},train,${i % 3},x ${i}`)}`),
    ).toEqual({
      roles: 'id split label text',
      doubt: null,
    });
    expect(await guessOf(lines((i) => `${i % 4},${long(i)}`))).toMatchObject({ doubt: null });
    expect(await guessOf(lines(long))).toEqual({ roles: 'text', doubt: null });
    expect(await guessOf(lines((i) => `${i},${long(i)}`))).toMatchObject({ doubt: 'none' });
    const both = `topic,sentiment,text\n${lines((i) => `${i % 2},${i % 3},${long(i)}`)}`;
    expect(await guessOf(both)).toMatchObject({ doubt: 'several' });
  });

  it('reads no more than their beginnings, and names the fault of one that is none', async () => {
    let read = 0;
    class Counted extends File {
      override slice(start: number, end: number): Blob {
        read += end - start;
        return super.slice(start, end);
      }
    }
    const big = new Counted([lines((i) => `${i % 3},text ${i}`).repeat(20_000)], 'train.csv');
    const views = await inspectFiles(
      [big, fileOf('', 'test.csv'), fileOf('A\nB\n', 'classes.txt')],
      {},
    );
    expect(read).toBeLessThan(2 * 1024 * 1024);
    expect(views).toMatchObject([
      { name: 'train.csv', role: 'train', rows: { charset: 'utf-8', sampled: 100 } },
      { name: 'test.csv', role: 'test', rows: null, fault: { key: 'file.empty' } },
      { name: 'classes.txt', role: 'classes', rows: null, fault: null },
    ]);
    expect(views[0].rows?.columns[0]).toMatchObject({
      cells: ['0', '1', '2', '0', '1', '2', '0', '1'],
      different: 3,
    });
  });
});

it('refuses a row of more columns than are read, and says how many there are', async () => {
  const wide = fileOf(`${'0,'.repeat(32 * 1024)}0\n`.repeat(2), 'wide.csv');
  await expect(readParts({ train: [wide] })).rejects.toThrow(
    'columns.many {"file":"wide.csv","found":32769,"most":32768}',
  );
});
