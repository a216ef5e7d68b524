// The cleaned texts of a dataset: kept in the store, or only counted. Everything here is called within a turn.
import type { ReportProgress } from '../core/progress';
import type { CleanSettings } from '../core/settings';
import type { Dataset } from '../core/types';
import { getPiece, hasArtifact, putPieces } from '../store/artifacts';
import { openStore } from '../store/db';
import { DEFAULT_TEXT } from '../text/config';
import { concludeCleaning, readAll, type ReadChunk } from './cleaning';
import { auditKeyOf, cleanKeyOf } from './keys';
import type { CleanSummary } from './pieces';
import { asArtifact, textPool, withJob } from './turns';

/** What the rules do, counted without keeping the texts. */
export async function audit(
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
  const chunks = await withJob(job, () => readAll(textPool(), dataset, clean, report));
  const summary = await summarize(dataset, clean, chunks);
  const artifact = { key, kind: 'audit', datasetId: id, from: null } as const;
  await asArtifact(artifact, () => putPieces(store, key, [['summary', summary]]));
  return summary;
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

/** A dataset whose texts are clean and whose words the text workers hold. */
export interface CleanDataset {
  chunks: ReadChunk[];
  summary: CleanSummary;
  startedAt: number; // ms
  seconds: number; // spent on cleaning, without the reading of words
}

/** A cleaning under way. */
export interface CleanWork {
  request: { clean: CleanSettings };
  dataset: Dataset;
  cleanKey: string;
  report: ReportProgress;
}

/** Cleans a dataset and keeps its texts, or reads those that are kept; within a job of the text workers. */
export async function cleanDataset({
  request,
  dataset,
  cleanKey,
  report,
}: CleanWork): Promise<CleanDataset> {
  const store = await openStore();
  const startedAt = performance.now();
  if (await hasArtifact(store, cleanKey)) {
    const chunks = await readAll(textPool(), dataset, null, report);
    const summary = await getPiece<CleanSummary>(store, cleanKey, 'summary');
    return { chunks, summary, startedAt, seconds: 0 };
  }
  const artifact = { key: cleanKey, kind: 'clean', datasetId: dataset.id, from: null } as const;
  return asArtifact(artifact, async () => {
    const chunks = await readAll(textPool(), dataset, request.clean, report);
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

async function summarize(
  dataset: Dataset,
  clean: CleanSettings,
  chunks: readonly ReadChunk[],
): Promise<CleanSummary> {
  const accounts = chunks.flatMap(({ news }) => news.account ?? []);
  const { report, drops } = await concludeCleaning(dataset, clean, accounts);
  return { report, dropped: drops.dropped };
}
