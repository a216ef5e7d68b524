// The classes of a dataset as people add and rename them; a new one comes behind the others, so no label changes its meaning.
import { fail } from '../core/errors';
import { NO_LABEL, type ClassLabel, type Dataset, type Part } from '../core/types';
import { changeDataset } from './datasets';
import type { Store } from './db';

/** Adds a class without rows. */
export function addClass(store: Store, id: string, name: string): Promise<Dataset> {
  return changeDataset(store, id, (dataset) => {
    checkName(dataset.classes, name);
    if (dataset.classes.length === NO_LABEL - 1)
      throw fail('bad-config', 'class.many', { most: NO_LABEL - 1 });
    const grown = (part: Part | null) => part && { ...part, classCounts: [...part.classCounts, 0] };
    return {
      ...dataset,
      classes: [...dataset.classes, { key: freeKey(dataset.classes, name), name }],
      train: grown(dataset.train),
      test: grown(dataset.test),
    };
  });
}

/** Gives a class another name; its key, by which files know it, stays. */
export function renameClass(
  store: Store,
  id: string,
  index: number,
  name: string,
): Promise<Dataset> {
  return changeDataset(store, id, (dataset) => {
    checkName(dataset.classes.toSpliced(index, 1), name);
    const classes = dataset.classes.with(index, { ...dataset.classes[index], name });
    return { ...dataset, classes };
  });
}

function checkName(others: readonly ClassLabel[], name: string): void {
  if (others.some((known) => known.name === name))
    throw fail('bad-config', 'class.taken', { name });
}

/** The name itself, or where another class has that key, the name with a number behind it. */
function freeKey(classes: readonly ClassLabel[], name: string): string {
  const keys = new Set(classes.map(({ key }) => key));
  let key = name;
  for (let i = 2; keys.has(key); i++) key = `${name} ${i}`;
  return key;
}
