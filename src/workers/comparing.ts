// Compares two kept runs row by row, from the answers that were kept when each was tested.
import { fail } from '../core/errors';
import type { Comparison, Run, SavedModel } from '../core/run';
import { countPairs, pairedInterval, type PairedAnswers } from '../evaluate/compare';
import { openStore } from '../store/db';
import { getModel, getRun } from '../store/runs';

/** Compares run A with run B on the test rows that both answered; throws where these are not the same rows. */
export async function compareRuns(runIdA: string, runIdB: string): Promise<Comparison> {
  const store = await openStore();
  const [a, b] = await Promise.all([getRun(store, runIdA), getRun(store, runIdB)]);
  for (const run of [a, b])
    if (!run.test) throw fail('bad-config', 'compare.untested', { run: run.number });
  const answersA = await getModel(store, runIdA); // one after the other: a model may be large
  const shared = isSameTask(a, b) ? sharedAnswers(answersA, await getModel(store, runIdB)) : null;
  if (!shared) throw fail('bad-config', 'compare.rows', { run: a.number, other: b.number });
  const counts = countPairs(shared);
  const rows = shared.given.length;
  const { both, onlyA, onlyB } = counts;
  return {
    rows,
    accuracyA: (both + onlyA) / rows,
    accuracyB: (both + onlyB) / rows,
    onlyA,
    onlyB,
    difference: (onlyA - onlyB) / rows,
    interval: pairedInterval(counts),
  };
}

/** Whether two runs were judged on rows of the same files, and on the same question. */
function isSameTask(a: Run, b: Run): boolean {
  const isHeldOut = a.prepared.rows.testIsHeldOut;
  const split = isHeldOut ? 'train' : 'test';
  return (
    a.datasetId === b.datasetId &&
    isHeldOut === b.prepared.rows.testIsHeldOut &&
    a.prepared.report.read[split] === b.prepared.report.read[split] &&
    JSON.stringify(a.settings.target) === JSON.stringify(b.settings.target)
  );
}

type Answers = Pick<SavedModel, 'testRows' | 'testGiven' | 'testPredicted'>;

/** The rows in both; null where there are none, or where a row's class differs, for then its file was another. */
function sharedAnswers(a: Answers, b: Answers): PairedAnswers | null {
  const placesInB = new Map(Array.from(b.testRows, (row, place) => [row, place]));
  const given: number[] = [];
  const answers: { a: number[]; b: number[] } = { a: [], b: [] };
  for (const [i, row] of a.testRows.entries()) {
    const place = placesInB.get(row);
    if (place === undefined) continue;
    if (a.testGiven[i] !== b.testGiven[place]) return null;
    given.push(a.testGiven[i]);
    answers.a.push(a.testPredicted[i]);
    answers.b.push(b.testPredicted[place]);
  }
  return given.length === 0 ? null : { given, ...answers };
}
