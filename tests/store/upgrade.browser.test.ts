// A database that an older page left behind, opened by this one.
import { deleteDB, openDB } from 'idb';
import { expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '../../src/state/settings.svelte';
import { closeStore, openStore } from '../../src/store/db';
import { getModel, getRun } from '../../src/store/runs';
import { completedRun } from '../../src/store/upgrade';
import { DEFAULT_LINEAR } from '../../src/models/config';
import { modelOf, runOf } from './samples';

/** What the first version of the page kept: the same without the keys that are named. */
function without(object: object, ...keys: string[]): Record<string, unknown> {
  return Object.fromEntries(Object.entries(object).filter(([key]) => !keys.includes(key)));
}

const NEW_TEXT = ['lowerCase', 'numbers', 'stopWords', 'stemming', 'partsOfSpeech'];

async function putFirstVersion(): Promise<void> {
  await closeStore();
  await deleteDB('broadsheet');
  const old = await openDB('broadsheet', 1, {
    upgrade(store) {
      for (const name of ['datasets', 'runs']) store.createObjectStore(name, { keyPath: 'id' });
      for (const name of ['chunks', 'labels', 'artifacts']) store.createObjectStore(name);
      const index = store.createObjectStore('artifactIndex', { keyPath: 'key' });
      index.createIndex('datasetId', 'datasetId');
      const models = store.createObjectStore('models', { keyPath: 'runId' });
      models.createIndex('sizeBytes', 'sizeBytes');
    },
  });
  const run = runOf('old', 1);
  const { text, train, split, clean } = DEFAULT_SETTINGS;
  const oldClean = { rules: { join: true, links: false }, agencies: ['AP'] };
  const settings = {
    ...without(DEFAULT_SETTINGS, 'target', 'start', 'augment'),
    clean: { ...without(clean, 'missing', 'own'), ...oldClean },
    text: without(text, 'cut', 'unknown', ...NEW_TEXT),
    train: without(train, 'optimizer', 'schedule', 'buckets', 'rareRows', 'patience'),
    split: { validationShare: 0.2, seed: split.seed },
  };
  await old.put('runs', { ...without(run, 'stoppedEarly', 'reused'), settings });
  const model = modelOf('old');
  const oldText = without(model.text, 'cut', 'unknown', ...NEW_TEXT);
  await old.put('models', { ...model, clean: oldClean, text: oldText, sizeBytes: 9 });
  old.close();
}

it('completes the runs and models of the first version and loses none', async () => {
  await putFirstVersion();
  const store = await openStore();
  const run = await getRun(store, 'old');
  expect(run).toMatchObject({ number: 1, stoppedEarly: false, reused: null });
  expect(run.settings).toMatchObject({
    target: { kind: 'all' },
    start: null,
    text: { cut: 'end', unknown: 'mark' },
    train: { optimizer: 'adam', schedule: 'linear', patience: 0 },
    augment: { wordDropout: 0, swap: 0, deletion: 0 },
  });
  expect(run.prepared.rows.near).toBe(0);
  // In the very order of the settings of today: equal settings must read equal.
  const split = { ...DEFAULT_SETTINGS.split, validationShare: 0.2 };
  expect(JSON.stringify(run.settings.split)).toBe(JSON.stringify(split));
  expect(JSON.stringify(run.settings.text)).toBe(JSON.stringify(DEFAULT_SETTINGS.text));
  expect(run.prepared.lengths.counts).toHaveLength(0);
  const model = await getModel(store, 'old');
  for (const { rules, missing, agencies, own } of [run.settings.clean, model.clean]) {
    expect(rules).toMatchObject({ join: true, links: false, missing: false, emails: false });
    expect([agencies, own, missing.how]).toEqual([['AP'], [], 'drop']);
  }
  expect(run.prepared.report.own).toEqual([]);
  expect(model.text).toMatchObject({ cut: 'end', unknown: 'mark', stemming: 'none' });
  expect(model.parameters).toEqual(modelOf('old').parameters);
});

it('gives older linear runs the weighting they had, where today’s settings have it', () => {
  const { model, loss, labelSmoothing } = DEFAULT_LINEAR;
  const old = { model, loss, labelSmoothing } as typeof DEFAULT_LINEAR;
  const run = runOf('a', 1);
  const { settings } = completedRun({ ...run, settings: { ...DEFAULT_SETTINGS, model: old } }, 2);
  expect(JSON.stringify(settings.model)).toBe(JSON.stringify(DEFAULT_LINEAR));
});
