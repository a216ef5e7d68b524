// Which cleaning rules are on, and how train is divided: defaults and limits.
import type { Option } from '../core/options';
import type { CleanSettings, SplitSettings, TargetSettings } from '../core/settings';

/** All rules on but one: agency tags stay, because they decide accuracy. */
export const DEFAULT_CLEAN: CleanSettings = {
  rules: {
    join: true,
    entities: true,
    tags: true,
    backslashes: true,
    links: true,
    agencies: false,
    unicode: true,
    spaces: true,
    empty: true,
    duplicates: true,
    leaks: true,
  },
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
};

/** A tenth of train is kept aside for validation. */
export const DEFAULT_SPLIT: SplitSettings = { validationShare: 0.1, seed: 1 };

/** All classes are told apart. */
export const DEFAULT_TARGET: TargetSettings = { kind: 'all', first: '', second: '' };

/** What can be set of the division, with limits. */
export const SPLIT_OPTIONS: readonly Option<keyof SplitSettings>[] = [
  { key: 'validationShare', kind: 'number', least: 0.01, most: 0.5, step: 0.01 },
  { key: 'seed', kind: 'integer', least: 0, most: 4294967295, step: 1 },
];
