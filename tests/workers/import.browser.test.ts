// Importing through the real data worker into a real IndexedDB.
import { proxy, wrap, type Remote } from 'comlink';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { faultOf, kindOf, type Fault } from '../../src/core/errors';
import type { Progress } from '../../src/core/progress';
import type { DataApi } from '../../src/workers/api';
import { gzip } from '../data/reading';
import { freshStore } from '../store/samples';
import { closeStore, openStore } from '../../src/store/db';
import { demandRoom } from '../../src/store/quota';

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

  it('asks whose a file is that only lacks in the open dataset, and reads it as said', async () => {
    const reviews = 'label,text\n0,good one\n1,bad one\n0,fine one\n';
    const { id } = await bring([fileOf(reviews, 'rev01.csv')]);
    const other = () => fileOf('label,text\n0,win cash\n1,see you\n', 'spam01_test.csv');
    const fault = await faultFrom(bring([other()], id));
    expect(fault).toMatchObject({
      key: 'files.whose',
      values: { file: 'spam01_test.csv', dataset: id },
    });
    const apart = await data.importFiles([other()], id, { into: null }, silent);
    expect(apart).toMatchObject({ train: null, test: { rowCount: 2 } });
    expect(apart.id).not.toBe(id);
    const completed = await data.importFiles([other()], null, { into: id }, silent);
    expect(completed).toMatchObject({ id, train: { rowCount: 3 }, test: { rowCount: 2 } });
  });

  it.each([
    ['a name of the same stem', 'rev_train.csv', 'rev_test.csv', 'label,text\n1,Off\n'],
    ['the same columns, but for the label', 'train.csv', 'test.csv', 'text\nOff\nUp\n'],
  ])('completes a dataset without a question by %s', async (_, first, second, text) => {
    const { id } = await bring([fileOf('label,text\n0,good\n1,bad\n', first)]);
    expect((await bring([fileOf(text, second)], id)).id).toBe(id);
  });

  it.each([
    ['other columns', 'id,label,text\n1,0,Off\n'],
    ['labels of other classes', 'label,text\nx,Off\ny,Up\n'],
  ])('asks where a file of a fitting name has %s', async (_, text) => {
    const { id } = await bring([fileOf('label,text\n0,good\n1,bad\n', 'train.csv')]);
    expect((await faultFrom(bring([fileOf(text, 'test.csv')], id))).key).toBe('files.whose');
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
});

describe('rows without labels', () => {
  const texts = fileOf('Oil climbs\nA cup was won\nThe count goes on\n', 'train.csv');

  it('are kept, alone or beside others', async () => {
    const some = await bring([fileOf('label,text\na,One\n,Two\nb,Three\n', 'news.csv')]);
    expect(some.train).toMatchObject({ rowCount: 3, unlabelled: 1, classCounts: [1, 1] });
    const rows = await data.readRows(some.id, 'train', 0, 3);
    expect(rows.map(({ label }) => label)).toEqual([0, null, 1]);
    const none = await bring([texts]);
    expect(none).toMatchObject({ classes: [], train: { rowCount: 3, unlabelled: 3 } });
  });

  it('take their classes from the test part or from a file of names', async () => {
    const { id } = await bring([texts]);
    const test = fileOf('b,One\na,Two\n', 'test.csv');
    const tested = await data.importFiles([test], null, { into: id }, silent);
    expect(tested).toMatchObject({
      id,
      classes: [{ key: 'a' }, { key: 'b' }],
      train: { unlabelled: 3, classCounts: [0, 0] },
      test: { classCounts: [1, 1] },
    });
    const other = await bring([texts]);
    const named = await bring([fileOf(CLASSES, 'classes.txt')], other.id);
    expect(named.classes.map(({ name }) => name)).toEqual(['World', 'Sports', 'Business']);
    expect(named.train?.classCounts).toEqual([0, 0, 0]);
  });
});

describe('a column that parts the rows', () => {
  const text = 'id,split,label,text\n7,train,a,One\n8,TEST,b,Two\n9,dev,b,Three\n10,train,b,Four\n';

  it('sends them to train and test, and marks those for validation in the store', async () => {
    const dataset = await bring([fileOf(text, 'news.csv'), fileOf('a,Five\n', 'valid.csv')]);
    expect(dataset).toMatchObject({
      classes: [{ key: 'a' }, { key: 'b' }],
      train: { rowCount: 4, givenValidation: 2, classCounts: [2, 2] },
      test: { rowCount: 1, givenValidation: 0, classCounts: [0, 1] },
    });
    expect(await data.readRows(dataset.id, 'test', 0, 1)).toEqual([
      { row: 0, line: 3, id: '8', label: 1, fields: ['Two'] },
    ]);
    const ids = (await data.readRows(dataset.id, 'train', 0, 4)).map(({ id }) => id);
    expect(ids).toEqual(['7', '9', '10', null]);
    worker.terminate();
    const marks = await (await openStore()).getAll('validation');
    expect(marks.map((part) => [...part])).toEqual([[0, 1, 0, 1]]);
  });

  it('makes a dataset of its own where the open one has such a part', async () => {
    const { id } = await bring([fileOf(TEST, 'test.csv')]);
    const all = 'split,label,a,b\ntrain,1,x,y\ntest,2,z,w\ntrain,2,u,v\n';
    const other = await data.importFiles([fileOf(all, 'all.csv')], null, { into: id }, silent);
    expect(other.id).not.toBe(id);
    expect(other).toMatchObject({ train: { rowCount: 2 }, test: { rowCount: 1 } });
  });
});

describe('a plan', () => {
  const doubtful = () =>
    fileOf('topic,sentiment,text\nx,1,Oil\ny,2,Cup\nx,2,Bank\ny,1,Race\n', 'news.csv');

  it('answers what is not sure, and reading again replaces the dataset', async () => {
    const first = await bring([fileOf(TRAIN, 'train.csv')]);
    expect(await faultFrom(bring([doubtful()]))).toMatchObject({ key: 'columns.unsure' });
    const views = await data.inspect([doubtful()]);
    expect(views).toMatchObject([
      { name: 'news.csv', role: 'train', rows: { doubt: 'several', hasHeader: true } },
    ]);
    const { id } = await data.importFiles([doubtful()], null, { label: 'topic' }, silent);
    await data.renameDataset(id, 'Mine');
    const plan = { label: 'sentiment', text: ['text', 'topic'] };
    const again = await data.readAgain(id, [doubtful()], plan, silent);
    expect(again).toMatchObject({
      name: 'Mine',
      fields: ['text', 'topic'],
      classes: [{ key: '1' }, { key: '2' }],
    });
    const kept = (await data.listDatasets()).map((dataset) => dataset.id);
    expect(kept.toSorted()).toEqual([first.id, again.id].toSorted());
    worker.terminate();
    expect(await (await openStore()).count('chunks')).toBe(2);
  });

  it('leaves a dataset that was labelled by hand where it is, and makes another beside it', async () => {
    const plan = { label: 'topic' };
    const before = await data.importFiles([doubtful()], null, plan, silent);
    const order = { split: 'train', onlyUnlabelled: false, by: 'hand', runId: null } as const;
    await data.changeLabels(before.id, { ...order, rows: Uint32Array.of(0), to: 1 });
    const again = await data.readAgain(before.id, [doubtful()], { label: 'sentiment' }, silent);
    expect(again.name).toBe('news 2');
    const kept = await data.listDatasets();
    expect(kept.map(({ id }) => id).toSorted()).toEqual([before.id, again.id].toSorted());
    expect(await data.listLabelLog(before.id, 9, 9)).toHaveLength(1);
    expect((await data.readRows(before.id, 'train', 0, 1))[0].label).toBe(1);
  });

  it('that fails leaves the old dataset as it was', async () => {
    const files = [fileOf('topic,sentiment,text\nx,1,Öl\ny,2,Cup\nx,2,Bank\ny,1,Ré\n', 'news.csv')];
    const kept = await data.importFiles(files, null, { label: 'topic' }, silent);
    for (const [plan, key] of [
      [{ label: 'nothing' }, 'columns.unknown'],
      [{ label: 'topic', text: ['topic'] }, 'columns.noText'],
      [{ label: 'topic', charset: 'big5' }, 'file.charset'],
    ] as const)
      expect(await faultFrom(data.readAgain(kept.id, files, plan, silent))).toMatchObject({
        key,
      });
    expect(await data.listDatasets()).toEqual([kept]);
    expect(await data.readRows(kept.id, 'train', 0, 9)).toHaveLength(4);
    worker.terminate();
    expect(await (await openStore()).count('chunks')).toBe(1);
  });

  it('lets more than a thousand labels be classes', async () => {
    const rows = Array.from({ length: 2400 }, (_, i) => `class ${i % 1200},text ${i}\n`);
    const file = fileOf(`label,text\n${rows.join('')}`, 'many.csv');
    expect(await faultFrom(bring([file]))).toMatchObject({
      key: 'classes.many',
      values: { most: 1000 },
    });
    const many = await data.importFiles([file], null, { manyClasses: true }, silent);
    expect(many.classes).toHaveLength(1200);
    expect(many.train?.classCounts.every((count) => count === 2)).toBe(true);
    const none = await data.importFiles([file], null, { label: null }, silent);
    expect(none).toMatchObject({ classes: [], train: { unlabelled: 2400 } });
  });
});

describe('files larger than the free space', () => {
  it('are refused before they are read, with both numbers', async () => {
    const { quotaBytes, usedBytes } = await data.storageUse();
    const freeBytes = (quotaBytes ?? 0) - (usedBytes ?? 0);
    expect(freeBytes).toBeGreaterThan(0);
    await expect(demandRoom(2 * freeBytes)).rejects.toThrow('space.files');
    await demandRoom(freeBytes / 2);
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
