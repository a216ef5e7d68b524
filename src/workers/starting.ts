// Fine-tuning: which weights of an earlier run a new one begins with, and the account of it.
import { fail } from '../core/errors';
import { REUSED_PARTS, type Reused, type ReusedPart, type Run } from '../core/run';
import type { RunSettings, StartSettings } from '../core/settings';
import type { Model, Weights } from '../models/model';
import type { Store } from '../store/db';
import { getModel, getRun } from '../store/runs';

/** What a new run takes from an earlier one. */
export interface Start {
  weights: Weights; // to be put over fresh ones
  reused: Reused;
}

/** A kept run to go on from, with those of its weights that may be of use. */
export interface Source {
  run: Run;
  weights: Weights; // without the head where the classes are others
  rates: StartSettings;
}

const HEADS = new Set(['head kernel', 'head bias', 'weights', 'bias']);
const TABLE = 'table'; // of models that read features
const TABLES = new Set(['embeddings', TABLE]);
const IMPORTANCE = 'importance'; // counted by class
const FACTS = new Set(['feature weights', IMPORTANCE]); // counted, not learned

/** Reads the run that a new one goes on from; null = it begins with fresh weights. */
export async function readSource(
  store: Store,
  { start, model }: RunSettings,
  classes: readonly string[],
): Promise<Source | null> {
  if (!start) return null;
  const [run, { parameters }] = await Promise.all([
    getRun(store, start.runId),
    getModel(store, start.runId),
  ]);
  if (run.settings.model.model !== model.model)
    throw fail('bad-config', 'start.other', { run: run.number, model: run.settings.model.model });
  const keepsHead = JSON.stringify(run.classes) === JSON.stringify(classes);
  const isKept = (name: string) =>
    keepsHead || (partOf(name, run) !== 'head' && name !== IMPORTANCE);
  const kept = Object.entries(parameters).filter(([name]) => isKept(name));
  return { run, weights: Object.fromEntries(kept), rates: start };
}

/** What of it fits a model that was just made; the account says what is drawn anew. */
export async function startFrom(source: Source, model: Model): Promise<Start> {
  const { run, rates } = source;
  const own = await model.exportWeights();
  const weights = fitting(source, own);
  const rateOf = { table: rates.tableRate, body: rates.bodyRate, head: 1 };
  const kept = new Map<ReusedPart, number>();
  const fresh = new Map<ReusedPart, number>();
  for (const [name, { values }] of Object.entries(own)) {
    if (FACTS.has(name)) continue;
    const sums = name in weights ? kept : fresh;
    const part = partOf(name, run);
    sums.set(part, (sums.get(part) ?? 0) + values.length);
  }
  const listed = (sums: Map<ReusedPart, number>) =>
    REUSED_PARTS.filter((name) => sums.has(name)).map((name) => ({
      name,
      numbers: sums.get(name) ?? 0,
    }));
  const parts = listed(kept).map((part) => ({ ...part, rate: rateOf[part.name] }));
  return { weights, reused: { run: run.number, parts, fresh: listed(fresh) } };
}

/** Weights of the right size; a head only as a whole, and what was counted only beside the table that it belongs to. */
function fitting({ run, weights }: Source, own: Weights): Weights {
  const fits = (name: string) =>
    name in weights && name in own && weights[name].values.length === own[name].values.length;
  const isHead = (name: string) => partOf(name, run) === 'head';
  const hasHead = Object.keys(own).every((name) => FACTS.has(name) || !isHead(name) || fits(name));
  const isKept = (name: string) => fits(name) && (hasHead || !isHead(name));
  const names = Object.keys(weights);
  return Object.fromEntries(
    names
      .filter((name) => (FACTS.has(name) ? isKept(TABLE) : isKept(name)))
      .map((name) => [name, weights[name]]),
  );
}

/** The linear model is all head: its table has a column for each class. */
function partOf(name: string, { settings }: Run): ReusedPart {
  if (HEADS.has(name) || settings.model.model === 'linear') return 'head';
  return TABLES.has(name) ? 'table' : 'body';
}
