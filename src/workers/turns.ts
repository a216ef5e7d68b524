// The text workers, one job at a time, and the artifacts that they fill.
import {
  beginArtifact,
  completeArtifact,
  removeArtifact,
  retireArtifacts,
  type NewArtifact,
} from '../store/artifacts';
import { openStore } from '../store/db';
import { Pool } from './pool';
import type { TextJob } from './text-api';

let pool: Pool | null = null;
let queue: Promise<unknown> = Promise.resolve();

/** The text workers; started by the first call, which may come before they are needed, and anew after one died. */
export function textPool(): Pool {
  if (!pool || pool.isDead) pool = new Pool();
  return pool;
}

/** Fills an artifact, and lets those go that it supersedes; one that could not be finished is removed, and its room with it. */
export async function asArtifact<T>(artifact: NewArtifact, fill: () => Promise<T>): Promise<T> {
  const store = await openStore();
  await beginArtifact(store, artifact);
  try {
    const result = await fill();
    await completeArtifact(store, artifact.key);
    await retireArtifacts(store, artifact.datasetId);
    return result;
  } catch (error) {
    await removeArtifact(store, artifact.key);
    throw error;
  }
}

/** Runs a job on the text workers; afterwards they hold nothing. */
export async function withJob<T>(job: TextJob, run: () => Promise<T>): Promise<T> {
  const workers = textPool();
  await workers.all((worker) => worker.begin(job));
  try {
    return await run();
  } finally {
    if (!workers.isDead) await workers.all((worker) => worker.end());
  }
}

/** One job at a time: the text workers hold the words of one dataset. */
export function inTurn<T>(run: () => Promise<T>): Promise<T> {
  const turn = queue.then(run);
  queue = turn.catch(() => undefined); // a fault is the caller's, not the next one's
  return turn;
}
