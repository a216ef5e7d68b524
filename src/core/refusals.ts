// Settings that contradict each other or the data, found before anything is started. Limits of single fields stand in options.ts.
import { AppError, type Fault } from './errors';
import type { RunSettings } from './settings';
import type { Dataset } from './types';

/** Rows that one step may take at once when every step reads all of them. */
export const MOST_FULL_BATCH = 16_384;

/** Why settings cannot be trained with on a dataset; empty = they can. */
export function refusalsOf(settings: RunSettings, dataset: Dataset): Fault[] {
  return [...modelRefusals(settings), ...targetRefusals(settings, dataset)];
}

/** Throws the first reason. */
export function checkSettings(settings: RunSettings, dataset: Dataset): void {
  const [first] = refusalsOf(settings, dataset);
  if (first) throw new AppError('bad-config', first);
}

function modelRefusals({ model }: RunSettings): Fault[] {
  if (model.model !== 'cnn' || model.shortest <= model.longest) return [];
  const { shortest, longest } = model;
  return [{ key: 'config.widths', values: { shortest, longest } }];
}

function targetRefusals({ target }: RunSettings, { classes }: Dataset): Fault[] {
  if (target.kind === 'all') return [];
  const asked = target.kind === 'one' ? [target.first] : [target.first, target.second];
  const missing = asked.find((key) => !classes.some((known) => known.key === key));
  if (missing !== undefined) return [{ key: 'target.unknown', values: { found: missing } }];
  if (target.kind === 'one' || target.first !== target.second) return [];
  return [{ key: 'target.same', values: { name: target.first } }];
}
