// Looks into what was prepared: one row through every stage, and the vocabulary by search.
import { ruleOfMark } from '../clean/duplicates';
import { markChanges } from '../clean/marks';
import { makeCleaner } from '../clean/text';
import { fail } from '../core/errors';
import {
  FIRST_WORD_ID,
  PAD_ID,
  UNKNOWN_ID,
  type RowJourney,
  type Split,
  type TokenView,
  type Tokenizer,
  type VocabularyEntry,
} from '../core/types';
import { getPiece } from '../store/artifacts';
import { readRange } from '../store/chunk';
import { getDataset } from '../store/datasets';
import { openStore } from '../store/db';
import { searchTokenizer } from '../text/search';
import { openReader } from '../text/reader';
import { textOfId, tokenize } from '../text/tokenizer';
import type { PrepareRequest } from './api';
import { loadTokenizer } from './encoded';
import type { CleanSummary } from './pieces';
import { prepare } from './prepare';

let lastKey = '';
let lastTokenizer: Promise<Tokenizer> | null = null;

/** Follows a row from its fields to its ids; prepares the dataset first where that was not done. */
export async function followRow(
  request: PrepareRequest,
  split: Split,
  row: number,
): Promise<RowJourney> {
  const { key, cleanKey } = await prepare(request, () => undefined);
  const store = await openStore();
  const dataset = await getDataset(store, request.datasetId);
  const part = dataset[split];
  const [raw] = part ? await readRange(store, part, row, row + 1) : [];
  if (!raw) throw fail('bug', 'store.missing', { what: `${split} row ${row}` });

  const { dropped } = await getPiece<CleanSummary>(store, cleanKey, 'summary');
  const tokenizer = await openTokenizer(key);
  const cleaned = makeCleaner(request.clean)(raw.fields);
  const { texts, ids, isRead, words, features } = tokenize(
    tokenizer,
    await openReader(request.text, dataset.language),
    cleaned,
  );
  const firstNgram = FIRST_WORD_ID + tokenizer.words.length;
  return {
    original: raw.fields,
    marks: markChanges(raw.fields.filter((field) => field !== '').join('\n'), cleaned),
    cleaned,
    dropped: split === 'train' ? ruleOfMark(dropped[row]) : null,
    tokens: texts.map((text, i) => ({ text, id: ids[i], state: stateOf(ids[i], !isRead[i]) })),
    padded: Array.from({ length: request.text.maxLength }, (_, i) => words.at(i) ?? PAD_ID),
    ngrams: Array.from(
      features.filter((id) => id >= firstNgram),
      (id) => ({
        text: textOfId(tokenizer, id) ?? '',
        id,
      }),
    ),
  };
}

/** Finds words and n-grams of the vocabulary; prepares the dataset first where that was not done. */
export async function searchVocabulary(
  request: PrepareRequest,
  query: string,
  limit: number,
): Promise<VocabularyEntry[]> {
  const { key } = await prepare(request, () => undefined);
  return searchTokenizer(await openTokenizer(key), query, limit);
}

function stateOf(id: number, isCut: boolean): TokenView['state'] {
  if (isCut) return 'cut';
  return id === UNKNOWN_ID ? 'unknown' : 'known';
}

/** The tokenizer of a key; the last one is kept, with its tables. */
function openTokenizer(key: string): Promise<Tokenizer> {
  if (key !== lastKey || !lastTokenizer) {
    lastKey = key;
    lastTokenizer = loadTokenizer(key);
    lastTokenizer.catch(() => (lastTokenizer = null)); // the next call tries again
  }
  return lastTokenizer;
}
