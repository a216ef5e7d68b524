// The labels by which classes go into files that leave the page.
import type { ClassLabel } from './types';

/** One label a class: the names, or the keys where two classes have one name. */
export function labelsOf(classes: readonly ClassLabel[]): string[] {
  const names = classes.map(({ name }) => name);
  return new Set(names).size === names.length ? names : classes.map(({ key }) => key);
}
