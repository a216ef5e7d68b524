// Which settings tell runs apart: those that are not the same in all of them.
import type { Run } from '../../../../core/run';
import { usesSplitOption } from '../../../../clean/config';
import type { RunSettings, SplitSettings, TrainSettings } from '../../../../core/settings';
import { usesTrainOption } from '../../../../models/config';

/** A setting that stands in a form by itself. */
export interface PlainDifference {
  stage: 'model' | 'train' | 'augment' | 'text' | 'split';
  key: string;
  value: string | number | boolean;
}

/** A setting whose value is not the same in all runs that have it. */
export type Difference =
  | PlainDifference
  | { stage: 'rule'; key: string; value: boolean }
  | { stage: 'agencies'; value: readonly string[] }
  | { stage: 'missing'; value: RunSettings['clean']['missing'] }
  | { stage: 'own'; value: RunSettings['clean']['own'] }
  | { stage: 'target'; value: RunSettings['target'] }
  | { stage: 'start'; value: RunSettings['start'] };

interface Entry {
  name: string; // the same setting has the same name in every run
  difference: Difference;
}

/** For each run, in their order, the settings that are not the same in all runs; those of a model only among its runs. */
export function differencesOf(runs: readonly Run[]): Difference[][] {
  const entries = runs.map(({ settings }) => entriesOf(settings));
  const values = new Map<string, Set<string>>();
  for (const { name, difference } of entries.flat()) {
    const seen = values.get(name) ?? new Set<string>();
    values.set(name, seen.add(JSON.stringify(difference.value) ?? ''));
  }
  return entries.map((own) =>
    own.filter(({ name }) => (values.get(name)?.size ?? 0) > 1).map(({ difference }) => difference),
  );
}

/** Every setting that decides what a run gives, the telling ones first. */
function entriesOf(settings: RunSettings): Entry[] {
  const { model, train, augment, text, split, clean, target, start } = settings;
  const { model: name, ...own } = model;
  return [
    { name: 'target', difference: { stage: 'target', value: target } },
    { name: 'start', difference: { stage: 'start', value: start } },
    ...plainOf('model', own, `model.${name}`),
    ...plainOf('train', train).filter(({ key }) => isTelling(settings, key)),
    ...plainOf('augment', augment),
    ...plainOf('text', text),
    ...plainOf('split', split).filter(({ key }) =>
      usesSplitOption(split, key as keyof SplitSettings, null),
    ),
    ...Object.entries(clean.rules).map(([key, value]): Entry => ({
      name: `rule.${key}`,
      difference: { stage: 'rule', key, value },
    })),
    { name: 'agencies', difference: { stage: 'agencies', value: clean.agencies } },
    ...(clean.rules.missing
      ? [{ name: 'missing', difference: { stage: 'missing', value: clean.missing } } as const]
      : []),
    { name: 'own', difference: { stage: 'own', value: clean.own.filter(({ isOn }) => isOn) } },
  ];
}

/** Whether a setting of training can change what the run gives. */
function isTelling(settings: RunSettings, key: string): boolean {
  return key !== 'testAtEnd' && usesTrainOption(settings, key as keyof TrainSettings);
}

function plainOf(
  stage: PlainDifference['stage'],
  values: object,
  prefix: string = stage,
): (Entry & { key: string })[] {
  return Object.entries(values).map(([key, value]) => ({
    name: `${prefix}.${key}`,
    key,
    difference: { stage, key, value: value as PlainDifference['value'] },
  }));
}
