// Rows that people add behind those of the files, in a real IndexedDB; also when the worker that adds them is killed.
import { beforeEach, describe, expect, it } from 'vitest';
import type { NewRow } from '../../src/core/labelling';
import { CHUNK_ROWS, NO_LABEL, type Dataset } from '../../src/core/types';
import { LengthTally, grownLengths } from '../../src/data/lengths';
import { putChunks, readChunk, readLabels, readRange } from '../../src/store/chunk';
import { getDataset, listDatasets, putDataset } from '../../src/store/datasets';
import type { Store } from '../../src/store/db';
import { addRows, type Growth } from '../../src/store/grow';
import { readLog } from '../../src/store/labels';
import { packTexts } from '../../src/core/columns';
import { makeWorkers } from '../../src/workers/client';
import { chunkOf, datasetOf, freshStore, partOf } from './samples';

let store: Store;
beforeEach(async () => {
  store = await freshStore();
});

const GROWTH: Growth = {
  by: 'use',
  runId: 'r',
  measure: (lengths, chunk) => {
    if (lengths) return grownLengths(lengths, chunk);
    const tally = new LengthTally('words');
    tally.add(chunk);
    return tally.histogram();
  },
};

const titles = (count: number, name: string, from = 0): [string, string][] =>
  Array.from({ length: count }, (_, i) => [`${name} ${from + i}`, 'one two three']);
const news = (count: number, label = 1): NewRow[] =>
  titles(count, 'new').map((fields) => ({ fields, label }));

/** A dataset whose train part has so many rows, all of the first class. */
async function bring(rows: number): Promise<void> {
  const chunks = Array.from({ length: Math.ceil(rows / CHUNK_ROWS) }, (_, i) => {
    const rowStart = i * CHUNK_ROWS;
    return chunkOf(rowStart, titles(Math.min(CHUNK_ROWS, rows - rowStart), 'old', rowStart));
  });
  await putChunks(store, 'p', 0, chunks);
  await store.put('validation', new Uint8Array(rows).fill(1), 'p');
  const lengths = {
    unit: 'words',
    binWidth: 2,
    counts: [0, 0, rows],
    mean: 5,
    longest: 5,
  } as const;
  const part = {
    ...partOf('p', 'train', rows, chunks.length),
    lengths: { ...lengths, counts: [...lengths.counts] },
  };
  await putDataset(store, datasetOf('d', part), { p: new Uint16Array(rows) });
}

/** Rows, labels, counts and log of the store fit together; gives the number of rows. */
async function expectWhole({ train, labelChanges }: Dataset): Promise<number> {
  const part = train!;
  const labels = await readLabels(store, part.id);
  expect(labels.length).toBe(part.rowCount);
  expect(part.chunkCount).toBe(Math.ceil(part.rowCount / CHUNK_ROWS));
  let rows = 0;
  for (let index = 0; index < part.chunkCount; index++) {
    const chunk = await readChunk(store, part.id, index);
    expect(chunk.rowStart).toBe(rows);
    expect(chunk.fields.map(({ offsets }) => offsets.length - 1)).toEqual([
      chunk.lines.length,
      chunk.lines.length,
    ]);
    rows += chunk.lines.length;
  }
  expect(rows).toBe(part.rowCount);
  const counted = part.classCounts.reduce((sum, count) => sum + count, part.unlabelled);
  expect(counted).toBe(rows);
  expect(part.lengths.counts.reduce((sum, count) => sum + count, 0)).toBe(rows);
  expect(await store.count('labelLog')).toBe(labelChanges);
  return rows;
}

describe('added rows', () => {
  it.each([
    { before: 3, added: 2 },
    { before: CHUNK_ROWS - 1, added: 3 },
    { before: CHUNK_ROWS, added: 1 },
    { before: 5, added: 2 * CHUNK_ROWS },
  ])('$added stand behind $before, over the bounds of chunks', async ({ before, added }) => {
    await bring(before);
    const { dataset, entry } = await addRows(store, 'd', news(added), GROWTH);
    expect(entry).toBe(0);
    expect(await expectWhole(dataset)).toBe(before + added);
    expect(await getDataset(store, 'd')).toEqual(dataset);
    const around = await readRange(store, dataset.train!, before - 1, before + 1);
    expect(around.map(({ fields: [title] }) => title)).toEqual([`old ${before - 1}`, 'new 0']);
    expect(around[1].line).toBe(0);
    expect(dataset.train!.lengths).toMatchObject({ longest: 5, binWidth: 2 });
    expect(dataset.train!.lengths.mean).toBeCloseTo(5, 9); // two words of the title, three of the text
    const isGiven = await store.get('validation', 'p');
    expect([isGiven!.length, isGiven![before - 1], isGiven![before]]).toEqual([
      before + added,
      1,
      0,
    ]);
    const [{ change }] = await readLog(store, 'd', 0, 1);
    expect([change.rows[0], change.from[0], change.to[0], change.by]).toEqual([
      before,
      NO_LABEL,
      1,
      'use',
    ]);
  });

  it('without a label are no change of labels', async () => {
    await bring(3);
    const { dataset, entry } = await addRows(store, 'd', news(2, NO_LABEL), GROWTH);
    expect([entry, dataset.labelChanges, dataset.train!.unlabelled]).toEqual([null, 0, 2]);
    await expectWhole(dataset);
  });

  it('make the train part where there is none', async () => {
    await putDataset(store, datasetOf('d', null, partOf('t', 'test', 0, 0)));
    const { dataset } = await addRows(store, 'd', news(2), GROWTH);
    expect(await expectWhole(dataset)).toBe(2);
    expect(dataset.train!.split).toBe('train');
  });

  it('keep the names that the file gives its rows, and take half a character for what it is', async () => {
    const ids = packTexts(['a7']);
    await putChunks(store, 'p', 0, [{ ...chunkOf(0, [['old', 'text']]), ids }]);
    await putDataset(store, datasetOf('d', partOf('p', 'train', 1)), { p: new Uint16Array(1) });
    const rows = [{ fields: ['\ud83d', '油价'], label: 0 }];
    const { dataset } = await addRows(store, 'd', rows, GROWTH);
    const [old, added] = await readRange(store, dataset.train!, 0, 2);
    expect([old.id, added.id, ...added.fields]).toEqual(['a7', null, '\ufffd', '油价']);
  });

  it('are all there or none when the worker dies midway, and nothing else is lost', async () => {
    const BEFORE = CHUNK_ROWS + 7;
    await bring(BEFORE);
    const ADDED = 6000;
    let rows = BEFORE;
    const outcomes = new Set<boolean>();
    const { data } = makeWorkers();
    await data.call((worker) => worker.listDatasets()); // it is started and has opened the store
    for (const waitMs of [0, 5, 20, 60, 150, 30_000]) {
      const adding = data.call((worker) => worker.addRows('d', news(ADDED)));
      const settled = adding.then(
        () => true,
        () => false,
      );
      await Promise.race([settled, new Promise((resolve) => setTimeout(resolve, waitMs))]);
      data.kill();
      await settled;
      const [dataset] = await listDatasets(store);
      const found = await expectWhole(dataset);
      expect([rows, rows + ADDED]).toContain(found);
      outcomes.add(found > rows);
      rows = found;
      const [old] = await readRange(store, dataset.train!, BEFORE - 1, BEFORE);
      expect(old.fields[0]).toBe(`old ${BEFORE - 1}`);
    }
    expect(outcomes).toEqual(new Set([true, false])); // both ends were seen
  });
});
