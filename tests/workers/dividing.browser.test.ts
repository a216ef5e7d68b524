// The division as the page asks for it: counted before anything is trained, and the same that preparing then makes.
import { beforeEach, describe, expect, it } from 'vitest';
import { DEFAULT_CLEAN, DEFAULT_SPLIT } from '../../src/clean/config';
import type { SplitSettings } from '../../src/core/settings';
import type { Dataset, Split } from '../../src/core/types';
import { putChunks, putValidation } from '../../src/store/chunk';
import { putDataset } from '../../src/store/datasets';
import type { Store } from '../../src/store/db';
import { DEFAULT_TEXT } from '../../src/text/config';
import { loadEncoded } from '../../src/workers/encoded';
import { divide, prepare } from '../../src/workers/prepare';
import { chunkOf, datasetOf, freshStore, partOf } from '../store/samples';

const quiet = () => undefined;
let store: Store;
beforeEach(async () => {
  store = await freshStore();
});

/** Row i of a story; its neighbours tell others. */
function story(i: number): string {
  const words = ['harbour', 'council', 'orchard', 'violin', 'glacier', 'parcel', 'lantern'];
  return Array.from(
    { length: 24 },
    (_, k) => `${words[(i * 3 + k * k) % 7]}${(i * 31 + k) % 97}`,
  ).join(' ');
}

async function putPart(id: string, split: Split, texts: string[]) {
  const rows = texts.map((text): [string, string] => ['', text]);
  await putChunks(store, id, 0, [chunkOf(0, rows)]);
  return partOf(id, split, rows.length, 1);
}

/** Stores a dataset whose labels alternate. */
async function put(train: string[], test: string[] | null, given?: Uint8Array<ArrayBuffer>) {
  const labels = (texts: string[]) => Uint16Array.from(texts, (_, i) => i % 2);
  const part = await putPart('a', 'train', train);
  if (given) await putValidation(store, 'a', given);
  const own = given
    ? { ...part, givenValidation: given.filter((mark) => mark === 1).length }
    : part;
  const dataset: Dataset = datasetOf('news', own, test && (await putPart('b', 'test', test)));
  return putDataset(store, dataset, { a: labels(train), ...(test && { b: labels(test) }) });
}

function requestWith(split: Partial<SplitSettings>) {
  const settings = { ...DEFAULT_SPLIT, ...split };
  return { datasetId: 'news', clean: DEFAULT_CLEAN, split: settings };
}

/** Divides and prepares; the counts must be the same. */
async function assignmentOf(split: Partial<SplitSettings>) {
  const request = requestWith(split);
  const division = await divide(request, quiet);
  const whole = { ...request, text: DEFAULT_TEXT, tokenizerOf: null };
  const { key, rows } = await prepare(whole, quiet);
  const sum = (counts: number[]) => counts.reduce((all, count) => all + count, 0);
  expect({
    train: sum(division.train),
    validation: sum(division.validation),
    test: sum(division.test),
    testIsHeldOut: division.testIsHeldOut,
    near: division.near,
  }).toEqual(rows);
  return (await loadEncoded(key)).assignment;
}

describe('the division', () => {
  it('keeps near-duplicates together, and lets those of test rows leave', async () => {
    const train = Array.from({ length: 120 }, (_, i) => `${story(i >> 1)} take ${i % 2}`); // in pairs
    await put(train, [`${story(3)} again`, story(500)]);
    const apart = await assignmentOf({ validationShare: 0.3 });
    const together = await assignmentOf({ validationShare: 0.3, grouped: true });
    const torn = ({ train: rows, validation }: typeof apart) => {
      const pairs = new Set(Array.from(rows, (row) => row >> 1));
      return validation.filter((row) => pairs.has(row >> 1)).length;
    };
    expect(torn(apart)).toBeGreaterThan(0);
    expect(torn(together)).toBe(0);
    expect(together.near).toBe(2);
    expect([...together.train, ...together.validation].filter((row) => row >> 1 === 3)).toEqual([]);
    expect(together.validation.length).toBeGreaterThan(30);
  });

  it('draws samples, and checks on the rows that the files keep for it', async () => {
    const texts = Array.from({ length: 100 }, (_, i) => story(i));
    const given = Uint8Array.from(texts, (_, i) => (i >= 80 ? 1 : 0));
    await put(texts, [story(200), story(201), story(202), story(203)], given);
    const all = await assignmentOf({});
    expect(Array.from(all.validation)).toEqual(Array.from({ length: 20 }, (_, i) => 80 + i));
    const some = await assignmentOf({ sampleRows: 50, sampleTestRows: 2 });
    expect([some.train.length, some.validation.length, some.test.length]).toEqual([40, 10, 2]);
    const drawn = await assignmentOf({ givenValidation: false, by: 'rows', validationRows: 7 });
    expect([drawn.train.length, drawn.validation.length]).toEqual([93, 7]);
  });

  it('says when too few rows are left to learn from', async () => {
    await put([story(1), story(2), story(3), story(4)], null);
    await expect(divide(requestWith({ sampleRows: 1 }), quiet)).rejects.toThrow('train.rows');
  });
});
