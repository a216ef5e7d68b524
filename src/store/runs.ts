// Training runs, and beside each the model that it gave.
import { fail } from '../core/errors';
import type { Run, SavedModel } from '../core/run';
import { finish, type Store } from './db';
import { heldIds } from './hold';
import { withSpace } from './quota';
import { sizeOf } from './size';

/** All runs, newest first. */
export async function listRuns(store: Store): Promise<Run[]> {
  const runs = await store.getAll('runs');
  return runs.sort((a, b) => b.createdAt - a.createdAt);
}

/** One run; throws `run.gone` for an unknown id. */
export async function getRun(store: Store, id: string): Promise<Run> {
  const run = await store.get('runs', id);
  if (!run) throw fail('gone', 'run.gone', {});
  return run;
}

/** Writes a run, and its model with it in one transaction where there is one. */
export function putRun(store: Store, run: Run, model?: SavedModel | null): Promise<void> {
  const sizeBytes = model ? sizeOf(model) : 0;
  return withSpace(sizeBytes + sizeOf(run), async () => {
    const tx = store.transaction(['runs', 'models'], 'readwrite');
    const puts: Promise<unknown>[] = [tx.objectStore('runs').put(run)];
    if (model) puts.push(tx.objectStore('models').put({ ...model, sizeBytes }));
    await finish(tx, puts);
  });
}

/**
 * All runs, newest first, those that were cut off with their page told as stopped, or as failed where no epoch was kept.
 * Whoever trains holds its run; `isTraining`, whether it is this thread, decides where the browser cannot tell.
 */
export async function listSettledRuns(store: Store, isTraining: boolean): Promise<Run[]> {
  // In this order: a run that is listed as running and held by nobody has ended, and its end is in the store.
  const running = (await listRuns(store)).filter(({ status }) => status === 'running');
  const held = await heldIds();
  const cutOff = running.filter(({ id }) => (held ? !held.has(id) : !isTraining));
  for (const { id } of cutOff) await settle(store, id);
  return listRuns(store);
}

async function settle(store: Store, id: string): Promise<void> {
  const tx = store.transaction('runs', 'readwrite');
  const run = await tx.store.get(id);
  if (run?.status === 'running')
    await tx.store.put({ ...run, status: run.bestEpoch === null ? 'failed' : 'stopped' });
  await tx.done;
}

/** A run whose classes are called otherwise now; they stand in the same order, and new ones only behind them. */
export function withClassNames(run: Run, names: readonly string[]): Run {
  const { classes, test, settings } = run;
  if (names.length < classes.length || settings.target.kind !== 'all') return run;
  const majority = test && names[classes.indexOf(test.majority.label)];
  return {
    ...run,
    classes: names.slice(0, classes.length),
    test: test && {
      ...test,
      perClass: test.perClass.map((score, i) => ({ ...score, label: names[i] })),
      majority: { ...test.majority, label: majority ?? test.majority.label },
    },
  };
}

/** The model of a run; throws `store.missing` if none was kept. */
export async function getModel(store: Store, runId: string): Promise<SavedModel> {
  const model = await store.get('models', runId);
  if (!model) throw fail('bug', 'store.missing', { what: `model of ${runId}` });
  return model;
}

/** Removes a run and its model. */
export async function removeRun(store: Store, id: string): Promise<void> {
  const tx = store.transaction(['runs', 'models'], 'readwrite');
  await finish(tx, [tx.objectStore('runs').delete(id), tx.objectStore('models').delete(id)]);
}

/** Bytes of all saved models, read from their index alone. */
export async function modelBytes(store: Store): Promise<number> {
  let sum = 0;
  const index = store.transaction('models').store.index('sizeBytes');
  for (let at = await index.openKeyCursor(); at; at = await at.continue()) sum += at.key;
  return sum;
}
