// Brings what older pages kept up to date: nothing stored is lost with a new version of the page.
import type { Run, SavedModel } from '../core/run';
import type { TargetSettings, TextSettings, TrainSettings } from '../core/settings';

/** Settings that the first version did not know, as it behaved. */
const FIRST_TEXT: Pick<TextSettings, 'cut' | 'unknown'> = { cut: 'end', unknown: 'mark' };
const FIRST_TARGET: TargetSettings = { kind: 'all', first: '', second: '' };
const FIRST_TRAIN: Omit<
  TrainSettings,
  'epochs' | 'batchSize' | 'learningRate' | 'seed' | 'refit' | 'testAtEnd'
> = {
  fullBatch: false,
  optimizer: 'adam',
  momentum: 0.9,
  weightDecay: 0,
  schedule: 'linear',
  warmup: 0,
  clipNorm: 0,
  balanced: false,
  buckets: true,
  rareRows: true,
  patience: 0,
};

/** Version 2: runs know what they tell apart, where they started, and all settings of the training. */
export function completedRun(run: Run): Run {
  const { text, train } = run.settings;
  const settings = {
    ...run.settings,
    target: FIRST_TARGET,
    start: null,
    text: { ...FIRST_TEXT, ...text },
    train: { ...FIRST_TRAIN, ...train },
  };
  return { ...run, settings, stoppedEarly: false, reused: null };
}

/** Version 2: a model knows how its texts were cut. */
export function completedModel<T extends SavedModel>(model: T): T {
  return { ...model, text: { ...FIRST_TEXT, ...model.text } };
}
