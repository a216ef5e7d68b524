// Fine-tuning: which weights of an earlier run a new one begins with, and the account of it.
import { fail } from '../core/errors';
import type { Reused, Run, SavedModel } from '../core/run';
import type { RunSettings, StartSettings } from '../core/settings';
import type { Weights } from '../models/model';
import type { Store } from '../store/db';
import { getModel, getRun } from '../store/runs';

/** What a new run takes from an earlier one. */
export interface Start {
  weights: Weights; // to be put over fresh ones
  reused: Reused;
}

const HEADS = new Set(['head kernel', 'head bias', 'weights', 'bias']);
const TABLES = new Set(['embeddings', 'table']);
const FACTS = new Set(['feature weights', 'importance']); // counted, not learned

/** Reads the weights that a run starts from; the head is left out where the classes are others. */
export async function readStart(
  store: Store,
  settings: RunSettings,
  classes: readonly string[],
): Promise<Start | null> {
  const { start } = settings;
  if (!start) return null;
  const [run, saved] = await Promise.all([
    getRun(store, start.runId),
    getModel(store, start.runId),
  ]);
  checkModel(run, settings);
  const keepsHead = JSON.stringify(run.classes) === JSON.stringify(classes);
  const isKept = (name: string) => keepsHead || !(isHead(name, run) || name === 'importance');
  const kept = Object.entries(saved.parameters).filter(([name]) => isKept(name));
  return {
    weights: Object.fromEntries(kept),
    reused: accountOf(run, saved, { start, isKept }),
  };
}

/** The linear model is all head: its table has a column for each class. */
function isHead(name: string, { settings }: Run): boolean {
  return HEADS.has(name) || (settings.model.model === 'linear' && name === 'table');
}

function checkModel({ number, settings: { model } }: Run, settings: RunSettings): void {
  if (model.model !== settings.model.model)
    throw fail('bad-config', 'start.other', { run: number, model: model.model });
}

function accountOf(
  run: Run,
  { parameters }: SavedModel,
  { start, isKept }: { start: StartSettings; isKept: (name: string) => boolean },
): Reused {
  const named = Object.entries(parameters)
    .filter(([name]) => !FACTS.has(name))
    .map(([name, { values }]) => ({ name, numbers: values.length }));
  const rateOf = (name: string) => {
    if (isHead(name, run)) return 1;
    return TABLES.has(name) ? start.tableRate : start.bodyRate;
  };
  return {
    run: run.number,
    parts: named
      .filter(({ name }) => isKept(name))
      .map((part) => ({ ...part, rate: rateOf(part.name) })),
    fresh: named.filter(({ name }) => !isKept(name)),
  };
}
