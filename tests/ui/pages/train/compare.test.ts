import { describe, expect, it } from 'vitest';
import type { Run } from '../../../../src/core/run';
import type { ModelSettings, RunSettings } from '../../../../src/core/settings';
import { en } from '../../../../src/i18n/en';
import { zh } from '../../../../src/i18n/zh';
import { formatOf } from '../../../../src/i18n/format';
import { DEFAULT_MODELS } from '../../../../src/models/config';
import { overlay } from '../../../../src/ui/charts/overlay';
import { tracesOf } from '../../../../src/ui/pages/train/compare/curves';
import { differencesOf } from '../../../../src/ui/pages/train/compare/differences';
import { sayDifference } from '../../../../src/ui/pages/train/compare/say-difference';
import { lineOf, lineSettings } from '../../../../src/ui/pages/train/tfidf-line';
import { A_DATASET, aRun } from '../../a-run';

function runWith(change: Partial<RunSettings>, rest: Partial<Run> = {}): Run {
  const run = aRun(rest);
  return { ...run, settings: { ...run.settings, ...change } };
}

/** What tells each run from the others, in words. */
function toldOf(runs: Run[], words = en, code: 'en' | 'zh' = 'en'): string[][] {
  const telling = { words, format: formatOf(code), runs, datasets: [A_DATASET] };
  return differencesOf(runs).map((found, i) =>
    found.map((each) => sayDifference(telling, runs[i], each)),
  );
}

const { train, text, clean, split } = aRun().settings;
const LSTM = DEFAULT_MODELS.lstm;

describe('what tells runs apart', () => {
  it('is nothing between equal runs, and what does not matter is not told', () => {
    const tested: RunSettings['train'] = { ...train, testAtEnd: false };
    expect(toldOf([aRun(), runWith({ train: tested, tier: 'wasm' })])).toEqual([[], []]);
    expect(toldOf([aRun()])).toEqual([[]]);
  });

  it('are the settings of a model only among its own runs', () => {
    const wide: ModelSettings = { ...LSTM, units: 256, bidirectional: true };
    expect(toldOf([aRun(), runWith({ model: LSTM }), runWith({ model: wide })])).toEqual([
      [],
      ['Units 128', 'Both directions off'],
      ['Units 256', 'Both directions on'],
    ]);
  });

  it('is said in the words of the forms, whatever stage it is of', () => {
    const rules = { ...clean.rules, duplicates: !clean.rules.duplicates, missing: true };
    const rule = { find: 'a', replace: '', isPattern: false, matchCase: true, wholeWords: true };
    const own = [
      { ...rule, isOn: true },
      { ...rule, isOn: false },
    ];
    const other = runWith({
      train: { ...train, seed: 7, learningRate: 0.000_001 },
      text: { ...text, unit: 'characters' },
      split: { ...split, validationShare: 0.25 },
      clean: { ...clean, rules, own, agencies: ['AP'] },
      target: { kind: 'two', first: '1', second: '3' },
      start: { runId: 'run-1', tableRate: 1, bodyRate: 1 },
    });
    expect(toldOf([aRun(), other])[1]).toEqual([
      'World or Business',
      'went on from run 1',
      'Learning rate 0.000001',
      'Seed 7',
      'Units of text: characters',
      'Share for validation 0.25',
      'Missing title or text on',
      'Duplicates off',
      '1 agency name',
      '1 rule of one’s own',
    ]);
    expect(toldOf([aRun(), other], zh, 'zh')[1].join()).toMatch(
      /World还是Business,接续第 1 次训练/,
    );
  });
});

describe('the TF-IDF line of a run', () => {
  const linear = { model: DEFAULT_MODELS.linear };

  it('is the newest finished linear run on the same rows and the same question', () => {
    const line = runWith(linear, { id: 'line' });
    const others = [
      runWith(linear, { id: 'stopped', status: 'stopped' }),
      runWith(linear, { id: 'elsewhere', datasetId: 'other' }),
      runWith({ ...linear, split: { ...split, seed: 5 } }, { id: 'divided otherwise' }),
      runWith({ ...linear, target: { kind: 'one', first: '1', second: '' } }, { id: 'aimed' }),
      runWith({}, { id: 'a bag' }),
    ];
    expect(lineOf(aRun(), [...others, line, runWith(linear, { id: 'older' })])?.id).toBe('line');
    expect(lineOf(aRun(), others)).toBeNull();
  });

  it('is trained with what decides the rows and the question, and with its own text settings', () => {
    const run = runWith({ split: { ...split, seed: 5 }, text: { ...text, order: 1 } });
    const settings = lineSettings(run.settings, 1000);
    expect(settings.model.model).toBe('linear');
    expect(settings.split.seed).toBe(5);
    expect(settings.text.order).toBe(2);
    expect(lineOf(run, [runWith(settings)])).not.toBeNull();
  });
});

describe('the curves of a run', () => {
  it('lie over epochs, the seconds that these took, or the rows read', () => {
    const run = aRun(); // 4 epochs of 4 steps and 900 rows, a second each
    expect(tracesOf(run, 'loss', 'epochs').points.x).toEqual([1, 2, 3, 4]);
    expect(tracesOf(run, 'loss', 'rows').points.x).toEqual([900, 1800, 2700, 3600]);
    const slow = aRun({ epochs: run.epochs.map((e) => ({ ...e, seconds: e.epoch ** 2 })) });
    expect(tracesOf(slow, 'loss', 'seconds').points.x).toEqual([1, 4, 9, 16]);
    expect(tracesOf(slow, 'loss', 'seconds').trend?.x.slice(0, 5)).toEqual([
      0.25, 0.5, 0.75, 1, 1.75,
    ]);
  });

  it('have no trend of accuracy, and no points where nothing was kept aside', () => {
    expect(tracesOf(aRun(), 'accuracy', 'epochs').trend).toBeNull();
    const epochs = aRun().epochs.map((e) => ({ ...e, validationLoss: NaN }));
    expect(tracesOf(aRun({ epochs }), 'loss', 'epochs').points.x).toEqual([]);
    expect(tracesOf(aRun({ epochs: [], curve: [] }), 'loss', 'seconds').trend?.x).toEqual([]);
  });

  it('are thinned to what can be seen', () => {
    const curve = Array.from({ length: 2000 }, (_, i) => ({ step: i + 1, loss: 1 }));
    const { trend } = tracesOf(aRun({ curve, steps: 2000 }), 'loss', 'epochs');
    expect(trend?.x.length).toBeLessThanOrEqual(301);
    expect(trend?.x.at(-1)).toBe(4);
  });

  it('share one axis when laid over each other', () => {
    const points = (x: number[]) => ({ x, y: x.map((value) => value * 10) });
    const { x, lines } = overlay([
      { name: 'a', slot: 0, trend: points([0.5, 1]), points: points([1, 2]) },
      { name: 'b', slot: 3, trend: null, points: points([0.7, 2]) },
    ]);
    expect(x).toEqual([0.5, 0.7, 1, 2]);
    expect(lines.map(({ name, values }) => [name, values])).toEqual([
      ['', [5, null, 10, null]],
      ['a', [null, null, 10, 20]],
      ['b', [null, 7, null, 20]],
    ]);
    expect(lines[2].colour).toBe('--class-3');
  });
});
