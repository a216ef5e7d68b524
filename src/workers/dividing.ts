// The division of a dataset's rows: which set each kept row belongs to, and how many rows of each class a set has.
import { assignRows, type Rows } from '../clean/split';
import { fail } from '../core/errors';
import type { SplitSettings } from '../core/settings';
import type { Assignment, Dataset, Division } from '../core/types';
import { readGivenValidation, readLabels } from '../store/chunk';
import { openStore } from '../store/db';
import { trainPartOf } from './cleaning';

/** Divides the rows that cleaning keeps; throws where too few are left to learn from. */
export async function assign(
  dataset: Dataset,
  { dropped, groups }: Pick<Rows, 'dropped' | 'groups'>,
  split: SplitSettings,
): Promise<Assignment> {
  const store = await openStore();
  const train = trainPartOf(dataset);
  const labels = await readLabels(store, train.id);
  const testLabels = dataset.test && (await readLabels(store, dataset.test.id));
  const given = await readGivenValidation(store, train.id);
  const assignment = assignRows({ labels, dropped, testLabels, given, groups }, split);
  const found = assignment.train.length;
  if (found < 2) throw fail('bad-config', 'train.rows', { found, needed: 2 });
  return assignment;
}

/** Counts the rows of each class in each set. */
export async function countSets(dataset: Dataset, assignment: Assignment): Promise<Division> {
  const { train, validation, test, testIsHeldOut, near } = assignment;
  const store = await openStore();
  const labels = await readLabels(store, trainPartOf(dataset).id);
  const testLabels = dataset.test ? await readLabels(store, dataset.test.id) : labels;
  const count = (rows: Uint32Array, of: Uint16Array) => {
    const counts = dataset.classes.map(() => 0);
    for (const row of rows) counts[of[row]]++;
    return counts;
  };
  return {
    train: count(train, labels),
    validation: count(validation, labels),
    test: count(test, testLabels),
    testIsHeldOut,
    near,
  };
}
