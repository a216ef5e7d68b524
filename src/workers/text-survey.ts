// What a text worker does for the survey and for searches; none of it touches the words that a preparation keeps there.
import { transfer } from 'comlink';
import { hasText } from '../clean/missing';
import { fingerprint, FINGERPRINT_WORDS } from '../clean/fingerprint';
import { joinColumns, textAt } from '../core/columns';
import { lengthOf } from '../data/lengths';
import type { Dataset, RowChunk, TextColumn } from '../core/types';
import { getPiece } from '../store/artifacts';
import { readChunk } from '../store/chunk';
import { openStore } from '../store/db';
import { bandHashes } from '../survey/minhash';
import { countScripts } from '../survey/scripts';
import { makeSearch, type Needle } from '../survey/search';
import { readShingles } from '../survey/shingles';
import { isWordPart } from '../text/characters';
import { wordSource } from '../text/words';
import { pieceOf } from './pieces';
import type { ChunkHits, ChunkPlace, ChunkSurvey, TextApi } from './text-api';
import { ClassWords } from './text-words';

const MOST_FIELDS = 32; // those beyond are not looked at for missing texts

/** Looks at a chunk; `sampled` are the rows of it, from its own first, whose texts are wanted. */
function lookAt(
  chunk: RowChunk,
  texts: TextColumn,
  language: Dataset['language'],
  sampled: Uint32Array,
): ChunkSurvey {
  const { fields, lines } = chunk;
  const rows = lines.length;
  const unit = language === 'unspaced' ? 'characters' : 'words';
  const prints = new Uint32Array(rows * FINGERPRINT_WORDS);
  const missing = new Uint32Array(rows);
  for (let i = 0; i < rows; i++) {
    const { bytes, offsets } = texts;
    fingerprint(bytes, [offsets[i], offsets[i + 1]], prints, i * FINGERPRINT_WORDS);
    fields.slice(0, MOST_FIELDS).forEach((field, k) => {
      if (isBlank(field, i)) missing[i] |= 1 << k;
    });
  }
  const source = wordSource({ unit: 'auto', punctuation: false, lowerCase: true }, language);
  const sets = readShingles(texts, source);
  return {
    prints,
    sets,
    hashes: bandHashes(sets),
    lengths: Uint32Array.from(lines, (_, i) => lengthOf(unit, chunk, i)),
    scripts: countScripts(texts),
    missing,
    sample: Array.from(sampled, (row) => textAt(texts, row)),
  };
}

/** Whether the rule for missing texts takes text i for one; most show by their first byte that they are none. */
function isBlank(field: TextColumn, i: number): boolean {
  const [start, end] = [field.offsets[i], field.offsets[i + 1]];
  const first = field.bytes[start];
  return start === end || ((first <= 0x20 || first > 0x7e) && !hasText(textAt(field, i)));
}

/** The arrays of a chunk's survey, to be handed over rather than copied. */
function buffersOf(found: ChunkSurvey): ArrayBuffer[] {
  const { prints, sets, hashes, lengths, scripts, missing } = found;
  return [prints, sets.offsets, sets.values, hashes, lengths, scripts.ofRow, missing].map(
    ({ buffer }) => buffer,
  );
}

/** Searches the texts of a chunk. */
function searchColumn(column: TextColumn, needle: Needle): ChunkHits {
  const search = makeSearch(needle, isWordPart);
  const isFound = new Uint8Array(column.offsets.length - 1);
  let hits = 0;
  search(column, (row) => {
    isFound[row] = 1;
    hits++;
  });
  const rows = Uint16Array.from(isFound.keys()).filter((row) => isFound[row] === 1);
  return { rows, hits };
}

let classWords: ClassWords | null = null;

/** The text worker's part for the survey and for searches. */
export const surveying: Pick<
  TextApi,
  'surveyChunk' | 'countByClass' | 'takeByClass' | 'searchChunk'
> = {
  async surveyChunk(place, { cleanKey, language }, sampled) {
    const store = await openStore();
    const chunk = await readChunk(store, place.partId, place.index);
    const found = lookAt(chunk, await cleanedTexts(cleanKey, place), language, sampled);
    return transfer(found, buffersOf(found));
  },

  async countByClass(place, { cleanKey, language }, { labels, names }) {
    const texts = await cleanedTexts(cleanKey, place);
    classWords ??= new ClassWords(language, names);
    classWords.add(texts, labels);
  },

  takeByClass() {
    const counted = classWords?.list() ?? null;
    classWords = null;
    return Promise.resolve(counted);
  },

  async searchChunk(place, needle, cleanKey) {
    const column =
      cleanKey === null
        ? joinColumns((await readChunk(await openStore(), place.partId, place.index)).fields)
        : await cleanedTexts(cleanKey, place);
    const found = searchColumn(column, needle);
    return transfer(found, [found.rows.buffer]);
  },
};

async function cleanedTexts(cleanKey: string, place: ChunkPlace): Promise<TextColumn> {
  return getPiece<TextColumn>(await openStore(), cleanKey, pieceOf(place));
}
