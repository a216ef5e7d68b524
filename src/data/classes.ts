// From labels as they stand in files to classes: their order, their names, and which labels a part may have.
import { fail } from '../core/errors';
import type { ClassLabel } from '../core/types';
import type { KnownLabels } from './labels';
import { readText } from './source';

/** The lines of a classes.txt, of which label k of AG News stands for the k-th, or names that a file of rows holds. */
export interface ClassNames {
  file: string;
  names: string[];
  isFromZero?: true; // labels are numbers that count from 0 for certain
}

/** Reads class names, one a line. */
export async function readClassNames(file: File): Promise<ClassNames> {
  const lines = (await readText(file)).split(/\r\n|\n|\r/).map((line) => line.trim());
  while (lines.at(-1) === '') lines.pop();
  if (lines.length === 0) throw fail('bad-file', 'file.empty', { file: file.name });
  return { file: file.name, names: lines };
}

/** Which labels are one of the names, or the number of one; numbers may count from 0 or from 1. */
export function namedLabels(
  { names, isFromZero }: ClassNames,
  countsFromZero: boolean,
): KnownLabels {
  const all = new Set(names);
  const most = isFromZero ? names.length - 1 : names.length;
  const isNumber = (key: string) =>
    /^(0|[1-9]\d*)$/.test(key) && Number(key) <= most && (countsFromZero || Number(key) > 0);
  return { classCount: names.length, accept: (key) => all.has(key) || isNumber(key) };
}

/** Which labels belong to a class that is known, by key or by name. */
export function knownLabels(classes: readonly ClassLabel[]): KnownLabels {
  const index = indexOf(classes);
  return { classCount: classes.length, accept: (key) => index.has(key) };
}

/** Whether labels use both 0 and the number of names, so that they cannot all be numbers of names. */
export function isTorn({ names, isFromZero }: ClassNames, keys: readonly string[]): boolean {
  if (isFromZero) return false;
  return keys.includes('0') && keys.includes(String(names.length)) && !names.includes('0');
}

/** The classes that a file of names gives, in its order. */
export function classesByNames(
  { names, isFromZero }: ClassNames,
  keys: readonly string[],
): ClassLabel[] {
  if (isFromZero) return names.map((name, i) => ({ key: String(i), name }));
  const base = keys.includes('0') && !names.includes('0') ? 0 : 1;
  const used = new Set(keys);
  return names.map((name, i) => {
    const number = String(i + base);
    return { key: used.has(name) && !used.has(number) ? name : number, name };
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

/** The index of each label's class; -1 = no class is called so. */
export function classIndices(classes: readonly ClassLabel[], keys: readonly string[]): number[] {
  const index = indexOf(classes);
  return keys.map((key) => index.get(key) ?? -1);
}

/** Gives known classes the names of a file; throws `classes.few` for a label without a name. */
export function renameClasses(classes: readonly ClassLabel[], given: ClassNames): ClassLabel[] {
  const keys = classes.map(({ key }) => key);
  const named = classesByNames(given, keys);
  return classIndices(named, keys).map((at, i) => {
    if (at >= 0) return { key: keys[i], name: named[at].name };
    const { file, names } = given;
    throw fail('bad-file', 'classes.few', { file, names: names.length, label: keys[i] });
  });
}

/** Classes by what their labels may be: a key of one comes before the name of another. */
function indexOf(classes: readonly ClassLabel[]): Map<string, number> {
  const index = new Map<string, number>();
  classes.forEach(({ key }, i) => index.set(key, i));
  classes.forEach(({ name }, i) => index.has(name) || index.set(name, i));
  return index;
}
