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
  const { report: made, drops } = concludeCleaning(dataset, clean, chunks);
  const summary = { report: await made, dropped: drops.dropped };
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
  await withJob(job, async () => {
    const { summary } = await cleanDataset({ request: { clean }, dataset, cleanKey, report });
    await summary;
  });
  return cleanKey;
}

/** A dataset whose texts are clean and whose words the text workers hold. */
export interface CleanDataset {
  chunks: ReadChunk[];
  dropped: CleanSummary['dropped'];
  summary: Promise<CleanSummary>; // comes later than the rest; then all of the cleaning is kept
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
export async function cleanDataset(work: CleanWork): Promise<CleanDataset> {
  const { dataset, cleanKey, report } = work;
  const store = await openStore();
  const startedAt = performance.now();
  if (!(await hasArtifact(store, cleanKey))) return cleanAnew(work, startedAt);
  const chunks = await readAll(textPool(), dataset, null, report);
  const summary = await getPiece<CleanSummary>(store, cleanKey, 'summary');
  const { dropped } = summary;
  return { chunks, dropped, summary: Promise.resolve(summary), startedAt, seconds: 0 };
}

async function cleanAnew(
  { request, dataset, cleanKey, report }: CleanWork,
  startedAt: number,
): Promise<CleanDataset> {
  const cleaned = Promise.withResolvers<Omit<CleanDataset, 'summary'>>();
  const artifact = { key: cleanKey, kind: 'clean', datasetId: dataset.id, from: null } as const;
  const summary = asArtifact(artifact, async () => {
    const chunks = await readAll(textPool(), dataset, request.clean, report);
    const { drops, report: made } = concludeCleaning(dataset, request.clean, chunks);
    const { dropped } = drops;
    const seconds = cleaningShare(chunks) * ((performance.now() - startedAt) / 1000);
    cleaned.resolve({ chunks, dropped, startedAt, seconds });
    const whole = { report: await made, dropped };
    await putPieces(await openStore(), cleanKey, [['summary', whole]]);
    return whole;
  });
  summary.catch(cleaned.reject);
  return { ...(await cleaned.promise), summary };
}

/** Words are read in the same go, while a chunk is at hand: the time is divided as the workers spent it. */
function cleaningShare(chunks: readonly ReadChunk[]): number {
  const cleanMs = chunks.reduce((sum, { news }) => sum + news.ms.clean, 0);
  const wordsMs = chunks.reduce((sum, { news }) => sum + news.ms.words, 0);
  return cleanMs / Math.max(cleanMs + wordsMs, 1e-9);
}
