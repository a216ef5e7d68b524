// Writes the cleaned rows of a dataset, each with its class and the set that it belongs to, as prepared.csv. RFC 4180.
import { labelsOf } from '../core/class-labels';
import { textAt, unpackTexts } from '../core/columns';
import { meter, type ReportProgress } from '../core/progress';
import type { TextSettings } from '../core/settings';
import {
  CHUNK_ROWS,
  type Assignment,
  type Dataset,
  type Split,
  type TextColumn,
} from '../core/types';
import { getPiece } from '../store/artifacts';
import { readChunk, readLabels } from '../store/chunk';
import { getDataset } from '../store/datasets';
import { openStore, type Store } from '../store/db';
import { columnsOf } from '../core/prepared-file';
import { openReader, wordsOf } from '../text/reader';
import { readTags, tagNames, tagsOfRow, type TagStream } from '../text/tags';
import type { PrepareRequest } from './api';
import { tagPieceOf } from './chunk-tagger';
import { pieceOf, type EncodedRecord } from './pieces';
import { prepare } from './prepare';

const SETS = ['train', 'validation', 'test'] as const;

/** Prepares a dataset where that was not done, and writes the rows that training, validation and test use, in file order. */
export async function exportPrepared(
  request: PrepareRequest,
  report: ReportProgress,
): Promise<Blob> {
  const { key, cleanKey } = await prepare(request, report);
  const store = await openStore();
  const dataset = await getDataset(store, request.datasetId);
  const { assignment, parts } = await getPiece<EncodedRecord>(store, key, 'record');
  const hasIds = haveIds(dataset);
  const lineOf = await lineWriter(dataset, request.text);
  const columns = [...columnsOf(request.text), ...(hasIds ? ['id'] : [])];
  const written: BlobPart[] = [`${columns.join(',')}\r\n`];
  const rows = SETS.reduce((sum, set) => sum + assignment[set].length, 0);
  const tell = meter('writing', rows, 'rows', report);
  let done = 0;
  for (const split of ['train', 'test'] as const) {
    const part = parts[split];
    if (!part) continue;
    const labels = await readLabels(store, part.id);
    const setOf = setsOf(assignment, split, labels.length);
    for (let index = 0; index < part.chunkCount; index++) {
      const { texts, tags } = await readTexts(store, cleanKey, { split, index }, request.text);
      const ids = hasIds ? (await readChunk(store, part.id, index)).ids : undefined;
      const lines = unpackTexts(texts).flatMap((text, i) => {
        const row = index * CHUNK_ROWS + i;
        if (setOf[row] === 0) return [];
        const line = lineOf({ set: setOf[row] - 1, label: labels[row], text, tags, i });
        if (hasIds) line.push(ids ? quoted(textAt(ids, i)) : '');
        return [`${line.join(',')}\r\n`];
      });
      written.push(new Blob(lines)); // the browser may keep it on disk, where a string stays in memory
      done += lines.length;
      tell(done);
    }
  }
  return new Blob(written, { type: 'text/csv' });
}

/** Whether some file of a dataset names its rows. */
function haveIds({ train, test }: Dataset): boolean {
  const sources = [train, test].flatMap((part) => part?.sources ?? []);
  return sources.some(({ reading }) => reading?.columns.some(({ role }) => role === 'id'));
}

/** A row to be written; `i` is its place among its chunk's tags. */
interface Row {
  set: number; // index in SETS
  label: number;
  text: string;
  tags: TagStream | null;
  i: number;
}

/** Makes the function that writes the fields of columnsOf(text). */
async function lineWriter({ classes, language }: Dataset, text: TextSettings) {
  const hasWords = columnsOf(text).includes('words');
  const reader = hasWords && (await openReader({ ...text, partsOfSpeech: false }, language));
  const labels = labelsOf(classes).map(quoted);
  return ({ set, label, text: own, tags, i }: Row): string[] => {
    const fields = [SETS[set], labels[label], quoted(own)];
    if (reader) fields.push(quoted(wordsOf(reader, own).join(' ')));
    if (tags) fields.push(tagNames(readTags(tagsOfRow(tags, i), text)).join(' '));
    return fields;
  };
}

/** The cleaned texts of a chunk, and their parts of speech where these count. */
async function readTexts(
  store: Store,
  cleanKey: string,
  place: { split: Split; index: number },
  { partsOfSpeech }: TextSettings,
) {
  return {
    texts: await getPiece<TextColumn>(store, cleanKey, pieceOf(place)),
    tags: partsOfSpeech ? await getPiece<TagStream>(store, cleanKey, tagPieceOf(place)) : null,
  };
}

/** By row of a part: 1 + the index in SETS of the set that it belongs to, 0 = none, for cleaning dropped it. */
function setsOf(assignment: Assignment, split: Split, rows: number): Uint8Array {
  const setOf = new Uint8Array(rows);
  SETS.forEach((set, i) => {
    const isOfTest = set === 'test' && !assignment.testIsHeldOut;
    if ((split === 'test') !== isOfTest) return;
    for (const row of assignment[set]) setOf[row] = i + 1;
  });
  return setOf;
}

function quoted(field: string): string {
  return `"${field.replaceAll('"', '""')}"`;
}
