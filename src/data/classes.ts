// From labels as they stand in files to classes: their order, their names, and which labels a part may have.
import { fail } from '../core/errors';
import type { ClassLabel } from '../core/types';
import { readText } from './source';

/** The lines of a classes.txt; label k of AG News stands for the k-th. */
export interface ClassNames {
  file: string;
  names: string[];
}

/** Reads class names, one a line. */
export async function readClassNames(file: File): Promise<ClassNames> {
  const lines = (await readText(file)).split(/\r\n|\n|\r/).map((line) => line.trim());
  while (lines.at(-1) === '') lines.pop();
  if (lines.length === 0) throw fail('bad-file', 'file.empty', { file: file.name });
  return { file: file.name, names: lines };
}

/** Whether a label is one of the names, or the number of one; numbers may count from 0 or from 1. */
export function isNamed({ names }: ClassNames, key: string, countsFromZero: boolean): boolean {
  if (names.includes(key)) return true;
  return (
    /^(0|[1-9]\d*)$/.test(key) && Number(key) <= names.length && (countsFromZero || Number(key) > 0)
  );
}

/** Whether labels use both 0 and the number of names, so that they cannot all be numbers of names. */
export function isTorn({ names }: ClassNames, keys: readonly string[]): boolean {
  return keys.includes('0') && keys.includes(String(names.length)) && !names.includes('0');
}

/** Whether a label belongs to a class that is known, by key or by name. */
export function isKnown(classes: readonly ClassLabel[], key: string): boolean {
  return classes.some((known) => known.key === key || known.name === key);
}

/** The classes that a file of names gives, in its order. */
export function classesByNames({ names }: ClassNames, keys: readonly string[]): ClassLabel[] {
  const base = keys.includes('0') && !names.includes('0') ? 0 : 1;
  return names.map((name, i) => {
    const number = String(i + base);
    return { key: keys.includes(name) && !keys.includes(number) ? name : number, name };
  });
}

/** The classes that labels alone give: numbers ascending, or else names in alphabetical order. */
export function classesByKeys(keys: readonly string[]): ClassLabel[] {
  const areNumbers = keys.every((key) => /^-?\d+(\.\d+)?$/.test(key));
  const sorted = [...new Set(keys)].sort((a, b) =>
    areNumbers ? Number(a) - Number(b) : a < b ? -1 : 1,
  );
  return sorted.map((key) => ({ key, name: key }));
}

/** The index of each label's class; every label must be known. */
export function classIndices(classes: readonly ClassLabel[], keys: readonly string[]): number[] {
  return keys.map((key) => {
    const byKey = classes.findIndex((known) => known.key === key);
    if (byKey >= 0) return byKey;
    return classes.findIndex((known) => known.name === key);
  });
}

/** Gives known classes the names of a file, in place; throws `classes.few` for a label without a name. */
export function renameClasses(classes: readonly ClassLabel[], given: ClassNames): ClassLabel[] {
  const keys = classes.map(({ key }) => key);
  const named = classesByNames(given, keys);
  return classes.map(({ key }) => {
    const found = named.find((known) => known.key === key || known.name === key);
    const { file, names } = given;
    if (!found) throw fail('bad-file', 'classes.few', { file, names: names.length, label: key });
    return { key, name: found.name };
  });
}
