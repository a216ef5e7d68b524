// Which classes a dataset gets as its files come in one after another.
import { fail } from '../core/errors';
import type { ClassLabel, Dataset } from '../core/types';
import {
  classesByKeys,
  classesByNames,
  classIndices,
  renameClasses,
  type ClassNames,
} from '../data/classes';

/** The classes of a dataset that no new part may change; null where its train part did not give them. */
export function fixedClasses(target: Dataset, names: ClassNames | null): ClassLabel[] | null {
  if (target.classes.length === 0) return null;
  const isNamedAlready = target.classes.some(({ key, name }) => key !== name);
  if (!target.train && !isNamedAlready && target.labelChanges === 0) return null;
  return names ? renameClasses(target.classes, names) : target.classes;
}

/** The classes that the labels of all parts give together. */
export function settleClasses(
  target: Dataset | null,
  names: ClassNames | null,
  keys: readonly string[],
): ClassLabel[] {
  const all = [...(target?.classes.map(({ key }) => key) ?? []), ...keys];
  if (!names) return classesByKeys(all);
  const classes = classesByNames(names, all);
  const missing = classIndices(classes, all).indexOf(-1);
  if (missing < 0) return classes;
  const values = { file: names.file, names: names.names.length, label: all[missing] };
  throw fail('bad-file', 'classes.few', values);
}
