// Importing through the real data worker into a real IndexedDB.
import { proxy, wrap, type Remote } from 'comlink';
import { cdp } from 'vitest/browser';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { faultOf, kindOf, type Fault } from '../../src/core/errors';
import type { Progress } from '../../src/core/progress';
import type { DataApi } from '../../src/workers/api';
import { gzip } from '../data/reading';
import { freshStore } from '../store/samples';
import { closeStore, openStore } from '../../src/store/db';

const TRAIN = '"1","Oil","Oil rises"\n"2","Cup","A cup is won"\n"3","Bank","A bank merges"\n';
const TEST = '"2","Race","A race is run"\n"1","Vote","A vote is held"\n';
const CLASSES = 'World\nSports\nBusiness\n';

let worker: Worker;
let data: Remote<DataApi>;

function startWorker(): void {
  worker = new Worker(new URL('../../src/workers/data.worker.ts', import.meta.url), {
    type: 'module',
  });
  data = wrap<DataApi>(worker);
}

beforeEach(async () => {
  await freshStore();
  await closeStore();
  startWorker();
});
afterEach(() => worker.terminate());

const fileOf = (text: string, name: string) => new File([text], name);
const silent = proxy(() => undefined);
const bring = (files: File[], into: string | null = null) =>
  data.importFiles(files, into, {}, silent);

async function faultFrom(work: Promise<unknown>): Promise<Fault & { kind: string }> {
  const error: unknown = await work.then(
    () => new Error('it went well'),
    (e: unknown) => e,
  );
  return { ...faultOf(error), kind: kindOf(error) };
}

describe('importing files', () => {
  const all = () => [
    fileOf(TRAIN, 'train.csv'),
    fileOf(TEST, 'test.csv'),
    fileOf(CLASSES, 'classes.txt'),
  ];

  it('brings train, test and class names together, and tells its progress in bytes', async () => {
    const told: Progress[] = [];
    const report = proxy((progress: Progress) => void told.push(progress));
    const dataset = await data.importFiles(all(), null, {}, report);
    expect(dataset.classes).toEqual([
      { key: '1', name: 'World' },
      { key: '2', name: 'Sports' },
      { key: '3', name: 'Business' },
    ]);
    expect(dataset.train).toMatchObject({ rowCount: 3, chunkCount: 1, classCounts: [1, 1, 1] });
    expect(dataset.test).toMatchObject({ rowCount: 2, classCounts: [1, 1, 0] });
    expect(dataset).toMatchObject({ fields: ['title', 'description'], language: 'spaced' });
    const total = TRAIN.length + TEST.length;
    expect(told.at(-1)).toMatchObject({ phase: 'reading', unit: 'bytes', done: total, total });
    expect(await data.readRows(dataset.id, 'test', 0, 9)).toEqual([
      { row: 0, line: 1, id: null, label: 1, fields: ['Race', 'A race is run'] },
      { row: 1, line: 2, id: null, label: 0, fields: ['Vote', 'A vote is held'] },
    ]);
  });

  it('keeps them when the worker is killed and the page comes again', async () => {
    const { id } = await bring(all());
    worker.terminate();
    startWorker();
    expect((await data.listDatasets()).map((dataset) => dataset.id)).toEqual([id]);
    expect(await data.readRows(id, 'train', 1, 2)).toMatchObject([{ label: 1, line: 2 }]);
  });

  it('completes a dataset one file after another', async () => {
    const { id } = await bring([fileOf(TRAIN, 'train.csv')]);
    const tested = await bring([fileOf(TEST, 'test.csv')], id);
    expect(tested).toMatchObject({ id, test: { rowCount: 2, classCounts: [1, 1, 0] } });
    const named = await bring([fileOf(CLASSES, 'classes.txt')], id);
    expect(named.classes.map(({ name }) => name)).toEqual(['World', 'Sports', 'Business']);
    expect(await data.listDatasets()).toHaveLength(1);
  });

  it('settles the classes anew when train comes after test', async () => {
    const { id } = await bring([fileOf('sport,x y\nart,z z\n', 'test.csv')]);
    const train = 'business,a b\nart,c d\nsport,e f\nart,g h\n';
    const dataset = await bring([fileOf(train, 'train.csv')], id);
    expect(dataset.classes.map(({ key }) => key)).toEqual(['art', 'business', 'sport']);
    expect(dataset.test?.classCounts).toEqual([1, 0, 1]);
    const rows = await data.readRows(id, 'test', 0, 2);
    expect(rows.map(({ label }) => label)).toEqual([2, 0]);
  });

  it('makes a new dataset when the open one has that part already', async () => {
    const { id } = await bring(all());
    const other = await bring([fileOf(TRAIN, 'train.csv')], id);
    expect(other.id).not.toBe(id);
    expect(other.name).not.toBe((await data.listDatasets()).find((d) => d.id === id)?.name);
  });

  it('reads labels that count from 0 as such', async () => {
    const train = '0,a b\n1,c d\n2,e f\n';
    const files = [fileOf(train, 'train.csv'), fileOf(CLASSES, 'classes.txt')];
    const dataset = await bring(files);
    expect(dataset.classes[0]).toEqual({ key: '0', name: 'World' });
    expect(dataset.train?.classCounts).toEqual([1, 1, 1]);
  });

  it('lists a label 0 as bad where labels count from 1', async () => {
    const files = [fileOf(`${TRAIN}"0","No","No class"\n`, 'train.csv')];
    const dataset = await bring([...files, fileOf(CLASSES, 'classes.txt')]);
    expect(dataset.train).toMatchObject({ rowCount: 3, classCounts: [1, 1, 1] });
    expect(dataset.train?.bad).toMatchObject({
      count: 1,
      examples: [{ line: 4, fault: { key: 'row.label', values: { found: '0', classes: 3 } } }],
    });
  });

  it('ignores what else lies in a folder', async () => {
    const others = [fileOf('read me', 'readme.txt'), fileOf('\0', '.DS_Store')];
    expect((await bring([...others, ...all()])).train?.rowCount).toBe(3);
    const fault = await faultFrom(bring(others));
    expect(fault.key).toBe('files.none');
  });
});

describe('importing archives', () => {
  const golden = async (name: string) => {
    const response = await fetch(new URL(`../data/files/${name}`, import.meta.url));
    return new File([await response.blob()], name);
  };

  it.each(['zip-of-all.zip', 'tarred-packed.tar.gz'])(
    'brings %s as the files in it',
    async (name) => {
      const dataset = await bring([await golden(name)]);
      expect(dataset.classes.map((known) => known.name)).toEqual(['World', 'Sports']);
      expect(dataset).toMatchObject({ train: { rowCount: 2 }, test: { rowCount: 1 } });
    },
  );

  it('and picked folders of texts gives each text its folder for a label', async () => {
    const packed = await bring([await golden('texts.zip')]);
    expect(packed).toMatchObject({
      name: 'films',
      fields: ['text'],
      classes: [{ key: 'bad' }, { key: 'good' }],
      train: { rowCount: 3, classCounts: [1, 2], sources: [{ name: 'train/', rows: 3 }] },
      test: { rowCount: 2, classCounts: [1, 1] },
    });
    const texts = [fileOf('Fine', 'reviews/good/1.txt'), fileOf('Dull', 'reviews/bad/1.txt')];
    const loose = await bring(texts);
    expect(loose).toMatchObject({ name: 'reviews', train: { rowCount: 2, classCounts: [1, 1] } });
  });

  it('that are damaged leaves nothing', async () => {
    for (const name of ['tar-cut.tar', 'tar-packed-cut.tar.gz', 'zip-locked.zip'])
      expect(await faultFrom(bring([await golden(name)]))).toMatchObject({ kind: 'bad-file' });
    expect(await data.listDatasets()).toEqual([]);
  });
});

describe('an import that is cancelled', () => {
  it('leaves nothing once the page comes again', async () => {
    const text = 'and the rest of the news '.repeat(3);
    const rows = Array.from({ length: 400_000 }, (_, i) => `${i % 2},row ${i} ${text}\n`);
    const file = fileOf(rows.join(''), 'train.csv');
    const begun = new Promise<void>((resolve) => {
      const report = ({ done }: Progress) => void (done > 0.6 * file.size && resolve());
      data.importFiles([file], null, {}, proxy(report)).catch(() => undefined);
    });
    await begun;
    worker.terminate();
    expect(await (await openStore()).count('chunks')).toBeGreaterThan(0);
    startWorker();
    expect(await data.listDatasets()).toEqual([]);
    worker.terminate();
    expect(await (await openStore()).count('chunks')).toBe(0);
  });
});

describe('an import that fails', () => {
  it('leaves what was stored as it was, and nothing of its own', async () => {
    const kept = await bring([fileOf(TRAIN, 'train.csv')]);
    const many = TRAIN.repeat(5000);
    const packed = await gzip(many);
    for (const [files, key] of [
      [[fileOf(`${many}"1","never closed`, 'test.csv')], 'csv.quote'],
      [[fileOf(many, 'train.csv'), fileOf('only\none\ncolumn\n', 'test.csv')], 'csv.columns'],
      [[fileOf('', 'test.csv')], 'file.empty'],
      [[new File([packed.slice(0, 900)], 'test.csv.gz')], 'file.gzip'],
      [[fileOf('1,a,b\n1,c,d\n', 'train.csv')], 'classes.one'],
      [[fileOf('A\n', 'classes.txt')], 'classes.few'],
    ] as const)
      expect(await faultFrom(bring([...files], kept.id))).toMatchObject({ key, kind: 'bad-file' });
    expect(await data.listDatasets()).toEqual([kept]);
    const { datasetBytes } = await data.storageUse();
    expect(Object.keys(datasetBytes)).toEqual([kept.id]);
    worker.terminate();
    const store = await openStore();
    expect(await store.count('chunks')).toBe(1);
    expect(await store.count('labels')).toBe(1);
  });

  it('for a full disk says so, with what was stored untouched', { timeout: 90_000 }, async () => {
    const kept = await bring([fileOf(TRAIN, 'train.csv')]);
    const origin = location.origin;
    await cdp().send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1_000_000 });
    try {
      await new Promise((resolve) => setTimeout(resolve, 31_000)); // Chrome remembers for 30 s what room it found
      const noise = () => crypto.getRandomValues(new Uint32Array(12_000)).join(' ');
      const rows = Array.from({ length: 200 }, (_, i) => `${1 + (i % 2)},t,${noise()}\n`);
      const fault = await faultFrom(bring([fileOf(rows.join(''), 'big.csv')]));
      expect(fault).toMatchObject({ kind: 'no-space', key: 'space.full' });
    } finally {
      await cdp().send('Storage.overrideQuotaForOrigin', { origin });
    }
    expect(await data.listDatasets()).toEqual([kept]);
    expect(await data.readRows(kept.id, 'train', 0, 1)).toMatchObject([
      { fields: ['Oil', 'Oil rises'] },
    ]);
  });
});

describe('datasets in the worker', () => {
  it('are renamed, weighed and removed', async () => {
    const { id } = await bring([fileOf(TRAIN, 'train.csv')]);
    expect((await data.renameDataset(id, 'Morning')).name).toBe('Morning');
    const use = await data.storageUse();
    expect(use.datasetBytes[id]).toBeGreaterThan(50);
    expect(use.usedBytes).toBeGreaterThan(0);
    await data.removeDataset(id);
    expect(await data.listDatasets()).toEqual([]);
    expect((await data.storageUse()).datasetBytes).toEqual({});
  });

  it('brings both samples, each only once', async () => {
    const english = await data.importSample('english', silent);
    const chinese = await data.importSample('chinese', silent);
    expect(english).toMatchObject({ sample: 'english', language: 'spaced' });
    expect(chinese).toMatchObject({ sample: 'chinese', language: 'unspaced' });
    expect(chinese.train?.lengths.unit).toBe('characters');
    expect([english.classes.length, chinese.classes.length]).toEqual([4, 10]);
    expect([english.train?.bad.count, chinese.train?.bad.count]).toEqual([0, 0]);
    expect((await data.importSample('english', silent)).id).toBe(english.id);
  });
});
