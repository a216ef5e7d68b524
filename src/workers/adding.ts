// Rows that people bring on the page, and corrections in Use: a text that a run took for something else joins the data.
import { textAt } from '../core/columns';
import { fail } from '../core/errors';
import type { Correction, NewRow } from '../core/labelling';
import type { Dataset, LengthHistogram, Part, RowChunk, Split } from '../core/types';
import { grownLengths, LengthTally } from '../data/lengths';
import { readChunk } from '../store/chunk';
import { getDataset } from '../store/datasets';
import { openStore, type Store } from '../store/db';
import { addRows as growTrain, type Growth } from '../store/grow';
import { changeLabels } from '../store/labels';
import type { DataApi } from './api';

async function addRows(id: string, rows: NewRow[]): Promise<Dataset> {
  const { dataset } = await grow(id, rows, { by: 'hand', runId: null });
  return dataset;
}

/** Gives a text its right class: an equal row gets the label, and where there is none a row is added to train. */
async function correct(
  id: string,
  runId: string,
  text: string,
  label: number,
): Promise<Correction> {
  const store = await openStore();
  const dataset = await getDataset(store, id);
  const why = { by: 'use', runId } as const;
  const found = await findEqual(store, dataset, text);
  if (!found) {
    // The last field is the text itself: what stands before it, as a title, may be empty.
    const fields = dataset.fields.map((_, k) => (k === dataset.fields.length - 1 ? text : ''));
    const grown = await grow(id, [{ fields, label }], why);
    const row = (grown.dataset.train?.rowCount ?? 1) - 1;
    return { ...grown, split: 'train', row, was: 'new' };
  }
  const { split, row } = found;
  const order = { split, rows: Uint32Array.of(row), to: label, onlyUnlabelled: false, ...why };
  const labelled = await changeLabels(store, id, order);
  return { ...labelled, split, row, was: labelled.changed > 0 ? 'relabelled' : 'known' };
}

async function grow(id: string, rows: NewRow[], why: Pick<Growth, 'by' | 'runId'>) {
  const store = await openStore();
  const { fields, language } = await getDataset(store, id);
  const wrong = rows.find((row) => row.fields.length !== fields.length);
  if (wrong)
    throw fail('bad-file', 'row.fields', {
      line: 0,
      expected: fields.length,
      found: wrong.fields.length,
    });
  const unit = language === 'spaced' ? 'words' : 'characters';
  return growTrain(store, id, rows, {
    ...why,
    measure: (lengths, chunk) => measured(lengths, chunk, unit),
  });
}

function measured(
  lengths: LengthHistogram | null,
  chunk: RowChunk,
  unit: LengthHistogram['unit'],
): LengthHistogram {
  if (lengths) return grownLengths(lengths, chunk);
  const tally = new LengthTally(unit);
  tally.add(chunk);
  return tally.histogram();
}

/** The first row whose filled fields, joined by spaces, are the text; of train, else of test. */
async function findEqual(
  store: Store,
  { train, test }: Dataset,
  text: string,
): Promise<{ split: Split; row: number } | null> {
  const wanted = text.trim();
  for (const part of [train, test]) {
    const row = part && (await findIn(store, part, wanted));
    if (part && row !== null) return { split: part.split, row };
  }
  return null;
}

const SPACES = 16; // bytes of white space that may stand around a row's text

async function findIn(store: Store, part: Part, wanted: string): Promise<number | null> {
  const { length } = new TextEncoder().encode(wanted);
  for (let index = 0; index < part.chunkCount; index++) {
    const chunk = await readChunk(store, part.id, index);
    for (let i = 0; i < chunk.lines.length; i++) {
      const bytes = bytesOf(chunk, i);
      if (bytes < length || bytes > length + SPACES) continue; // hardly any row is decoded
      const fields = chunk.fields.map((column) => textAt(column, i));
      if (
        fields
          .filter((field) => field !== '')
          .join(' ')
          .trim() === wanted
      )
        return chunk.rowStart + i;
    }
  }
  return null;
}

/** Bytes of a row's filled fields with a space between each two. */
function bytesOf({ fields }: RowChunk, i: number): number {
  let bytes = -1;
  for (const { offsets } of fields)
    if (offsets[i + 1] > offsets[i]) bytes += 1 + offsets[i + 1] - offsets[i];
  return bytes;
}

/** What the data worker offers for rows that people bring. */
export const adding = { addRows, correct } satisfies Partial<DataApi>;
