// Brings what older pages kept up to date: nothing stored is lost with a new version of the page.
import type { Run, SavedModel } from '../core/run';
import type {
  AugmentSettings,
  CleanSettings,
  ModelSettings,
  SplitSettings,
  TargetSettings,
  TextSettings,
  TrainSettings,
} from '../core/settings';
import { RULES, type Dataset, type Part, type Rule } from '../core/types';

/** Settings that the first version did not know, as it behaved. */
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

/** Settings that the second version did not know, as it behaved. */
const SECOND_TEXT: TextSettings = {
  unit: 'auto', // a run brings its own, and those that follow but for what was new; all stand in the order of today
  punctuation: true,
  lowerCase: true, // new
  numbers: 'keep', // new
  stopWords: 'none', // new
  stemming: 'none', // new
  order: 2,
  minCount: 2,
  maxWords: 200_000,
  maxNgrams: 400_000,
  maxLength: 256,
  cut: 'end', // new in the second version
  unknown: 'mark', // likewise
  partsOfSpeech: false, // new
};
const SECOND_AUGMENT: AugmentSettings = { wordDropout: 0, swap: 0, deletion: 0 };

/** The division of the versions before the third, as they behaved. */
const SECOND_SPLIT: SplitSettings = {
  by: 'shares',
  validationShare: 0.1, // a run brings its own
  testShare: 0.1,
  validationRows: 1000,
  testRows: 1000,
  sampleRows: 0,
  sampleTestRows: 0,
  givenValidation: true,
  grouped: false,
  seed: 1, // likewise
};

/** A run of an older version, with everything that one has today. */
export function completedRun(run: Run, version: number): Run {
  const second = version < 2 ? secondRun(run) : run;
  return version < 3 ? thirdRun(second) : second;
}

/** A model of an older version, with everything that one has today. */
export function completedModel<T extends SavedModel>(model: T, version: number): T {
  if (version > 2) return model;
  const text = { ...SECOND_TEXT, ...model.text };
  return { ...model, text, clean: thirdClean(model.clean) };
}

/** Version 3: more rules, all off before, rules of the reader's own, and a choice for missing fields. */
function thirdClean({ rules, agencies }: Pick<CleanSettings, 'rules' | 'agencies'>): CleanSettings {
  const known: Partial<Record<Rule, boolean>> = rules;
  const all = Object.fromEntries(RULES.map((rule) => [rule, known[rule] ?? false]));
  return {
    rules: all as CleanSettings['rules'],
    missing: { how: 'drop', word: 'missing' },
    agencies,
    own: [],
  };
}

/** Version 3: rows may lack a label, labels can be changed, files may keep rows for validation. */
export function completedDataset(dataset: Dataset): Dataset {
  const complete = (part: Part | null) => part && { ...part, unlabelled: 0, givenValidation: 0 };
  const { train, test } = dataset;
  return { ...dataset, labelChanges: 0, train: complete(train), test: complete(test) };
}

/**
 * Version 3: texts can be cleaned, prepared and changed in more ways, features weighed in more than one, rows divided in more;
 * lengths are counted one by one; runs know after which change of labels they learned and were judged.
 */
function thirdRun(run: Run): Run {
  const { text, split } = run.settings;
  const settings = {
    ...run.settings,
    clean: thirdClean(run.settings.clean),
    text: { ...SECOND_TEXT, ...text },
    split: { ...SECOND_SPLIT, ...split },
    model: thirdModel(run.settings.model),
    augment: SECOND_AUGMENT,
  };
  const { prepared } = run;
  const lengths = { ...prepared.lengths, counts: new Uint32Array() };
  const rows = { ...prepared.rows, near: 0 };
  const report = { ...prepared.report, own: [] };
  return {
    ...run,
    settings,
    prepared: { ...prepared, lengths, rows, report, labelChanges: 0 },
    testLabelChanges: run.test ? 0 : null,
  };
}

/** Version 3: features weigh what they did; the weighting stands where it does today, for equal settings must read equal. */
function thirdModel(settings: ModelSettings): ModelSettings {
  if (settings.model !== 'linear' && settings.model !== 'mlp') return settings;
  const { model, ...others } = settings;
  return { model, weighting: 'tf-idf', ...(others as object) } as ModelSettings;
}

/** Version 2: runs know what they tell apart, where they started, and all settings of the training. */
function secondRun(run: Run): Run {
  const { train } = run.settings;
  const settings = {
    ...run.settings,
    target: FIRST_TARGET,
    start: null,
    train: { ...FIRST_TRAIN, ...train },
  };
  return { ...run, settings, stoppedEarly: false, reused: null };
}
