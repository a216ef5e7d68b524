// What the data worker asks of its text workers: types only. A text worker keeps the words of the chunks that it read.
import type { ChunkAccount } from '../clean/clean';
import type { CleanSettings, TextSettings } from '../core/settings';
import type { Dataset, Split, TagFeature } from '../core/types';
import type { GramList } from '../text/gram-table';
import type { Share } from '../text/ngrams';
import type { CountedWords, Stream } from '../text/streams';
import type { ScriptCounts } from '../survey/scripts';
import type { Needle } from '../survey/search';
import type { ShingleSets } from '../survey/shingles';
import type { CountedByClass } from './text-words';

/** A chunk of a dataset. */
export interface ChunkPlace {
  split: Split;
  partId: string;
  index: number; // 0-based, within the part
}

/** What a job does to every chunk. */
export interface TextJob {
  clean: CleanSettings;
  text: TextSettings;
  language: Dataset['language'];
  cleanKey: string | null; // artifact of the cleaned texts; null = they are not kept
  readsWords: boolean; // whether the words are kept in the worker
}

/** What a worker tells of a chunk that it has cleaned or read. */
export interface ChunkNews {
  account: ChunkAccount | null; // null: the chunk was cleaned before
  lengths: Uint32Array<ArrayBuffer>; // words of each row, uncut; empty if words are not read
  ms: { clean: number; words: number };
}

/** Marks of rows, a byte each: 0 = no. */
export type RowMarks = Record<Split, Uint8Array<ArrayBuffer>>;

/** Cleaned texts to be looked at. */
export interface CleanedTexts {
  cleanKey: string; // artifact that holds them
  language: Dataset['language'];
}

/** What is counted of a chunk's words by class. */
export interface WordsByClass {
  labels: Uint16Array; // of the chunk's rows; NO_LABEL = not counted
  names: readonly string[]; // counted beside the words
}

/** What the survey learns of a chunk. */
export interface ChunkSurvey {
  prints: Uint32Array<ArrayBuffer>; // fingerprints of the cleaned texts
  sets: ShingleSets;
  hashes: Uint32Array<ArrayBuffer>; // see bandHashes
  lengths: Uint32Array<ArrayBuffer>; // words of each text as in the file; characters in scripts without spaces
  scripts: ScriptCounts;
  missing: Uint32Array<ArrayBuffer>; // of each row, bit i is set where field i is empty or blank
  sample: string[]; // cleaned texts of the rows that were asked for
}

/** Rows of a chunk in which something stands, and how often. */
export interface ChunkHits {
  rows: Uint16Array<ArrayBuffer>; // from the chunk's own first, ascending
  hits: number;
}

/** A text worker. Calls follow the order in which they stand here. */
export interface TextApi {
  begin(job: TextJob): Promise<void>; // forgets everything of the job before
  cleanChunk(place: ChunkPlace): Promise<ChunkNews>;
  readChunk(place: ChunkPlace): Promise<ChunkNews>; // of texts that are clean already
  countWords(isCounted: RowMarks): Promise<CountedWords>; // over the chunks held here
  renumber(
    ids: Uint32Array<ArrayBuffer>,
    isJudged: RowMarks,
  ): Promise<{ words: number; unknown: number }>; // in the judged rows
  tagRows(place: ChunkPlace, from: number): Promise<number>; // some rows of a chunk held here; gives where it got to
  countTags(): Promise<Uint32Array<ArrayBuffer>>; // over the counted rows of the chunks held here, (TAG_FEATURES)
  learnTags(tags: readonly TagFeature[], firstId: number): Promise<void>;
  copyStream(place: ChunkPlace, room: Stream | null): Promise<Stream>; // a copy, in the memory of another one where it fits
  noteNgrams(expected: number): Promise<Uint32Array<ArrayBuffer>>; // counters of a filter for so many n-grams, over the chunks held here
  useFilter(counters: Uint32Array<ArrayBuffer>): Promise<void>; // n-grams that are rare by it are not counted
  countHeld(share: Share): Promise<void>; // n-grams of the chunks held here
  countStream(split: Split, stream: Stream, share: Share): Promise<Stream>; // n-grams of a chunk held elsewhere, which is handed back
  takeNgrams(): Promise<GramList>; // those of this worker's share that were seen often enough
  learnNgrams(
    lows: Uint32Array<ArrayBuffer>,
    highs: Uint32Array<ArrayBuffer>,
    firstId: number,
  ): Promise<void>;
  encodeChunk(place: ChunkPlace, key: string): Promise<number>; // stores it, forgets its words; bytes
  end(): Promise<void>;
  // The rest stands apart from the job, and may be called at any time.
  surveyChunk(place: ChunkPlace, of: CleanedTexts, sampled: Uint32Array): Promise<ChunkSurvey>; // sampled: rows from the chunk's first
  countByClass(place: ChunkPlace, of: CleanedTexts, asked: WordsByClass): Promise<void>;
  takeByClass(): Promise<CountedByClass | null>; // what was counted since the last call; null = nothing
  searchChunk(place: ChunkPlace, needle: Needle, cleanKey: string | null): Promise<ChunkHits>; // null: as in the files
}
