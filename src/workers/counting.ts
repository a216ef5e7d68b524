// Counts words and n-grams of the training rows with the text workers, numbers them, and has every chunk encoded.
import { transfer } from 'comlink';
import { release } from '../core/arrays';
import { meter, type ReportProgress } from '../core/progress';
import type { TextSettings } from '../core/settings';
import {
  FIRST_WORD_ID,
  type Assignment,
  type Dataset,
  type Split,
  type TagFeature,
  type Tokenizer,
} from '../core/types';
import { GramFilter } from '../text/gram-filter';
import { adoptNgrams, numberNgrams, type RankedNgrams } from '../text/ngrams';
import { buffersOf, type Stream } from '../text/streams';
import { numberTags } from '../text/tags';
import { adoptWords, numberWords } from '../text/vocab';
import type { ReadChunk } from './cleaning';
import type { Pool } from './pool';
import type { RowMarks } from './text-api';

/** What was learned from the training rows. */
export interface Learned {
  tokenizer: Tokenizer;
  allWords: number; // different words seen, before the limits
  unknownShare: number; // of the validation rows' words, 0 to 1
}

/** Learns the vocabulary; afterwards the workers know all ids. */
export async function learn(
  pool: Pool,
  chunks: readonly ReadChunk[],
  assignment: Assignment,
  { dataset, text, given }: { dataset: Dataset; text: TextSettings; given: Tokenizer | null },
): Promise<Learned> {
  const isCounted = marksOf(dataset, 'train', assignment.train);
  const isJudged = marksOf(dataset, 'train', assignment.validation);
  const counted = await pool.all((worker) => worker.countWords(isCounted));
  const { words, wordCounts, allWords, ids } = given
    ? adoptWords(counted, given)
    : numberWords(counted, text);
  const judged = await pool.all((worker, w) => worker.renumber(ids[w], isJudged));
  const { lows, highs, ngrams, ngramCounts } = given
    ? adoptNgrams(given)
    : await learnNgrams(pool, chunks, text);
  const firstId = FIRST_WORD_ID + words.length;
  await pool.all((worker) => worker.learnNgrams(lows, highs, firstId));
  const tags = given ? given.tags : await countTags(pool, text);
  await pool.all((worker) => worker.learnTags(tags ?? [], firstId + ngramCounts.length));
  const all = judged.reduce((sum, each) => sum + each.words, 0);
  const unknown = judged.reduce((sum, each) => sum + each.unknown, 0);
  return {
    tokenizer: {
      words,
      wordCounts,
      ngrams,
      ngramCounts,
      order: given?.order ?? text.order,
      ...(tags && { tags }),
    },
    allWords,
    unknownShare: all === 0 ? 0 : unknown / all,
  };
}

/** The parts of speech that the training rows have often enough; undefined = they do not count. */
async function countTags(pool: Pool, text: TextSettings): Promise<TagFeature[] | undefined> {
  if (!text.partsOfSpeech) return undefined;
  const [all, ...others] = await pool.all((worker) => worker.countTags());
  for (const counts of others) counts.forEach((count, i) => (all[i] += count));
  return numberTags(all, text.minCount);
}

/** Has the texts of every chunk tagged; what was tagged before is found ready. */
export async function tagAll(
  pool: Pool,
  chunks: readonly ReadChunk[],
  report: ReportProgress,
): Promise<void> {
  const rows = chunks.reduce((sum, { news }) => sum + news.lengths.length, 0);
  const tell = meter('tagging', rows, 'rows', report);
  let done = 0;
  await pool.each(heldBy(pool, chunks), async (worker, { place, news }) => {
    for (let from = 0; from < news.lengths.length;) {
      const end = await worker.tagRows(place, from);
      done += end - from;
      from = end;
      tell(done);
    }
  });
}

/** Every worker counts its share of the keys in all chunks, so that no table is held twice and nothing is merged. */
async function learnNgrams(
  pool: Pool,
  chunks: readonly ReadChunk[],
  text: TextSettings,
): Promise<RankedNgrams> {
  if (text.order < 2) return numberNgrams([], text);
  if (text.minCount > 1) await passRareOver(pool, chunks, text);
  const of = pool.workers.length;
  const own = pool.all((worker, index) => worker.countHeld({ index, of }));
  if (of > 1) await passAround(pool, chunks);
  await own;
  return numberNgrams(await pool.all((worker) => worker.takeNgrams()), text);
}

/** Has all n-grams counted roughly first, so that no table holds the many that come once. */
async function passRareOver(
  pool: Pool,
  chunks: readonly ReadChunk[],
  { order, maxLength }: TextSettings,
): Promise<void> {
  let words = 0;
  for (const { news } of chunks)
    for (const length of news.lengths) words += Math.min(length, maxLength);
  const noted = await pool.all((worker) => worker.noteNgrams((order - 1) * words));
  const [filter, ...others] = noted.map((counters) => new GramFilter(counters));
  for (const other of others) filter.add(other);
  await pool.all((worker) => worker.useFilter(filter.counters));
  release(...noted);
}

/**
 * Hands the words of every chunk round the workers that do not hold it, a few at a time. The same memory goes round all the
 * while: Chromium keeps what came in a message until it is collected, unless it is sent on.
 */
async function passAround(pool: Pool, chunks: readonly ReadChunk[]): Promise<void> {
  const of = pool.workers.length;
  const rooms: Stream[] = [];
  await pool.each(heldBy(pool, chunks), async (holder, { place, worker: heldAt }) => {
    const room = rooms.pop() ?? null;
    let stream = await holder.copyStream(place, room && transfer(room, buffersOf(room)));
    for (const [index, other] of pool.workers.entries()) {
      if (index === heldAt) continue;
      const sent = transfer(stream, buffersOf(stream));
      stream = await other.countStream(place.split, sent, { index, of });
    }
    rooms.push(stream);
  });
}

/** Has every chunk encoded and stored; returns the bytes stored. */
export async function encodeAll(
  pool: Pool,
  chunks: readonly ReadChunk[],
  key: string,
  report: ReportProgress,
): Promise<number> {
  const rows = chunks.reduce((sum, { news }) => sum + news.lengths.length, 0);
  const tell = meter('encoding', rows, 'rows', report);
  let done = 0;
  let bytes = 0;
  await pool.each(heldBy(pool, chunks), async (worker, { place, news }) => {
    const chunkBytes = await worker.encodeChunk(place, key); // by itself: += would read the sum before the wait
    bytes += chunkBytes;
    done += news.lengths.length;
    tell(done);
  });
  return bytes;
}

function heldBy(pool: Pool, chunks: readonly ReadChunk[]): ReadChunk[][] {
  return pool.workers.map((_, index) => chunks.filter(({ worker }) => worker === index));
}

/** Marks some rows of a part. */
function marksOf(dataset: Dataset, split: Split, rows: Uint32Array): RowMarks {
  const marks = {
    train: new Uint8Array(dataset.train?.rowCount ?? 0),
    test: new Uint8Array(dataset.test?.rowCount ?? 0),
  };
  for (const row of rows) marks[split][row] = 1;
  return marks;
}
