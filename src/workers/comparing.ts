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
  const runs = { run: a.number, other: b.number };
  if (!shared || shared.given.length === 0) throw fail('bad-config', 'compare.rows', runs);
  if (shared.relabelled > 0)
    throw fail('bad-config', 'compare.labels', { ...runs, rows: shared.relabelled });
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

/** Whether two runs were judged on rows of the same part, and on the same question; a part may only grow, so its rows stay what they are. */
function isSameTask(a: Run, b: Run): boolean {
  return (
    a.datasetId === b.datasetId &&
    a.prepared.rows.testIsHeldOut === b.prepared.rows.testIsHeldOut &&
    JSON.stringify(a.settings.target) === JSON.stringify(b.settings.target)
  );
}

type Answers = Pick<SavedModel, 'testRows' | 'testGiven' | 'testPredicted'>;

/** Answers to the rows in both, and how many rows there had another label at the other test. */
interface Shared extends PairedAnswers {
  given: number[];
  relabelled: number;
}

function sharedAnswers(a: Answers, b: Answers): Shared {
  const placesInB = new Map(Array.from(b.testRows, (row, place) => [row, place]));
  const given: number[] = [];
  const answers: { a: number[]; b: number[] } = { a: [], b: [] };
  let relabelled = 0;
  for (const [i, row] of a.testRows.entries()) {
    const place = placesInB.get(row);
    if (place === undefined) continue;
    if (a.testGiven[i] !== b.testGiven[place]) relabelled++;
    given.push(a.testGiven[i]);
    answers.a.push(a.testPredicted[i]);
    answers.b.push(b.testPredicted[place]);
  }
  return { given, ...answers, relabelled };
}
