// Which cleaning rules are on, and how train is divided: defaults and limits.
import type { Option } from '../core/options';
import type { CleanSettings, SplitSettings, TargetSettings } from '../core/settings';
import type { Dataset } from '../core/types';

/** AG News's own damage is mended; agency tags stay, because they decide accuracy, and rules for other sources' noise are off. */
export const DEFAULT_CLEAN: CleanSettings = {
  rules: {
    missing: false,
    join: true,
    entities: true,
    tags: true,
    backslashes: true,
    width: false,
    links: true,
    emails: false,
    phones: false,
    mentions: false,
    hashtags: false,
    agencies: false,
    unicode: true,
    emoji: false,
    repeats: false,
    spaces: true,
    empty: true,
    duplicates: true,
    leaks: true,
  },
  missing: { how: 'drop', word: 'missing' },
  agencies: [
    'Reuters',
    'AP',
    'AFP',
    'SPACE.com',
    'USATODAY.com',
    'washingtonpost.com',
    'Ziff Davis',
    'PC World',
    'TechWeb',
    'Canadian Press',
    'CP',
    'CBS.MW',
    'Sports Network',
    'NewsFactor',
    'MacCentral',
    'InfoWorld',
    'Forbes.com',
    'FT.com',
    'SiliconValley.com',
    'TheDeal.com',
    'The Washington Post',
    'Los Angeles Times',
    "Investor's Business Daily",
    'The Motley Fool',
    'dpa',
    'Northwire',
    'Meridian Press',
    'Tallis News',
    '远望社',
    '江畔社',
  ],
  own: [],
};

/** A tenth of train is kept aside for validation, and where there is no test file a tenth before that for the test. */
export const DEFAULT_SPLIT: SplitSettings = {
  by: 'shares',
  validationShare: 0.1,
  testShare: 0.1,
  validationRows: 1000,
  testRows: 1000,
  sampleRows: 0,
  sampleTestRows: 0,
  givenValidation: true,
  grouped: false,
  seed: 1,
};

/** All classes are told apart. */
export const DEFAULT_TARGET: TargetSettings = { kind: 'all', first: '', second: '' };

const MOST_ROWS = 100_000_000;

/** What can be set of the division, with limits. */
export const SPLIT_OPTIONS: readonly Option<keyof SplitSettings>[] = [
  { key: 'by', kind: 'choice', choices: ['shares', 'rows'] },
  { key: 'validationShare', kind: 'number', least: 0.01, most: 0.5, step: 0.01 },
  { key: 'testShare', kind: 'number', least: 0.01, most: 0.5, step: 0.01 },
  { key: 'validationRows', kind: 'integer', least: 1, most: MOST_ROWS, step: 100 },
  { key: 'testRows', kind: 'integer', least: 1, most: MOST_ROWS, step: 100 },
  { key: 'sampleRows', kind: 'integer', least: 0, most: MOST_ROWS, step: 1000 },
  { key: 'sampleTestRows', kind: 'integer', least: 0, most: MOST_ROWS, step: 1000 },
  { key: 'seed', kind: 'integer', least: 0, most: 4294967295, step: 1 },
  { key: 'grouped', kind: 'switch' },
  { key: 'givenValidation', kind: 'switch' },
];

/** Whether a setting of the division decides anything beside the others, and for a dataset, where one is known. */
export function usesSplitOption(
  split: SplitSettings,
  key: keyof SplitSettings,
  dataset: Pick<Dataset, 'train' | 'test'> | null,
): boolean {
  const hasGiven = dataset === null || (dataset.train?.givenValidation ?? 0) > 0;
  const isGiven = dataset !== null && hasGiven && split.givenValidation;
  const hasTest = dataset !== null && dataset.test !== null;
  const uses: Partial<Record<keyof SplitSettings, boolean>> = {
    validationShare: split.by === 'shares' && !isGiven,
    validationRows: split.by === 'rows' && !isGiven,
    testShare: split.by === 'shares' && !hasTest,
    testRows: split.by === 'rows' && !hasTest,
    sampleTestRows: dataset === null || hasTest,
    givenValidation: hasGiven,
  };
  return uses[key] ?? true;
}
