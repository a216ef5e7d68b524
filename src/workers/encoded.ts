// Reads what preparing stored, for both workers: the features of all rows as whole arrays, the tokenizer, and cleaned texts.
import { joinArrays } from '../core/arrays';
import { textAt } from '../core/columns';
import {
  CHUNK_ROWS,
  FIRST_WORD_ID,
  type Assignment,
  type EncodedChunk,
  type Split,
  type TextColumn,
  type Tokenizer,
} from '../core/types';
import { getPiece } from '../store/artifacts';
import { readLabels } from '../store/chunk';
import { openStore } from '../store/db';
import { joinFeatures } from '../text/encode';
import { pieceOf, type EncodedRecord } from './pieces';

/** All rows of a part, encoded. */
export interface EncodedPart {
  labels: Uint16Array<ArrayBuffer>; // class index of each row
  wordOffsets: Uint32Array<ArrayBuffer>; // rows + 1, into words
  words: Uint32Array<ArrayBuffer>; // word ids, UNKNOWN_ID included
  featureOffsets: Uint32Array<ArrayBuffer>; // rows + 1, into features
  features: Uint32Array<ArrayBuffer>; // ids of known words, n-grams and parts of speech; unknown words left out
}

/** A chunk as it was kept before words were left out of what is kept beside them. */
type OlderChunk = Omit<EncodedChunk, 'words' | 'otherOffsets' | 'others'> &
  Pick<EncodedPart, 'words' | 'featureOffsets' | 'features'>;

/** Everything that training needs. */
export interface Encoded {
  tokenizer: Tokenizer;
  assignment: Assignment; // row indices into `train` and `test`
  train: EncodedPart;
  test: EncodedPart; // the same object as `train` where Assignment.testIsHeldOut
}

/** Loads what was prepared under a key. */
export async function loadEncoded(key: string): Promise<Encoded> {
  const store = await openStore();
  const { assignment, parts } = await getPiece<EncodedRecord>(store, key, 'record');
  const [tokenizer, train, test] = await Promise.all([
    loadTokenizer(key),
    loadPart(key, 'train', parts.train),
    loadPart(key, 'test', parts.test),
  ]);
  if (!train) throw new Error('encoded rows without a train part');
  return { tokenizer, assignment, train, test: test ?? train };
}

/** Loads the tokenizer that was prepared under a key. */
export async function loadTokenizer(key: string): Promise<Tokenizer> {
  return getPiece<Tokenizer>(await openStore(), key, 'tokenizer');
}

/** Reads the cleaned texts of some rows of a part, in the order asked for. */
export async function readCleaned(
  cleanKey: string,
  split: Split,
  rows: ArrayLike<number>,
): Promise<string[]> {
  const store = await openStore();
  const columns = new Map<number, Promise<TextColumn>>();
  const texts = Array.from(rows, async (row) => {
    const index = Math.floor(row / CHUNK_ROWS);
    const column =
      columns.get(index) ?? getPiece<TextColumn>(store, cleanKey, pieceOf({ split, index }));
    columns.set(index, column);
    return textAt(await column, row - index * CHUNK_ROWS);
  });
  return Promise.all(texts);
}

async function loadPart(
  key: string,
  split: Split,
  part: EncodedRecord['parts'][Split],
): Promise<EncodedPart | null> {
  if (!part) return null;
  const store = await openStore();
  const indices = Array.from({ length: part.chunkCount }, (_, index) => index);
  const [labels, ...kept] = await Promise.all([
    readLabels(store, part.id),
    ...indices.map((index) =>
      getPiece<EncodedChunk | OlderChunk>(store, key, pieceOf({ split, index })),
    ),
  ]);
  const chunks = kept.map((chunk) => ('features' in chunk ? withoutWords(chunk) : chunk));
  const wordOffsets = joinOffsets(chunks.map((chunk) => chunk.wordOffsets));
  const words = joinArrays(chunks.map((chunk) => chunk.words));
  const otherOffsets = joinOffsets(chunks.map((chunk) => chunk.otherOffsets));
  const others = joinArrays(chunks.map((chunk) => chunk.others));
  const features = joinFeatures({ wordOffsets, words, otherOffsets, others });
  return { wordOffsets, words, featureOffsets: features.offsets, features: features.ids, labels };
}

/** A chunk in the form of today: its features begin with the known words of each row. */
function withoutWords({ featureOffsets, features, ...chunk }: OlderChunk): EncodedChunk {
  const { wordOffsets, words } = chunk;
  const otherOffsets = new Uint32Array(featureOffsets.length);
  const others = new Uint32Array(features.length);
  let end = 0;
  for (let row = 0; row + 1 < featureOffsets.length; row++) {
    const own = words.subarray(wordOffsets[row], wordOffsets[row + 1]);
    const known = own.reduce((sum, word) => sum + (word >= FIRST_WORD_ID ? 1 : 0), 0);
    const behind = features.subarray(featureOffsets[row] + known, featureOffsets[row + 1]);
    others.set(behind, end);
    end += behind.length;
    otherOffsets[row + 1] = end;
  }
  return { ...chunk, otherOffsets, others: others.slice(0, end) };
}

/** Joins the offsets of chunks, each from 0 to its end, into those of the whole. */
function joinOffsets(parts: readonly Uint32Array[]): Uint32Array<ArrayBuffer> {
  const rows = parts.reduce((sum, part) => sum + part.length - 1, 0);
  const whole = new Uint32Array(rows + 1);
  let row = 0;
  let base = 0;
  for (const part of parts) {
    for (let i = 1; i < part.length; i++) whole[row + i] = base + part[i];
    row += part.length - 1;
    base += part[part.length - 1];
  }
  return whole;
}
