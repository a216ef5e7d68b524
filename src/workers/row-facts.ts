// Learns about every row of a dataset what a survey needs and no label changes: which texts are equal or nearly so, lengths,
// scripts, languages, missing fields. Kept in the store; the grouped division of train takes its groups from here.
import { findFirstEqual } from '../clean/duplicates';
import { joinArrays } from '../core/arrays';
import { meter, type ReportProgress } from '../core/progress';
import type { CleanSettings } from '../core/settings';
import { SCRIPTS } from '../core/survey';
import { CHUNK_ROWS, type Dataset, type Split } from '../core/types';
import { getPiece, hasArtifact, putPieces } from '../store/artifacts';
import { openStore } from '../store/db';
import { NOT_ASKED, type RowFacts } from '../survey/findings';
import { BANDS } from '../survey/minhash';
import { findNear } from '../survey/near';
import { placesOf } from './cleaning';
import { cleanKeyOf, rowFactsKeyOf } from './keys';
import { keepClean } from './clean-texts';
import { asArtifact, textPool } from './turns';
import type { ChunkSurvey } from './text-api';

const MOST_ASKED = 2000; // rows whose language is looked for

/**
 * Groups of rows that are nearly the same: of each row a number that all rows of its group have, over both parts, and no other row.
 * To be called within a turn (see inTurn); found ready where that was done before.
 */
export async function nearGroups(
  dataset: Dataset,
  clean: CleanSettings,
  report: ReportProgress,
): Promise<Record<Split, Uint32Array<ArrayBuffer>>> {
  const { firstNear } = await rowFacts(dataset, clean, report);
  const trainRows = dataset.train?.rowCount ?? 0;
  return { train: firstNear.slice(0, trainRows), test: firstNear.slice(trainRows) };
}

/** What is known of every row, within a turn; cleans first where that was not done. */
export async function rowFacts(
  dataset: Dataset,
  clean: CleanSettings,
  report: ReportProgress,
): Promise<RowFacts> {
  const store = await openStore();
  const key = rowFactsKeyOf(cleanKeyOf(dataset, clean), dataset);
  if (await hasArtifact(store, key)) return getPiece<RowFacts>(store, key, 'rows');
  const artifact = { key, kind: 'survey', datasetId: dataset.id, from: null } as const;
  return asArtifact(artifact, async () => {
    const cleanKey = await keepClean(dataset, clean, report);
    const facts = await learnFacts(dataset, cleanKey, report);
    await putPieces(store, key, [['rows', facts]]);
    return facts;
  });
}

async function learnFacts(
  dataset: Dataset,
  cleanKey: string,
  report: ReportProgress,
): Promise<RowFacts> {
  const chunks = await lookAtAll(dataset, cleanKey, report);
  const prints = joinArrays(chunks.map((chunk) => chunk.prints));
  const firstEqual = findFirstEqual(prints);
  const rows = firstEqual.length;
  const tell = meter('comparing', rows, 'rows', report);
  const trainRows = dataset.train?.rowCount ?? 0;
  const near = await findNear(chunks, { firstEqual, trainRows }, async (band) => {
    tell((rows * (band + 1)) / BANDS);
    await new Promise((resolve) => setTimeout(resolve)); // other questions get their turn
  });
  const letters = SCRIPTS.map((_, i) =>
    chunks.reduce((sum, { scripts }) => sum + scripts.letters[i], 0),
  );
  return {
    firstEqual,
    ...near,
    lengths: joinArrays(chunks.map((chunk) => chunk.lengths)),
    scripts: joinBytes(chunks.map(({ scripts }) => scripts.ofRow)),
    letters,
    ...(await findLanguages(chunks, rows)),
    missing: joinArrays(chunks.map((chunk) => chunk.missing)),
    empty: Uint32Array.from(firstEqual.keys()).filter((row) => isZero(prints, row)),
  };
}

/** Has the text workers look at every chunk; the answers stand in the order of the rows, train first. */
function lookAtAll(
  dataset: Dataset,
  cleanKey: string,
  report: ReportProgress,
): Promise<ChunkSurvey[]> {
  const trainRows = dataset.train?.rowCount ?? 0;
  const rows = trainRows + (dataset.test?.rowCount ?? 0);
  const tell = meter('looking', rows, 'rows', report);
  const step = stepOf(rows);
  let done = 0;
  return textPool().share(placesOf(dataset), async (text, place) => {
    const start = place.index * CHUNK_ROWS;
    const own = Math.min(CHUNK_ROWS, (dataset[place.split]?.rowCount ?? 0) - start);
    const base = start + (place.split === 'test' ? trainRows : 0);
    const sampled = Uint32Array.from({ length: own }, (_, i) => i).filter(
      (i) => (base + i) % step === 0,
    );
    const { language } = dataset;
    const found = await text.surveyChunk(place, { cleanKey, language }, sampled);
    done += own;
    tell(done);
    return found;
  });
}

/** Every so many rows one is asked for its language. */
function stepOf(rows: number): number {
  return Math.max(1, Math.ceil(rows / MOST_ASKED));
}

/** The languages of the sample; the detector is loaded here, for it holds a megabyte of letter groups. */
async function findLanguages(
  chunks: readonly ChunkSurvey[],
  rows: number,
): Promise<Pick<RowFacts, 'languages' | 'codes'>> {
  const { eld } = await import('eld/extrasmall');
  const codes: string[] = [];
  const languages = new Uint8Array(rows).fill(NOT_ASKED);
  chunks
    .flatMap(({ sample }) => sample)
    .forEach((text, i) => {
      const { language } = eld.detect(text);
      if (!codes.includes(language)) codes.push(language);
      languages[i * stepOf(rows)] = codes.indexOf(language);
    });
  return { languages, codes };
}

function isZero(prints: Uint32Array, row: number): boolean {
  return !prints.subarray(4 * row, 4 * row + 4).some((word) => word !== 0);
}

function joinBytes(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
