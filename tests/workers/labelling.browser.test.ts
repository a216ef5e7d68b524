// Labels through the workers, over a real store: queues, the log as people see it, corrections, and what is stale afterwards.
import { beforeEach, describe, expect, it } from 'vitest';
import type { LabelOrder } from '../../src/core/labelling';
import { NO_LABEL, type Dataset } from '../../src/core/types';
import { readLabels, readRange } from '../../src/store/chunk';
import { getDataset } from '../../src/store/datasets';
import type { Store } from '../../src/store/db';
import { getModel, getRun } from '../../src/store/runs';
import { requestOf } from '../../src/state/request';
import { adding } from '../../src/workers/adding';
import { predict } from '../../src/workers/answering';
import { loadEncoded } from '../../src/workers/encoded';
import { labelling } from '../../src/workers/labelling';
import { prepare } from '../../src/workers/prepare';
import { rankRows } from '../../src/workers/ranking';
import { testRun } from '../../src/workers/testing';
import { freshStore } from '../store/samples';
import { bring, settingsOf, trainOn } from './lesson';

const quiet = () => undefined;
let store: Store;
beforeEach(async () => {
  store = await freshStore();
});

function give(id: string, rows: ArrayLike<number>, to: number, more: Partial<LabelOrder> = {}) {
  const order = { split: 'train', onlyUnlabelled: false, by: 'hand', runId: null } as const;
  return labelling.changeLabels(id, { ...order, rows: Uint32Array.from(rows), to, ...more });
}

/** A dataset of two classes from which every second row's label was taken. */
async function bringHalf(): Promise<Dataset> {
  const { id } = await bring(200, 40);
  const rows = Uint32Array.from({ length: 100 }, (_, i) => 2 * i + (i % 2));
  return (await give(id, rows, NO_LABEL)).dataset;
}

describe('a queue of rows', () => {
  it('has the rows without a label, or all, in an order that the seed decides', async () => {
    const { id } = await bringHalf();
    const queue = await labelling.queueRows(id, 'unlabelled', 1);
    const labels = await readLabels(store, (await getDataset(store, id)).train!.id);
    expect(queue.length).toBe(100);
    expect(queue.every((row) => labels[row] === NO_LABEL)).toBe(true);
    expect(await labelling.queueRows(id, 'unlabelled', 1)).toEqual(queue);
    expect(await labelling.queueRows(id, 'unlabelled', 2)).not.toEqual(queue);
    const all = await labelling.queueRows(id, 'all', 1);
    expect([...all].sort((a, b) => a - b)).toEqual([...Array(200).keys()]);
  });
});

describe('rows without a label', () => {
  it('are in no set, and a model puts them in the order of its margin', async () => {
    const dataset = await bringHalf();
    const run = await trainOn(dataset, settingsOf({ epochs: 8 }));
    const { assignment, train } = await loadEncoded(run.prepared.key);
    for (const rows of [assignment.train, assignment.validation])
      expect(rows.some((row) => train.labels[row] === NO_LABEL)).toBe(false);
    expect(assignment.train.length + assignment.validation.length).toBe(80); // 40 rows stand in test too

    const order = { runId: run.id, report: quiet, isStopped: () => false };
    const ranking = await rankRows({ ...order, doubted: 'unlabelled' });
    expect(ranking.rows.length).toBe(80);
    const margins: number[] = [];
    for (const row of ranking.rows) {
      const [{ fields }] = await readRange(store, dataset.train!, row, row + 1);
      const [a, b] = (await predict(run.id, fields.join(' '))).probabilities;
      margins.push(Math.abs(a - b));
    }
    margins.slice(1).forEach((margin, i) => expect(margin).toBeGreaterThan(margins[i] - 1e-4));

    const doubtful = await rankRows({ ...order, doubted: 'labelled' });
    expect(new Set([...doubtful.rows, ...ranking.rows]).size).toBe(160);
    await expect(
      rankRows({ ...order, doubted: 'labelled', isStopped: () => true }),
    ).rejects.toThrow('cancelled');
  });

  it('that were mislabelled come first among the doubtful', async () => {
    const { id } = await bring(300, 40);
    const wrong = [50, 51, 100, 151, 200]; // row r is of class r % 2
    for (const row of wrong) await give(id, [row], 1 - (row % 2));
    const run = await trainOn(await getDataset(store, id), settingsOf({ epochs: 6 }));
    const order = { runId: run.id, report: quiet, isStopped: () => false };
    const { rows, guesses } = await rankRows({ ...order, doubted: 'labelled' });
    const first = [...rows.subarray(0, 15)];
    expect(wrong.filter((row) => first.includes(row)).length).toBeGreaterThanOrEqual(4);
    expect(guesses[0]).toBe(rows[0] % 2); // its own class, not the one given
  });
});

describe('changed labels', () => {
  it('make another preparation, and leave a run its scores and its older model', async () => {
    const dataset = await bring(200, 0); // a tenth is held out
    const settings = settingsOf({ epochs: 4 });
    const run = await trainOn(dataset, settings);
    expect([run.prepared.labelChanges, run.testLabelChanges]).toEqual([0, 0]);
    const { testRows } = await getModel(store, run.id);
    const changed = await give(dataset.id, [testRows[0]], NO_LABEL);
    const added = await labelling.addClass(dataset.id, 'third');
    await give(dataset.id, [testRows[1]], 2);
    expect(added.labelChanges).toBe(1);

    const { key, labelChanges } = await prepare(requestOf(changed.dataset, settings), quiet);
    expect(key).not.toBe(run.prepared.key);
    expect(labelChanges).toBe(2);
    const before = (await getRun(store, run.id)).test;
    expect(before?.rows).toBe(testRows.length);
    const again = await testRun(run.id); // on rows whose labels it knows, as they are now
    expect(again.test?.rows).toBe(testRows.length - 2);
    expect(again.testLabelChanges).toBe(2);
  });

  it('are listed newest first with the text, and written as CSV and as lines of JSON', async () => {
    const { id } = await bring(40, 10);
    await give(id, [3, 5], 0, { by: 'search' });
    const { entry } = await give(id, [4], 1);
    await labelling.reverseLabels(id, entry!);
    const log = await labelling.listLabelLog(id, Infinity, 2);
    expect(log.map(({ by, rows, standing }) => [by, rows, standing])).toEqual([
      ['undo', 1, 1],
      ['hand', 1, 0],
    ]);
    expect(log[1].first).toMatchObject({ row: 4, from: 0, to: 1 });
    expect(log[1].first.text).toMatch(/ 4$/); // the row's number stands at its end
    expect((await labelling.listLabelLog(id, 1, 9)).map((each) => each.rows)).toEqual([2]);

    const csv = await (await labelling.exportLabelLog(id, 'csv')).text();
    const lines = csv.split('\r\n');
    expect(lines[0]).toBe('entry,time,by,part,row,id,from,to,text');
    expect(lines.length).toBe(1 + 4 + 1);
    expect(lines[1]).toMatch(/^1,"\d{4}-.*Z","search","train",4,"","1","0",".* 3"$/);
    const json = await (await labelling.exportLabelLog(id, 'jsonl')).text();
    const last = JSON.parse(json.trim().split('\n').at(-1)!) as Record<string, unknown>;
    expect(last).toMatchObject({ entry: 3, by: 'undo', row: 5, from: '1', to: '0' });
  });
});

it('an entry of the log tells all labels before and after, and whether it was taken back', async () => {
  const { id } = await bring(40, 10, 3); // row i is of class i % 3
  await give(id, [7], NO_LABEL);
  const { entry } = await give(id, [0, 3, 6, 2, 7], 1, { by: 'search' });
  await labelling.reverseLabels(id, entry!);
  const mixed = [
    { label: 0, rows: 3 },
    { label: 2, rows: 1 },
    { label: null, rows: 1 },
  ];
  const log = () => labelling.listLabelLog(id, Infinity, 2);
  expect(await log()).toMatchObject([
    { from: [{ label: 1, rows: 5 }], to: mixed, standing: 5, restored: 0 },
    { from: mixed, to: [{ label: 1, rows: 5 }], standing: 0, restored: 5 },
  ]);
  await give(id, [2], 0);
  expect((await log())[1]).toMatchObject({ standing: 4, restored: 0 }); // of the taking back
});

describe('a correction', () => {
  it('adds the text, or gives an equal row the label, and keeps a test row out of train', async () => {
    const { id } = await bring(40, 10);
    const first = await adding.correct(id, 'r', '  a quite new text ', 1);
    expect(first).toMatchObject({ was: 'new', split: 'train', row: 40, changed: 1 });
    const again = await adding.correct(id, 'r', 'a quite new text', 0);
    expect(again).toMatchObject({ was: 'relabelled', row: 40 });
    expect(await adding.correct(id, 'r', 'a quite new text', 0)).toMatchObject({ was: 'known' });
    const { train, test } = await getDataset(store, id);
    expect(train!.rowCount).toBe(41);
    const [{ fields }] = await readRange(store, test!, 3, 4);
    await give(id, [3], 0);
    const [own] = await readRange(store, train!, 3, 4);
    expect(own.fields).toEqual(fields); // train has this text too, so its row is the one
    expect(await adding.correct(id, 'r', fields[0], 1)).toMatchObject({ split: 'train', row: 3 });
    const list = await labelling.listCorrections(id, ['r', 'other']);
    expect(list.map(({ first: { row, to } }) => [row, to])).toEqual([
      [3, 1],
      [40, 0],
    ]); // the first label of row 40 does not stand any more
  });

  it('is learned from when the run is trained again', async () => {
    const dataset = await bring(60, 10);
    const settings = settingsOf(
      { epochs: 12 },
      { split: { ...settingsOf({}).split, validationShare: 0.02 } },
    );
    const run = await trainOn(dataset, settings);
    for (let i = 0; i < 12; i++) await adding.correct(dataset.id, run.id, `zebra ${i} zebra`, 1);
    const grown = await getDataset(store, dataset.id);
    const next = await trainOn(grown, settings);
    expect(next.prepared.rows.train).toBeGreaterThan(run.prepared.rows.train + 9);
    const shareOf = async (id: string) => (await predict(id, 'zebra zebra')).probabilities[1];
    expect(await shareOf(next.id)).toBeGreaterThan(0.6);
    expect(await shareOf(next.id)).toBeGreaterThan(await shareOf(run.id));
  });
});
