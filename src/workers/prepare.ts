// Raw rows to encoded rows in the store, each stage under a hash of its inputs: the part of the data worker behind Clean.
import { SPLIT_OPTIONS } from '../clean/config';
import { checkOptions } from '../core/options';
import type { ReportProgress } from '../core/progress';
import type { CleanSettings } from '../core/settings';
import type { CleanReport, Dataset, Division, Prepared } from '../core/types';
import {
  beginArtifact,
  completeArtifact,
  getPiece,
  hasArtifact,
  putPieces,
  removeArtifact,
  retireArtifacts,
  type NewArtifact,
} from '../store/artifacts';
import { getDataset } from '../store/datasets';
import { openStore } from '../store/db';
import { getModel } from '../store/runs';
import { sizeOf } from '../store/size';
import { DEFAULT_TEXT, textOptions } from '../text/config';
import type { DivideRequest, PrepareRequest } from './api';
import { concludeCleaning, readAll, type ReadChunk } from './cleaning';
import { encodeAll, learn } from './counting';
import { assign, countSets } from './dividing';
import { auditKeyOf, cleanKeyOf, preparedKeyOf } from './keys';
import { measureLengths } from './lengths';
import type { CleanSummary, EncodedRecord } from './pieces';
import { Pool } from './pool';
import type { TextJob } from './text-api';

let pool: Pool | null = null;
let queue: Promise<unknown> = Promise.resolve();

/** The text workers; started by the first call, which may come before they are needed, and anew after one died. */
export function textPool(): Pool {
  if (!pool || pool.isDead) pool = new Pool();
  return pool;
}

/** Counts what every rule does; keeps the report but no texts. */
export function auditCleaning(
  id: string,
  clean: CleanSettings,
  report: ReportProgress,
): Promise<CleanReport> {
  return inTurn(async () => {
    const dataset = await getDataset(await openStore(), id);
    return (await audit(dataset, clean, report)).report;
  });
}

/** Divides the rows that cleaning keeps, and counts what each set gets. */
export function divide(request: DivideRequest, report: ReportProgress): Promise<Division> {
  return inTurn(async () => {
    checkOptions(request.split, SPLIT_OPTIONS);
    const dataset = await getDataset(await openStore(), request.datasetId);
    const { dropped } = await audit(dataset, request.clean, report);
    return countSets(dataset, await assign(dataset, dropped, request.split));
  });
}

async function audit(
  dataset: Dataset,
  clean: CleanSettings,
  report: ReportProgress,
): Promise<CleanSummary> {
  const store = await openStore();
  const cleanKey = cleanKeyOf(dataset, clean);
  const key = auditKeyOf(cleanKey);
  for (const known of [cleanKey, key])
    if (await hasArtifact(store, known)) return getPiece<CleanSummary>(store, known, 'summary');

  const { id, language } = dataset;
  const job = { clean, text: DEFAULT_TEXT, language, cleanKey: null, readsWords: false };
  const chunks = await withJob(job, () => readAll(textPool(), dataset, false, report));
  const summary = await summarize(dataset, clean, chunks);
  const artifact = { key, kind: 'audit', datasetId: id, from: null } as const;
  await asArtifact(artifact, () => putPieces(store, key, [['summary', summary]]));
  return summary;
}

/** Cleans, divides, learns and encodes, as far as that was not done before. */
export function prepare(request: PrepareRequest, report: ReportProgress): Promise<Prepared> {
  return inTurn(async () => {
    checkOptions(request.text, textOptions(request.text));
    checkOptions(request.split, SPLIT_OPTIONS);
    const store = await openStore();
    const dataset = await getDataset(store, request.datasetId);
    const cleanKey = cleanKeyOf(dataset, request.clean);
    const key = preparedKeyOf(dataset, cleanKey, request);
    if (await hasArtifact(store, key)) {
      const { prepared } = await getPiece<EncodedRecord>(store, key, 'record');
      return { ...prepared, seconds: { clean: 0, encode: 0 } };
    }
    const { clean, text } = request;
    const job = { clean, text, language: dataset.language, cleanKey, readsWords: true };
    const work = { request, dataset, cleanKey, key, report };
    return withJob(job, async () => encodeDataset(work, await cleanDataset(work)));
  });
}

/** Makes sure that a dataset's cleaned texts are kept, within a turn; tells their key. */
export async function keepClean(
  dataset: Dataset,
  clean: CleanSettings,
  report: ReportProgress,
): Promise<string> {
  const cleanKey = cleanKeyOf(dataset, clean);
  if (await hasArtifact(await openStore(), cleanKey)) return cleanKey;
  const { language } = dataset;
  const job = { clean, text: DEFAULT_TEXT, language, cleanKey, readsWords: false };
  await withJob(job, () => cleanDataset({ request: { clean }, dataset, cleanKey, report }));
  return cleanKey;
}

/** A preparation under way. */
interface Work {
  request: PrepareRequest;
  dataset: Dataset;
  cleanKey: string;
  key: string;
  report: ReportProgress;
}

/** A dataset whose texts are clean and whose words the text workers hold. */
interface CleanDataset {
  chunks: ReadChunk[];
  summary: CleanSummary;
  startedAt: number; // ms
  seconds: number; // spent on cleaning, without the reading of words
}

/** What cleaning needs of it. */
type CleanWork = Omit<Work, 'request' | 'key'> & { request: Pick<PrepareRequest, 'clean'> };

async function cleanDataset({
  request,
  dataset,
  cleanKey,
  report,
}: CleanWork): Promise<CleanDataset> {
  const store = await openStore();
  const startedAt = performance.now();
  if (await hasArtifact(store, cleanKey)) {
    const chunks = await readAll(textPool(), dataset, true, report);
    const summary = await getPiece<CleanSummary>(store, cleanKey, 'summary');
    return { chunks, summary, startedAt, seconds: 0 };
  }
  const artifact = { key: cleanKey, kind: 'clean', datasetId: dataset.id, from: null } as const;
  return asArtifact(artifact, async () => {
    const chunks = await readAll(textPool(), dataset, false, report);
    const summary = await summarize(dataset, request.clean, chunks);
    await putPieces(store, cleanKey, [['summary', summary]]);
    // Words are read in the same go, while a chunk is at hand: the time is divided as the workers spent it.
    const cleanMs = chunks.reduce((sum, { news }) => sum + news.ms.clean, 0);
    const wordsMs = chunks.reduce((sum, { news }) => sum + news.ms.words, 0);
    const share = cleanMs / Math.max(cleanMs + wordsMs, 1e-9);
    const seconds = (share * (performance.now() - startedAt)) / 1000;
    return { chunks, summary, startedAt, seconds };
  });
}

async function encodeDataset(work: Work, clean: CleanDataset): Promise<Prepared> {
  const { request, dataset, cleanKey, key, report } = work;
  const { chunks, summary } = clean;
  const store = await openStore();
  const assignment = await assign(dataset, summary.dropped, request.split);
  const artifact = { key, kind: 'encoded', datasetId: dataset.id, from: cleanKey } as const;
  return asArtifact(artifact, async () => {
    const given = request.tokenizerOf
      ? (await getModel(store, request.tokenizerOf)).tokenizer
      : null;
    const about = { dataset, text: request.text, given };
    const { tokenizer, allWords, unknownShare } = await learn(
      textPool(),
      chunks,
      assignment,
      about,
    );
    const chunkBytes = await encodeAll(textPool(), chunks, key, report);
    const { train, validation, test, testIsHeldOut, near } = assignment;
    const prepared: Prepared = {
      key,
      cleanKey,
      report: summary.report,
      labelChanges: dataset.labelChanges,
      rows: {
        train: train.length,
        validation: validation.length,
        test: test.length,
        testIsHeldOut,
        near,
      },
      vocabulary: {
        words: tokenizer.words.length,
        ngrams: tokenizer.ngramCounts.length,
        allWords,
        unknownShare,
      },
      lengths: measureLengths(chunks, assignment, request.text.maxLength),
      sizeBytes: chunkBytes + sizeOf(tokenizer) + sizeOf(assignment),
      seconds: { clean: clean.seconds, encode: 0 },
    };
    const seconds = (performance.now() - clean.startedAt) / 1000;
    prepared.seconds.encode = seconds - clean.seconds;
    const record: EncodedRecord = { prepared, assignment, parts: partsOf(dataset) };
    await putPieces(store, key, [
      ['tokenizer', tokenizer],
      ['record', record],
    ]);
    return prepared;
  });
}

async function summarize(
  dataset: Dataset,
  clean: CleanSettings,
  chunks: readonly ReadChunk[],
): Promise<CleanSummary> {
  const accounts = chunks.flatMap(({ news }) => news.account ?? []);
  const { report, drops } = await concludeCleaning(dataset, clean, accounts);
  return { report, dropped: drops.dropped };
}

function partsOf({ train, test }: Dataset): EncodedRecord['parts'] {
  return {
    train: train && { id: train.id, chunkCount: train.chunkCount },
    test: test && { id: test.id, chunkCount: test.chunkCount },
  };
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
async function withJob<T>(job: TextJob, run: () => Promise<T>): Promise<T> {
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
