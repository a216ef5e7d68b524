// The settings under edit: presets, runs that are gone on from, targets, and what an older page kept.
import { beforeEach, describe, expect, it } from 'vitest';
import type { Dataset } from '../../src/core/types';
import { DEFAULT_MODELS, PRESETS } from '../../src/models/config';
import { TWINS } from '../../src/models/twins/config';
import { DEFAULT_SETTINGS, Settings } from '../../src/state/settings.svelte';
import { suggestTrain } from '../../src/train/config';
import { A_DATASET, aRun } from '../ui/a-run';

const KEY = 'broadsheet.settings';
const withRows = (id: string, rowCount: number): Dataset =>
  ({ ...A_DATASET, id, train: { ...A_DATASET.train, rowCount } }) as Dataset;

beforeEach(() => localStorage.clear());

describe.each([...PRESETS, ...TWINS])('the preset $name', (preset) => {
  it('is known again whatever dataset is opened, and until a setting of it is changed', () => {
    const settings = new Settings();
    settings.choosePreset(preset);
    for (const [id, rows] of Object.entries({ small: 700, large: 70_000, none: 20 })) {
      settings.follow(withRows(id, rows));
      expect(settings.preset?.name).toBe(preset.name);
    }
    settings.change('train', 'seed', 7);
    settings.aim({ kind: 'one', first: '1', second: '' });
    expect(settings.preset?.name).toBe(preset.name);
    settings.change('train', 'learningRate', 0.0123);
    expect(settings.preset).toBeNull();
    expect(new Settings().snapshot()).toEqual(settings.snapshot());
  });

  it('suits the rows, but where a listing says otherwise', () => {
    const settings = new Settings();
    settings.follow(withRows('small', 700));
    settings.choosePreset(preset);
    const { epochs, batchSize } = settings.run.train;
    const isListing = TWINS.some(({ name }) => name === preset.name);
    const suited = suggestTrain(700);
    expect(batchSize).toBe(isListing ? preset.train.batchSize : suited.batchSize);
    expect(epochs).toBe(isListing ? 10 : suited.epochs + preset.moreEpochs);
  });
});

describe('settings', () => {
  it('of a model keep what was changed when the rows are others', () => {
    const settings = new Settings();
    settings.follow(withRows('a', 700));
    settings.change('train', 'epochs', 3);
    settings.follow(withRows('b', 70_000));
    expect(settings.run.train.epochs).toBe(3);
    expect(settings.run.train.batchSize).toBe(suggestTrain(70_000).batchSize);
  });

  it('go back to the first ones of their model', () => {
    const settings = new Settings();
    settings.choosePreset(PRESETS.find(({ name }) => name === 'lstm')!);
    settings.change('model', 'units', 12);
    settings.change('text', 'maxLength', 64);
    expect(settings.areDefault('text')).toBe(false);
    settings.resetStages('text', 'model', 'train');
    expect(settings.preset?.name).toBe('lstm');
    expect(settings.areDefault('text', 'model', 'train')).toBe(true);
  });

  it('of a run are taken over, but not where it computed', () => {
    const settings = new Settings();
    settings.chooseTier('wasm');
    const own = { ...structuredClone(DEFAULT_SETTINGS), tier: 'webgpu' as const };
    own.model = DEFAULT_MODELS.cnn;
    settings.use(own);
    expect(settings.run).toMatchObject({ tier: 'wasm', model: DEFAULT_MODELS.cnn });
  });
});

describe('going on from a run', () => {
  const lstm = aRun({ id: 'source', settings: structuredClone(DEFAULT_SETTINGS) });
  lstm.settings.model = { ...DEFAULT_MODELS.lstm, units: 32 };
  lstm.settings.text.order = 1;
  lstm.settings.train = { ...lstm.settings.train, learningRate: 0.002, epochs: 99 };

  it('takes its model and words, and of another kind of model the training too', () => {
    const settings = new Settings();
    settings.follow(withRows('a', 700));
    settings.goOn(lstm);
    expect(settings.run.model).toEqual(lstm.settings.model);
    expect(settings.run.text).toEqual(lstm.settings.text);
    expect(settings.run.start).toEqual({ runId: 'source', tableRate: 1, bodyRate: 1 });
    expect(settings.run.train).toMatchObject({ learningRate: 0.002, ...suggestTrain(700) });
    settings.change('train', 'learningRate', 0.0005);
    settings.goOn(lstm);
    expect(settings.run.train.learningRate).toBe(0.0005);
  });

  it('ends with the choice of another model, and is not remembered for the next visit', () => {
    const settings = new Settings();
    settings.goOn(lstm);
    settings.changeStart({ runId: 'source', tableRate: 0, bodyRate: 0.1 });
    expect(new Settings().run.start).toBeNull();
    settings.choosePreset(PRESETS[0]);
    expect(settings.run.start).toBeNull();
  });
});

describe('a target', () => {
  const other = { ...A_DATASET, id: 'other' };
  const [world, ...rest] = A_DATASET.classes;

  it('stays while the dataset does, under whatever name', () => {
    const settings = new Settings();
    settings.follow(A_DATASET);
    settings.aim({ kind: 'one', first: '1', second: '' });
    settings.follow({ ...A_DATASET, classes: [{ ...world, name: 'Earth' }, ...rest] });
    expect(settings.run.target.kind).toBe('one');
  });

  it('stays on another dataset with the same classes, and falls where they are others', () => {
    const settings = new Settings();
    settings.follow(A_DATASET);
    settings.aim({ kind: 'two', first: '1', second: '3' });
    settings.follow(other);
    expect(settings.run.target.kind).toBe('two');
    settings.follow({ ...A_DATASET, classes: [{ ...world, name: '国际' }, ...rest] });
    expect(settings.run.target).toEqual({ kind: 'all', first: '', second: '' });
  });

  it('that came before any dataset is left to be refused in words', () => {
    const settings = new Settings();
    settings.aim({ kind: 'one', first: 'nowhere', second: '' });
    settings.follow(A_DATASET);
    expect(settings.run.target.first).toBe('nowhere');
  });
});

describe('kept settings', () => {
  const readBack = (kept: unknown) => {
    localStorage.setItem(KEY, typeof kept === 'string' ? kept : JSON.stringify(kept));
    return new Settings().snapshot();
  };

  it('of the first version are completed', () => {
    const { model, train, text } = readBack({
      text: { unit: 'words', order: 3 },
      model: { model: 'bag', width: 24 },
      train: { epochs: 7, batchSize: 64, learningRate: 0.02, seed: 3, gone: true },
    });
    expect(model).toEqual({ ...DEFAULT_MODELS.bag, width: 24 });
    expect(text).toEqual({ ...DEFAULT_SETTINGS.text, unit: 'words', order: 3 });
    const kept = { epochs: 7, batchSize: 64, learningRate: 0.02, seed: 3 };
    expect(train).toEqual({ ...DEFAULT_SETTINGS.train, ...kept });
  });

  it('that no field takes today give way to the first ones', () => {
    const found = readBack({
      text: { unit: 'syllables', maxLength: 100_000 },
      model: { model: 'lstm', width: 50, pooling: 'first', units: 64 },
      train: { optimizer: 'lion', epochs: 2.5, warmup: null },
      target: { kind: 'three' },
      tier: 'abacus',
    });
    const { text, train, target, tier } = DEFAULT_SETTINGS;
    const model = { ...DEFAULT_MODELS.lstm, units: 64 };
    expect(found).toMatchObject({ text, train, target, tier, model });
  });

  it.each(['{', 'null', '7', '{"model":{"model":"toString"}}', '{"model":null}', '[]'])(
    'that are damaged (%s) give way to all first ones',
    (kept) => expect(readBack(kept)).toEqual(DEFAULT_SETTINGS),
  );
});
