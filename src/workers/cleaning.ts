// Cleans a whole dataset with the text workers and makes its report.
import type { Remote } from 'comlink';
import { findDrops, type Drops } from '../clean/duplicates';
import { gatherPrints, makeReport, type RowPlace } from '../clean/report';
import { makeCleaner } from '../clean/text';
import { fail } from '../core/errors';
import { meter, type ReportProgress } from '../core/progress';
import type { CleanSettings } from '../core/settings';
import { CHUNK_ROWS, type CleanReport, type Dataset, type Part } from '../core/types';
import { readRange } from '../store/chunk';
import { openStore } from '../store/db';
import { blame, chunkLimitOf, hasOwn } from './guarding';
import { Overdue, type Pool } from './pool';
import type { ChunkNews, ChunkPlace, TextApi } from './text-api';

/** What the text workers told of each chunk, and which worker holds its words. */
export interface ReadChunk {
  place: ChunkPlace;
  news: ChunkNews;
  worker: number; // index in the pool
}

/** The part to learn from; throws if there is none. */
export function trainPartOf({ train }: Dataset): Part {
  if (!train) throw fail('bad-config', 'train.rows', { found: 0, needed: 2 });
  return train;
}

/** All chunks of a dataset. */
export function placesOf({ train, test }: Dataset): ChunkPlace[] {
  return [train, test].flatMap((part) => {
    if (!part) return [];
    const { id: partId, split, chunkCount } = part;
    return Array.from({ length: chunkCount }, (_, index) => ({ split, partId, index }));
  });
}

/** Has the text workers clean every chunk, or read those that are clean already. */
export async function readAll(
  pool: Pool,
  dataset: Dataset,
  clean: CleanSettings | null, // null = the texts are clean already
  report: ReportProgress,
): Promise<ReadChunk[]> {
  const partOf = ({ split }: ChunkPlace) => (split === 'train' ? dataset.train! : dataset.test!);
  const isClean = clean === null;
  const rows = (dataset.train?.rowCount ?? 0) + (dataset.test?.rowCount ?? 0);
  const tell = meter(isClean ? 'counting' : 'cleaning', rows, 'rows', report);
  let done = 0;
  const places = placesOf(dataset);
  const ask = async (text: Remote<TextApi>, place: ChunkPlace, worker: number) => {
    const news = await (isClean ? text.readChunk(place) : text.cleanChunk(place));
    done += Math.min(CHUNK_ROWS, partOf(place).rowCount - place.index * CHUNK_ROWS);
    tell(done);
    return { place, news, worker };
  };
  if (!clean || !hasOwn(clean)) return pool.share(places, ask);
  try {
    return await pool.share(places, ask, (place) => chunkLimitOf(partOf(place)));
  } catch (error) {
    throw error instanceof Overdue ? await blame(dataset, clean, places[error.item]) : error;
  }
}

/** The rows that a cleaning drops, and its report, which reads rows for its examples and need not be waited for. */
export interface Cleaned {
  drops: Drops;
  report: Promise<CleanReport>;
}

/** Finds the rows that leave train and begins the report, from what the workers told of all chunks. */
export function concludeCleaning(
  dataset: Dataset,
  settings: CleanSettings,
  chunks: readonly ReadChunk[],
): Cleaned {
  const accounts = chunks.flatMap(({ news }) => news.account ?? []);
  const drops = findDrops(gatherPrints(accounts), settings);
  const readText = textReader(dataset, settings);
  return { drops, report: makeReport({ settings, chunks: accounts, drops, readText }) };
}

/** Makes the function that reads the cleaned text of a row from the raw rows. */
function textReader(dataset: Dataset, settings: CleanSettings) {
  const clean = makeCleaner(settings);
  return async ({ split, row }: RowPlace): Promise<string> => {
    const part = dataset[split];
    if (!part) throw fail('bug', 'store.missing', { what: split });
    const [raw] = await readRange(await openStore(), part, row, row + 1);
    return clean(raw.fields);
  };
}
