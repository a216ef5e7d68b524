// Raw rows to encoded rows in the store, each stage under a hash of its inputs: the part of the data worker behind Clean.
import { SPLIT_OPTIONS } from '../clean/config';
import type { Groups } from '../clean/split';
import { fail } from '../core/errors';
import { checkOptions } from '../core/options';
import type { ReportProgress } from '../core/progress';
import type { CleanSettings } from '../core/settings';
import type { CleanReport, Dataset, Division, Prepared } from '../core/types';
import { getPiece, hasArtifact, putPieces } from '../store/artifacts';
import { getDataset } from '../store/datasets';
import { openStore } from '../store/db';
import { getModel } from '../store/runs';
import { sizeOf } from '../store/size';
import { textOptions } from '../text/config';
import type { DivideRequest, PrepareRequest } from './api';
import { audit, cleanDataset, type CleanDataset, type CleanWork } from './clean-texts';
import { encodeAll, learn, tagAll } from './counting';
import { assign, countSets } from './dividing';
import { looksEnglish } from './english';
import { cleanKeyOf, preparedKeyOf } from './keys';
import { measureLengths } from './lengths';
import type { EncodedRecord } from './pieces';
import { nearGroups } from './row-facts';
import { asArtifact, inTurn, textPool, withJob } from './turns';

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
    const groups = await groupsFor(dataset, request, report);
    return countSets(dataset, await assign(dataset, { dropped, groups }, request.split));
  });
}

/** Cleans, divides, learns and encodes, as far as that was not done before. */
export function prepare(request: PrepareRequest, report: ReportProgress): Promise<Prepared> {
  return inTurn(async () => {
    checkOptions(request.text, textOptions(request.text));
    checkOptions(request.split, SPLIT_OPTIONS);
    const store = await openStore();
    const dataset = await getDataset(store, request.datasetId);
    if (request.text.partsOfSpeech && !(await looksEnglish(dataset)))
      throw fail('bad-config', 'config.english', {});
    const cleanKey = cleanKeyOf(dataset, request.clean);
    const key = preparedKeyOf(dataset, cleanKey, request);
    if (await hasArtifact(store, key)) {
      const { prepared } = await getPiece<EncodedRecord>(store, key, 'record');
      return { ...prepared, seconds: { clean: 0, encode: 0 } };
    }
    const { clean, text } = request;
    const job = { clean, text, language: dataset.language, cleanKey, readsWords: true };
    const groups = await groupsFor(dataset, request, report); // a job of its own, so before the one that encodes
    const work = { request, dataset, cleanKey, key, groups, report };
    return withJob(job, async () => {
      const clean = await cleanDataset(work);
      try {
        return await encodeDataset(work, clean);
      } finally {
        await clean.summary; // the next turn must find the cleaning whole
      }
    });
  });
}

async function groupsFor(
  dataset: Dataset,
  { clean, split }: DivideRequest,
  report: ReportProgress,
): Promise<Groups | null> {
  return split.grouped ? nearGroups(dataset, clean, report) : null;
}

/** A preparation under way. */
interface Work extends CleanWork {
  request: PrepareRequest;
  key: string;
  groups: Groups | null; // near-duplicates, where they are kept together
}

async function encodeDataset(work: Work, clean: CleanDataset): Promise<Prepared> {
  const { request, dataset, cleanKey, key, groups, report } = work;
  const { chunks, dropped } = clean;
  const store = await openStore();
  const assignment = await assign(dataset, { dropped, groups }, request.split);
  const artifact = { key, kind: 'encoded', datasetId: dataset.id, from: cleanKey } as const;
  return asArtifact(artifact, async () => {
    const given = request.tokenizerOf
      ? (await getModel(store, request.tokenizerOf)).tokenizer
      : null;
    const about = { dataset, text: request.text, given };
    if (request.text.partsOfSpeech) await tagAll(textPool(), chunks, report);
    const { tokenizer, allWords, unknownShare } = await learn(
      textPool(),
      chunks,
      assignment,
      about,
    );
    const keeping = putPieces(store, key, [['tokenizer', tokenizer]]); // while rows are encoded
    keeping.catch(() => undefined); // thrown where it is waited for
    const chunkBytes = await encodeAll(textPool(), chunks, key, report);
    await keeping;
    const { train, validation, test, testIsHeldOut, near } = assignment;
    const prepared: Prepared = {
      key,
      cleanKey,
      report: (await clean.summary).report,
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
        ...(tokenizer.tags && { tags: tokenizer.tags.length }),
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
    await putPieces(store, key, [['record', record]]);
    return prepared;
  });
}

function partsOf({ train, test }: Dataset): EncodedRecord['parts'] {
  return {
    train: train && { id: train.id, chunkCount: train.chunkCount },
    test: test && { id: test.id, chunkCount: test.chunkCount },
  };
}
