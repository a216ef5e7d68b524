// Own rules under a deadline: which of them kept a chunk's cleaning from its end, what one does to real rows, and what they make of a typed text.
import { cleanText } from '../clean/text';
import { examplesFrom } from '../clean/report';
import { fail, type AppError } from '../core/errors';
import type { CleanSettings } from '../core/settings';
import type { Dataset, OwnPreview, Part, Split } from '../core/types';
import { readChunk, rowOf } from '../store/chunk';
import { getDataset } from '../store/datasets';
import { openStore } from '../store/db';
import type { ChunkPlace } from './text-api';
import { Trials, type Slowest } from './trial';

const CHUNK_MS = 5000; // a chunk of news takes a fiftieth of that
const BYTE_MS = 0.0005; // and long texts take longer: half a second a MB
const TEXT_MS = 2000; // a preview, or a text that somebody types

const trials = new Trials();

/** Whether some rule of the reader's own is on. */
export function hasOwn({ own }: CleanSettings): boolean {
  return own.some(({ isOn }) => isOn);
}

/** Milliseconds that the cleaning of a chunk of a part may take where own rules are on. */
export function chunkLimitOf({ sizeBytes, chunkCount }: Part): number {
  return CHUNK_MS + (BYTE_MS * sizeBytes) / Math.max(1, chunkCount);
}

/** Finds out which own rule held up a chunk, by trying it again in a worker of its own; gives the fault to be thrown. */
export async function blame(
  dataset: Dataset,
  settings: CleanSettings,
  { split, partId, index }: ChunkPlace,
): Promise<AppError> {
  const part = dataset[split];
  const limitMs = part ? chunkLimitOf(part) : CHUNK_MS;
  const chunk = await readChunk(await openStore(), partId, index);
  const rows = Array.from(chunk.lines, (_, i) => rowOf(chunk, i).fields);
  const { slowest } = await trials.run({ settings, rows }, limitMs);
  const seconds = Math.round(limitMs / 1000);
  // A computer that slept, or had no time for this page, must not make a rule guilty.
  if (!slowest || slowest.ms < limitMs / 2)
    return fail('bad-config', 'clean.stalled', { split, row: chunk.rowStart + 1, seconds });
  return slowRule(settings, slowest, { split, rowStart: chunk.rowStart, seconds });
}

/** The fault of a rule that was stopped on rows of a part. */
function slowRule(
  { own }: CleanSettings,
  { rule, row }: Slowest,
  { split, rowStart, seconds }: { split: Split; rowStart: number; seconds: number },
): AppError {
  const { find } = own[rule];
  return fail('bad-config', 'rule.slow', {
    rule: rule + 1,
    find,
    split,
    row: rowStart + row + 1,
    seconds,
  });
}

/** What an own rule does to the first rows of a dataset, whether it is on or not. */
export async function previewOwn(
  id: string,
  settings: CleanSettings,
  rule: number,
): Promise<OwnPreview> {
  const store = await openStore();
  const { train, test } = await getDataset(store, id);
  const part = train ?? test;
  if (!part || part.chunkCount === 0) return { split: 'train', rows: 0, changed: 0, examples: [] };
  const { split } = part;
  const chunk = await readChunk(store, part.id, 0);
  const rows = Array.from(chunk.lines, (_, i) => rowOf(chunk, i).fields);
  const own = settings.own.map((each, i) => (i === rule ? { ...each, isOn: true } : each));
  const tried = { ...settings, own };
  const { result, slowest } = await trials.run({ settings: tried, rows }, TEXT_MS);
  const place = { split, rowStart: chunk.rowStart, seconds: TEXT_MS / 1000 };
  if (!result) throw slowRule(tried, slowest ?? { rule, row: 0, ms: TEXT_MS }, place);
  const name = `own ${rule}` as const;
  const candidates = result.candidates.filter((candidate) => candidate.rule === name);
  const examples = examplesFrom(candidates).map((example) => ({ ...example, split }));
  return { split, rows: rows.length, changed: result.changed[name] ?? 0, examples };
}

/** Cleans a text that somebody typed; a run's own rules must never hold up the thread that trains. */
export async function cleanTyped(text: string, settings: CleanSettings): Promise<string> {
  if (!hasOwn(settings)) return cleanText(text, settings);
  const { result, slowest } = await trials.run({ settings, rows: [[text]] }, TEXT_MS);
  if (result) return result.texts[0];
  const rule = slowest?.rule ?? settings.own.findIndex(({ isOn }) => isOn);
  const { find } = settings.own[rule];
  throw fail('bad-config', 'rule.slowText', { rule: rule + 1, find, seconds: TEXT_MS / 1000 });
}
