// Reads what preparing stored, for both workers: the features of all rows as whole arrays, the tokenizer, and cleaned texts.
import { joinArrays } from '../core/arrays';
import { textAt } from '../core/columns';
import {
  CHUNK_ROWS,
  type Assignment,
  type EncodedChunk,
  type Split,
  type TextColumn,
  type Tokenizer,
} from '../core/types';
import { getPiece } from '../store/artifacts';
import { readLabels } from '../store/chunk';
import { openStore } from '../store/db';
import { pieceOf, type EncodedRecord } from './pieces';

/** All rows of a part, encoded. */
export interface EncodedPart extends Omit<EncodedChunk, 'rowStart'> {
  labels: Uint16Array<ArrayBuffer>; // class index of each row
}

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
  const [labels, ...chunks] = await Promise.all([
    readLabels(store, part.id),
    ...indices.map((index) => getPiece<EncodedChunk>(store, key, pieceOf({ split, index }))),
  ]);
  return {
    wordOffsets: joinOffsets(chunks.map(({ wordOffsets }) => wordOffsets)),
    words: joinArrays(chunks.map(({ words }) => words)),
    featureOffsets: joinOffsets(chunks.map(({ featureOffsets }) => featureOffsets)),
    features: joinArrays(chunks.map(({ features }) => features)),
    labels,
  };
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
