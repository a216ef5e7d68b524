// The prepared rows as a file, written by the real pipeline into and out of a real IndexedDB, read back by the page's own reader.
import { beforeEach, describe, expect, it } from 'vitest';
import { DEFAULT_CLEAN, DEFAULT_SPLIT } from '../../src/clean/config';
import type { Progress } from '../../src/core/progress';
import { packTexts } from '../../src/core/columns';
import {
  CHUNK_ROWS,
  type Assignment,
  type Dataset,
  type RowChunk,
  type SourceFile,
  type Split,
} from '../../src/core/types';
import { byteColumn } from '../../src/data/byte-column';
import { CsvReader } from '../../src/data/csv';
import { putChunks } from '../../src/store/chunk';
import { putDataset } from '../../src/store/datasets';
import type { Store } from '../../src/store/db';
import type { TextSettings } from '../../src/core/settings';
import { DEFAULT_TEXT } from '../../src/text/config';
import type { PrepareRequest } from '../../src/workers/api';
import { loadEncoded, readCleaned } from '../../src/workers/encoded';
import { exportPrepared } from '../../src/workers/exporting';
import { prepare } from '../../src/workers/prepare';
import { chunkOf, datasetOf, freshStore, partOf } from '../store/samples';

type Row = [title: string, text: string];
type Written = [set: string, label: string, text: string];

const REQUEST: PrepareRequest = {
  datasetId: 'news',
  clean: DEFAULT_CLEAN,
  text: DEFAULT_TEXT,
  split: DEFAULT_SPLIT,
  tokenizerOf: null,
};
const CLASSES = [
  { key: '1', name: 'World, wide' },
  { key: '2', name: 'The "Sports"' },
];

let store: Store;
beforeEach(async () => {
  store = await freshStore();
});

async function putPart(id: string, split: Split, rows: Row[]) {
  const chunkCount = Math.ceil(rows.length / CHUNK_ROWS);
  for (let i = 0; i < chunkCount; i++) {
    const start = i * CHUNK_ROWS;
    await putChunks(store, id, i, [chunkOf(start, rows.slice(start, start + CHUNK_ROWS))]);
  }
  return partOf(id, split, rows.length, chunkCount);
}

/** Stores a dataset whose labels alternate. */
async function putRows(train: Row[], test: Row[] | null, classes = CLASSES): Promise<Dataset> {
  const labels = (rows: Row[]) => Uint16Array.from(rows, (_, i) => i % 2);
  const parts = [await putPart('a', 'train', train), test && (await putPart('b', 'test', test))];
  const dataset = { ...datasetOf('news', parts[0], parts[1]), classes };
  return putDataset(store, dataset, { a: labels(train), ...(test && { b: labels(test) }) });
}

async function read(file: Blob): Promise<Written[]> {
  const columns = [byteColumn(), byteColumn(), byteColumn()];
  const decoder = new TextDecoder();
  const rows: Written[] = [];
  const reader = new CsvReader('prepared.csv', columns, ({ count, isBroken }) => {
    expect([count, isBroken]).toEqual([3, false]);
    rows.push(
      columns.map(({ bytes, length }) => decoder.decode(bytes.subarray(0, length))) as Written,
    );
    for (const column of columns) column.length = 0;
  });
  reader.push(new Uint8Array(await file.arrayBuffer()));
  reader.end();
  expect(rows[0]).toEqual(['split', 'label', 'text']);
  return rows.slice(1);
}

/** What the file must hold, by set, from what preparing stored. */
async function expected(classes = CLASSES): Promise<Record<string, Written[]>> {
  const { key, cleanKey } = await prepare(REQUEST, () => undefined);
  const { assignment, train, test } = await loadEncoded(key);
  const rowsOf = async (set: 'train' | 'validation' | 'test') => {
    const split = set === 'test' && !assignment.testIsHeldOut ? 'test' : 'train';
    const { labels } = split === 'test' ? test : train;
    const texts = await readCleaned(cleanKey, split, assignment[set]);
    return texts.map((text, i): Written => [set, classes[labels[assignment[set][i]]].name, text]);
  };
  return {
    train: await rowsOf('train'),
    validation: await rowsOf('validation'),
    test: await rowsOf('test'),
  };
}

const AWKWARD: Row[] = [
  ['Quotes', 'he said "so, what?" and "no"'],
  ['', 'a, b; c'],
  ['Quotes', 'he said "so, what?" and "no"'],
  ['油价', '上涨了，“又”一次 🛢️'],
  ['', ''],
  ['Ends with', 'a quote"'],
  ['"', '""'],
  ['Line', 'one\nline two'],
  ['=SUM(A1)', '+1 -1 @x'],
  ['Last', 'row'],
];

function drawn(count: number, seed: string): Row[] {
  return Array.from({ length: count }, (_, i) => [
    `${seed} ${i}`,
    `text number ${i * 7} of "many"`,
  ]);
}

const names = (rows: number) => Array.from({ length: rows }, (_, i) => `no. ${i}, "quoted"`);
const WITH_IDS: SourceFile = {
  name: 'named.csv',
  sizeBytes: 1,
  rows: 20,
  reading: {
    form: 'separated',
    delimiter: ',',
    hasHeader: true,
    columns: [
      { name: 'title', role: 'text' },
      { name: 'text', role: 'text' },
      { name: 'key', role: 'id' },
      { name: 'label', role: 'label' },
    ],
  },
};

describe('the prepared rows as a file', () => {
  it('hold quotes, commas, line ends and any script, and read back as they are stored', async () => {
    await putRows(AWKWARD, [
      ['Test', 'of "all"'],
      ['', ''],
    ]);
    const rules = { ...DEFAULT_CLEAN.rules, spaces: false };
    const clean = { ...DEFAULT_CLEAN, rules };
    const rows = await read(await exportPrepared({ ...REQUEST, clean }, () => undefined));
    expect(rows).toContainEqual(['test', 'World, wide', 'Test of "all"']);
    expect(rows.filter(([set]) => set === 'test')).toHaveLength(2);
    expect(rows.filter(([set]) => set !== 'test').map(([, , text]) => text)).toContain(
      'Ends with a quote"',
    );
    expect(rows.filter(([, , text]) => text.startsWith('Quotes'))).toHaveLength(1); // the second was dropped
    expect(rows.filter(([set, , text]) => set !== 'test' && text === '')).toEqual([]);
  });

  it('are those of the sets, over several chunks', async () => {
    await putRows([...AWKWARD, ...drawn(CHUNK_ROWS, 'a')], drawn(CHUNK_ROWS + 5, 'b'));
    const told: Progress[] = [];
    const file = await exportPrepared(REQUEST, (progress) => void told.push(progress));
    const rows = await read(file);
    const sets = await expected();
    for (const [set, all] of Object.entries(sets))
      expect(rows.filter(([own]) => own === set)).toEqual(all);
    expect(told.at(-1)).toMatchObject({ phase: 'writing', done: rows.length, total: rows.length });
  });

  it('tell the set of rows that were held out of the training file', async () => {
    await putRows(drawn(200, 'a'), null);
    const rows = await read(await exportPrepared(REQUEST, () => undefined));
    const sets = await expected();
    const count = (set: keyof Assignment) => rows.filter(([own]) => own === set).length;
    expect([count('train'), count('validation'), count('test')]).toEqual([162, 18, 20]);
    expect(rows.filter(([own]) => own === 'test')).toEqual(sets.test);
  });

  it('name classes by their keys where two have one name', async () => {
    const same = CLASSES.map(({ key }) => ({ key, name: 'same' }));
    await putRows(drawn(20, 'a'), null, same);
    const rows = await read(await exportPrepared(REQUEST, () => undefined));
    expect(new Set(rows.map(([, label]) => label))).toEqual(new Set(['1', '2']));
  });

  it('carry the ids of those files that have some', async () => {
    const named: RowChunk = { ...chunkOf(0, drawn(20, 'a')), ids: packTexts(names(20)) };
    await putChunks(store, 'a', 0, [named]);
    await putChunks(store, 'b', 0, [chunkOf(0, drawn(3, 'b'))]);
    const part = partOf('a', 'train', 20);
    const dataset = datasetOf('news', { ...part, sources: [WITH_IDS] }, partOf('b', 'test', 3));
    const labels = (rows: number) => Uint16Array.from({ length: rows }, (_, i) => i % 2);
    await putDataset(store, dataset, { a: labels(20), b: labels(3) });
    const file = await exportPrepared(REQUEST, () => undefined);
    const [header, ...lines] = (await file.text()).trimEnd().split('\r\n');
    expect(header).toBe('split,label,text,id');
    expect(lines.filter((line) => line.startsWith('test,'))).toHaveLength(3);
    for (const line of lines)
      expect(line).toMatch(
        line.startsWith('test,') ? /"b \d .*",$/ : /"a (\d+) .*","no\. \1, ""quoted"""$/,
      );
  });

  it('carry the words and the parts of speech where no pattern makes them', async () => {
    await putRows(
      Array.from({ length: 20 }, (_, i) => [
        'The old dogs',
        `slept in the house, and ${i} cats ran.`,
      ]),
      null,
    );
    const text = { ...DEFAULT_TEXT, stemming: 'english', stopWords: 'english' } as const;
    const header = async (settings: TextSettings) => {
      const file = await exportPrepared({ ...REQUEST, text: settings }, () => undefined);
      return (await file.text()).split('\r\n');
    };
    expect((await header(text)).slice(0, 2)).toEqual([
      'split,label,text,words',
      expect.stringMatching(/,"⟨start⟩ old dog slept hous , \d+ cat ran \."$/),
    ]);
    expect((await header({ ...text, partsOfSpeech: true })).slice(0, 2)).toEqual([
      'split,label,text,words,tags',
      expect.stringMatching(/,pos:Determiner pos:Determiner>Adjective pos:Adjective /),
    ]);
  });
});
