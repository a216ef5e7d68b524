// Reading parts: chunks, labels, classes, lengths, and which files are refused.
import { describe, expect, it } from 'vitest';
import { faultOf } from '../../src/core/errors';
import { CHUNK_ROWS } from '../../src/core/types';
import {
  classesByKeys,
  classesByNames,
  classIndices,
  isTorn,
  namedLabels,
  renameClasses,
} from '../../src/data/classes';
import { LabelBook } from '../../src/data/labels';
import { fileOf, readPart } from './reading';

const lines = (count: number, line: (i: number) => string) =>
  Array.from({ length: count }, (_, i) => `${line(i)}\n`).join('');

async function faultFrom(work: Promise<unknown>) {
  return faultOf(
    await work.then(
      () => new Error('it went well'),
      (error: unknown) => error,
    ),
  );
}

describe('a part', () => {
  it('of several files is one run of full chunks and a last one', async () => {
    const one = fileOf(
      lines(CHUNK_ROWS, (i) => `${i % 3},a${i}`),
      'one.csv',
    );
    const two = fileOf(
      lines(CHUNK_ROWS + 5, (i) => `${i % 3},b${i}`),
      'two.csv',
    );
    const part = await readPart([one, two]);
    expect(part.chunks.map(({ rowStart, lines }) => [rowStart, lines.length])).toEqual([
      [0, CHUNK_ROWS],
      [CHUNK_ROWS, CHUNK_ROWS],
      [2 * CHUNK_ROWS, 5],
    ]);
    expect(part.chunkCount).toBe(3);
    expect(part.sources.map(({ name, rows }) => [name, rows])).toEqual([
      ['one.csv', CHUNK_ROWS],
      ['two.csv', CHUNK_ROWS + 5],
    ]);
    expect(part.rows[CHUNK_ROWS]).toEqual({ line: 1, label: '0', fields: ['b0'] });
  });

  it('lists the first 200 bad rows and counts them all', async () => {
    const text = lines(2000, (i) => (i % 4 === 3 ? `${i}` : `${i % 2},text`));
    const { bad, rowCount } = await readPart([fileOf(text)]);
    expect(rowCount).toBe(1500);
    expect(bad.count).toBe(500);
    expect(bad.examples).toHaveLength(200);
    expect(bad.examples[0]).toMatchObject({ file: 'train.csv', line: 4 });
  });

  it('takes only labels that are known, and says which it did not', async () => {
    const book = new LabelBook({ classCount: 2, accept: (key) => key === '1' || key === '2' });
    const { bad, rows } = await readPart([fileOf('1,a\n3,b\n 2 ,c\n')], { book });
    expect(rows.map(({ label }) => label)).toEqual(['1', '2']);
    const fault = { key: 'row.label', values: { line: 2, found: '3', classes: 2 } };
    expect(bad.examples).toEqual([{ file: 'train.csv', line: 2, fault }]);
  });

  it('keeps a good row in its place when its neighbours are bad at a border of chunks', async () => {
    const text = lines(CHUNK_ROWS + 50, (i) => (i % 5 === 0 ? 'bad' : `1,t${i}`));
    const part = await readPart([fileOf(`2,first\n${text}`)]);
    for (const { line, fields } of part.rows.slice(1)) expect(fields).toEqual([`t${line - 2}`]);
  });
});

describe('a file is refused', () => {
  it('when more than half of its rows are bad', async () => {
    const text = lines(10, (i) => (i < 4 ? '1,a,b' : `1,a,b${','.repeat((i % 3) + 1)}`));
    expect(await faultFrom(readPart([fileOf(text)]))).toEqual({
      key: 'csv.tooManyBad',
      values: { file: 'train.csv', bad: 6, rows: 10, line: 5, found: 5 },
    });
  });

  it('early, when it is long', async () => {
    const file = fileOf(lines(400_000, (i) => `some line of prose ${i}, with a comma, or two`));
    let read = 0;
    const options = {
      fieldCount: 1,
      plan: { label: '1' },
      count: (more: number) => (read += more),
    };
    expect((await faultFrom(readPart([file], options))).key).toBe('csv.columns');
    expect(read).toBeLessThan(file.size / 4);
  });

  it('when its labels are of no class, with one of them', async () => {
    const known = { classCount: 4, accept: (key: string) => ['1', '2', '3', '4'].includes(key) };
    const book = new LabelBook(known);
    expect(await faultFrom(readPart([fileOf('7,a\n8,b\n1,c\n')], { book }))).toEqual({
      key: 'csv.labels',
      values: { file: 'train.csv', bad: 2, rows: 3, line: 1, found: '7', classes: 4 },
    });
  });

  it('when its column of labels holds something else', async () => {
    const text = lines(1500, (i) => `text number ${i},1`);
    expect(await faultFrom(readPart([fileOf(text)], { plan: { label: '1' } }))).toEqual({
      key: 'classes.many',
      values: { file: 'train.csv', most: 1000, line: 1001, found: 'text number 1000' },
    });
  });

  it('when it has other columns than the part before', async () => {
    expect(await faultFrom(readPart([fileOf('1,a\n2,b\n')], { fieldCount: 2 }))).toEqual({
      key: 'csv.columns',
      values: { file: 'train.csv', line: 1, expected: 3, found: 2 },
    });
  });
});

describe('classes', () => {
  const agNews = { file: 'classes.txt', names: ['World', 'Sports', 'Business', 'Sci/Tech'] };

  it('follow the numbers, or else the alphabet', () => {
    expect(classesByKeys(['10', '9', '1']).map(({ key }) => key)).toEqual(['1', '9', '10']);
    expect(classesByKeys(['spam', 'ham']).map(({ name }) => name)).toEqual(['ham', 'spam']);
  });

  it('get the k-th name for label k, counted from 1 or from 0, or are named already', () => {
    const keysOf = (keys: string[]) => classesByNames(agNews, keys).map(({ key }) => key);
    expect(keysOf(['3', '1'])).toEqual(['1', '2', '3', '4']);
    expect(keysOf(['3', '0'])).toEqual(['0', '1', '2', '3']);
    expect(keysOf(['Sports'])).toEqual(['1', 'Sports', '3', '4']);
    expect(isTorn(agNews, ['0', '4'])).toBe(true);
    const { accept } = namedLabels(agNews, false);
    expect(['0', '4', '5', 'Sports', 'x'].map((key) => accept(key))).toEqual([
      false,
      true,
      false,
      true,
      false,
    ]);
  });

  it('find labels by key and by name', () => {
    expect(classIndices(classesByNames(agNews, ['1']), ['4', 'World'])).toEqual([3, 0]);
  });

  it('keep their order when they are named later, and refuse a file with too few names', () => {
    const known = classesByKeys(['2', '3']);
    expect(renameClasses(known, agNews)).toEqual([
      { key: '2', name: 'Sports' },
      { key: '3', name: 'Business' },
    ]);
    const short = { file: 'classes.txt', names: ['A', 'B'] };
    expect(() => renameClasses(known, short)).toThrow('"label":"3"');
  });
});

describe('lengths', () => {
  it('are counted in words over all fields', async () => {
    const { lengths } = await readPart([fileOf('1,one two,three  four\n2,,one\n')]);
    expect(lengths).toEqual({
      unit: 'words',
      binWidth: 1,
      counts: [0, 1, 0, 0, 1],
      mean: 2.5,
      longest: 4,
    });
  });

  it('are counted in characters where words do not stand apart', async () => {
    const { language, lengths } = await readPart([fileOf('1,新闻标题\n2,体育A\n')]);
    expect(language).toBe('unspaced');
    expect(lengths).toMatchObject({ unit: 'characters', mean: 3.5, longest: 4 });
  });

  it('fill at most 40 bins, the last one open', async () => {
    const text = lines(1000, (i) => `1,${'w '.repeat(i === 999 ? 9000 : i % 300)}x`);
    const { lengths } = await readPart([fileOf(text)]);
    expect(lengths.binWidth).toBe(10);
    expect(lengths.counts.length).toBeLessThanOrEqual(40);
    expect(lengths.counts.at(-1)).toBe(1);
    expect(lengths.counts.reduce((a, b) => a + b)).toBe(1000);
    expect(lengths.longest).toBe(9001);
  });

  it('of Korean and of mostly Latin text are words', async () => {
    const korean = await readPart([fileOf('1,뉴스 제목 하나\n2,스포츠 소식\n')]);
    const mixed = await readPart([fileOf('1,Tokyo 東京 is large\n2,Osaka\n')]);
    expect([korean.language, mixed.language]).toEqual(['spaced', 'spaced']);
  });
});
