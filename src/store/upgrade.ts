// Brings what older pages kept up to date: nothing stored is lost with a new version of the page.
import type { Run, SavedModel } from '../core/run';
import type { Dataset, Part } from '../core/types';
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

/** A run of an older version, with everything that one has today. */
export function completedRun(run: Run, version: number): Run {
  return version < 2 ? secondRun(run) : run;
}

/** A model of an older version, with everything that one has today. */
export function completedModel<T extends SavedModel>(model: T, version: number): T {
  return version < 2 ? { ...model, text: { ...FIRST_TEXT, ...model.text } } : model;
}

/** Version 3: rows may lack a label, labels can be changed, files may keep rows for validation. */
export function completedDataset(dataset: Dataset): Dataset {
  const complete = (part: Part | null) => part && { ...part, unlabelled: 0, givenValidation: 0 };
  const { train, test } = dataset;
  return { ...dataset, labelChanges: 0, train: complete(train), test: complete(test) };
}

/** Version 2: runs know what they tell apart, where they started, and all settings of the training. */
function secondRun(run: Run): Run {
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
