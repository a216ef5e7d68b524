// Writes the cleaned rows of a dataset, each with its class and the set that it belongs to, as prepared.csv. RFC 4180.
import { labelsOf } from '../core/class-labels';
import { unpackTexts } from '../core/columns';
import { meter, type ReportProgress } from '../core/progress';
import { CHUNK_ROWS, type Assignment, type Split, type TextColumn } from '../core/types';
import { getPiece } from '../store/artifacts';
import { readLabels } from '../store/chunk';
import { getDataset } from '../store/datasets';
import { openStore } from '../store/db';
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
  const { classes, language } = await getDataset(store, request.datasetId);
  const { text } = request;
  const columns = columnsOf(text);
  const hasWords = columns.includes('words');
  const reader = hasWords && (await openReader({ ...text, partsOfSpeech: false }, language));
  const { assignment, parts } = await getPiece<EncodedRecord>(store, key, 'record');
  const labels = labelsOf(classes).map(quoted);
  const written: BlobPart[] = [`${columns.join(',')}\r\n`];
  const rows = SETS.reduce((sum, set) => sum + assignment[set].length, 0);
  const tell = meter('writing', rows, 'rows', report);
  let done = 0;
  for (const split of ['train', 'test'] as const) {
    const part = parts[split];
    if (!part) continue;
    const given = await readLabels(store, part.id);
    const setOf = setsOf(assignment, split, given.length);
    for (let index = 0; index < part.chunkCount; index++) {
      const column = await getPiece<TextColumn>(store, cleanKey, pieceOf({ split, index }));
      const tags = text.partsOfSpeech
        ? await getPiece<TagStream>(store, cleanKey, tagPieceOf({ split, index }))
        : null;
      const lines = unpackTexts(column).flatMap((own, i) => {
        const row = index * CHUNK_ROWS + i;
        if (setOf[row] === 0) return [];
        const fields = [SETS[setOf[row] - 1], labels[given[row]], quoted(own)];
        if (reader) fields.push(quoted(wordsOf(reader, own).join(' ')));
        if (tags) fields.push(tagNames(readTags(tagsOfRow(tags, i), text)).join(' '));
        return [`${fields.join(',')}\r\n`];
      });
      written.push(new Blob(lines)); // the browser may keep it on disk, where a string stays in memory
      done += lines.length;
      tell(done);
    }
  }
  return new Blob(written, { type: 'text/csv' });
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
