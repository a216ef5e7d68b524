import { describe, expect, it } from 'vitest';
import type { Run, RunUpdate } from '../../../../src/core/run';
import type { RunSettings } from '../../../../src/core/settings';
import { en } from '../../../../src/i18n/en';
import { zh } from '../../../../src/i18n/zh';
import { DEFAULT_SETTINGS } from '../../../../src/state/settings.svelte';
import { tellReady, tellRun, tellUnderway } from '../../../../src/ui/pages/train/train-story';
import { A_DATASET, aRun, scoresFrom } from '../../a-run';

const settings = DEFAULT_SETTINGS;
const majority = { label: 'World', share: 0.26 };
const news = (change: Partial<RunUpdate>): RunUpdate => ({
  runId: 'run-1',
  phase: 'training',
  isPaused: false,
  step: 3,
  steps: 16,
  epoch: 1,
  rowsPerSecond: 900,
  secondsLeft: 3,
  points: [],
  epochs: [],
  ...change,
});

describe('the headline of Train', () => {
  it('says in words what is about to happen', () => {
    expect(tellReady(en, A_DATASET, settings).headline).toBe('Ready to learn four classes');
    expect(tellReady(zh, A_DATASET, settings).headline).toBe('准备学习 4 个类别');
    expect(tellReady(en, A_DATASET, settings).standfirst).toContain('1,000 rows of “news”');
  });

  it('follows the training through its phases', () => {
    const { prepared } = aRun();
    const tell = (live: RunUpdate | null, of: typeof prepared | null = prepared) =>
      tellUnderway(en, { dataset: A_DATASET, settings, prepared: of, live }).headline;
    expect(tell(null, null)).toBe('Getting the text ready');
    expect(tell(null)).toBe('Learning to tell World, Sports, Business and Sci/Tech apart');
    expect(tell(news({ isPaused: true }))).toBe('Paused; nothing is lost');
    expect(tell(news({ phase: 'refitting' }))).toContain('once more');
    expect(tell(news({ phase: 'testing' }))).toContain('judged');
  });

  it('says which classes are told apart where these are not all', () => {
    const tell = (target: RunSettings['target']) => {
      const own = { ...settings, target };
      const { prepared } = aRun();
      const underway = { dataset: A_DATASET, settings: own, prepared, live: null };
      return [tellReady(en, A_DATASET, own), tellUnderway(en, underway)];
    };
    const [ready, learning] = tell({ kind: 'one', first: '2', second: '' });
    expect(ready.headline).toBe('Ready to tell Sports from the rest');
    expect(ready.standfirst).toContain('1,000 rows');
    expect(learning.headline).toBe('Learning to tell Sports from the rest');
    expect(learning.standfirst).toContain('900 rows');
    const [readyForTwo, learningTwo] = tell({ kind: 'two', first: '2', second: '4' });
    expect(readyForTwo.headline).toBe('Ready to tell Sports from Sci/Tech');
    expect(readyForTwo.standfirst).toContain('490 rows');
    expect(readyForTwo.standfirst).toContain('200 rows stay sealed');
    expect(learningTwo.headline).toBe('Learning the difference between Sports and Sci/Tech');
    expect(learningTwo.standfirst).toContain('the rows of Sports and Sci/Tech');
    expect(learningTwo.standfirst).not.toMatch(/\d+ rows/);
  });

  it('says that a training ended by itself', () => {
    const run = aRun({ stoppedEarly: true });
    run.settings.train.patience = 3;
    expect(tellRun(en, run, majority, null).standfirst).toContain(
      'after 3 epochs without a better',
    );
    expect(tellRun(zh, run, majority, null).standfirst).toContain('连续 3 轮没有进步');
  });

  it('names both of two classes, and counts more than four', () => {
    const of = (names: string[]) => {
      const classes = names.map((name) => ({ key: name, name }));
      const dataset = { ...A_DATASET, classes };
      return tellUnderway(en, { dataset, settings, prepared: aRun().prepared, live: null });
    };
    expect(of(['ham', 'spam']).headline).toBe('Learning the difference between ham and spam');
    expect(of([...'abcde']).headline).toBe('Learning to tell five classes apart');
  });

  it('says the test result when there is one, else the validation result', () => {
    expect(tellRun(en, aRun(), majority, null).headline).toContain('90.0');
    expect(tellRun(en, aRun(), majority, null).standfirst).toContain('4th epoch');
    const untested = tellRun(en, aRun({ test: null, testLook: null }), majority, null);
    expect(untested.headline).toContain('kept aside');
    expect(untested.standfirst).toContain('sealed');
    const stopped = aRun({ test: null, status: 'stopped' });
    expect(tellRun(en, stopped, majority, null).headline).toContain('Stopped early');
  });

  it('says when a run is no better than always answering the commonest class', () => {
    const guessing = [10, 10, 10, 10].map((n) => [n, 0, 0, 0]);
    const run = aRun({ test: scoresFrom(guessing) });
    expect(tellRun(en, run, majority, null).headline).toBe(
      'No better than always answering “World”',
    );
    const weak = aRun({ test: null, validation: { accuracy: 0.3, loss: 1.4, rows: 60 } });
    expect(tellRun(zh, weak, majority, null).headline).toBe('并不比总是回答“World”强');
  });

  it('says why a run broke off, and when its page was closed', () => {
    const failed = tellRun(en, aRun({ status: 'failed' }), majority, 'The GPU was lost.');
    expect(failed.headline).toBe('The training broke off');
    expect(failed.standfirst).toMatch(/^The GPU was lost\. /);
    expect(failed.standfirst).toContain('4th epoch');
    const closed = tellRun(en, aRun({ status: 'failed', bestEpoch: null }), majority, null);
    expect(closed.headline).toContain('closed');
    expect(closed.standfirst).toContain('nothing to keep');
  });

  it('says when a second training was asked for and stopped', () => {
    const refit = { ...settings, train: { ...settings.train, refit: true } };
    const told = (change: Partial<Run>) =>
      tellRun(en, aRun({ settings: refit, ...change }), majority, null).standfirst;
    expect(told({ refitted: true })).toContain('come from a second training');
    expect(told({})).toContain('The second training was stopped');
    expect(told({ status: 'stopped' })).not.toContain('second training');
  });

  it('says that a test part alone teaches nothing', () => {
    const ready = tellReady(en, { ...A_DATASET, train: null }, settings);
    expect(ready.headline).toContain('alone teaches nothing');
    expect(ready.standfirst).toContain('“news” has 400 rows to test on');
  });

  it('says that a run goes on in another tab', () => {
    const away = aRun({ status: 'running', bestEpoch: 2, test: null });
    expect(tellRun(en, away, majority, null).headline).toBe('Training in another tab');
  });

  it('does not speak of checking where no rows could be kept aside', () => {
    const { prepared } = aRun();
    const rows = { train: 4, validation: 0, test: 0, testIsHeldOut: true, near: 0 };
    const few = { ...prepared, rows };
    for (const words of [en, zh]) {
      const live = news({});
      const told = tellUnderway(words, { dataset: A_DATASET, settings, prepared: few, live });
      expect(told.standfirst).not.toMatch(/on 0|0 行检验/);
    }
  });

  it('says when the test rows were held out from the training file', () => {
    const run = aRun();
    run.prepared.rows.testIsHeldOut = true;
    expect(tellRun(en, run, majority, null).standfirst).toContain('held out');
    expect(tellRun(zh, run, majority, null).standfirst).toContain('留出');
  });
});
