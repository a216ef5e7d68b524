// A setting that tells runs apart, in the reader's words.
import type { Run } from '../../../../core/run';
import type { RunSettings } from '../../../../core/settings';
import type { Dataset, Rule } from '../../../../core/types';
import type { Catalogue } from '../../../../i18n/catalogue';
import type { OptionWords } from '../../../../i18n/en/options';
import type { Format } from '../../../../i18n/format';
import type { Difference, PlainDifference } from './differences';

/** What is needed to say a setting. */
export interface Telling {
  words: Catalogue;
  format: Format;
  runs: readonly Run[]; // to name the one that a run went on from
  datasets: readonly Dataset[]; // to name a target's classes
}

/** Says a setting of a run: 'Units 64', 'Duplicates off'. */
export function sayDifference(telling: Telling, run: Run, difference: Difference): string {
  const { words, runs } = telling;
  const say = words.compare.differs;
  switch (difference.stage) {
    case 'target':
      return sayTarget(telling, run, difference.value);
    case 'start': {
      const { value } = difference;
      if (!value) return say.fresh;
      return say.start(runs.find(({ id }) => id === value.runId)?.number ?? null);
    }
    case 'agencies':
      return say.agencies(difference.value.length);
    case 'missing':
      return words.recipe.missing.how[difference.value.how];
    case 'own':
      return say.own(difference.value.length);
    case 'rule':
      return `${words.clean.rules[difference.key as Rule].name} ${say[difference.value ? 'on' : 'off']}`;
    case 'model':
    case 'train':
    case 'augment':
    case 'text':
    case 'split':
      return sayOption(telling, difference);
  }
}

function sayTarget(
  { words, datasets }: Telling,
  { datasetId }: Run,
  target: RunSettings['target'] | undefined, // older runs lack it
): string {
  const say = words.compare.differs.target;
  if (!target || target.kind === 'all') return say.all;
  const dataset = datasets.find(({ id }) => id === datasetId);
  const nameOf = (key: string) => dataset?.classes.find((label) => label.key === key)?.name ?? key;
  const first = nameOf(target.first);
  return target.kind === 'one' ? say.one(first) : say.two(first, nameOf(target.second));
}

function sayOption({ words, format }: Telling, { stage, key, value }: PlainDifference): string {
  const own = (words.options[stage] as Partial<Record<string, OptionWords>>)[key];
  const label = own?.label ?? key;
  if (typeof value === 'boolean') return `${label} ${words.compare.differs[value ? 'on' : 'off']}`;
  if (typeof value === 'string') return `${label}: ${own?.choices?.[value] ?? value}`;
  return `${label} ${Number.isInteger(value) ? format.number(value) : String(value)}`;
}
