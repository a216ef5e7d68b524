// A text worker: cleans, counts and encodes chunks, and keeps the words of those that it read until they are encoded.
import { expose, transfer } from 'comlink';
import { cleanChunk } from '../clean/clean';
import { makeCleaner, type Cleaner } from '../clean/text';
import { release } from '../core/arrays';
import { CHUNK_ROWS, UNKNOWN_ID, type TextColumn } from '../core/types';
import { getPiece, putPieces } from '../store/artifacts';
import { readChunk } from '../store/chunk';
import { openStore } from '../store/db';
import { sizeOf } from '../store/size';
import { encodeStream } from '../text/encode';
import { GramFilter } from '../text/gram-filter';
import { GramTable } from '../text/gram-table';
import { countNgrams, ngramIds, noteNgrams, type Share } from '../text/ngrams';
import {
  buffersOf,
  copyStream,
  countWords,
  cutStream,
  mostRead,
  readWords,
  renumber,
  type Stream,
} from '../text/streams';
import { WordTable } from '../text/word-table';
import { openReader, type TextReader } from '../text/reader';
import { countTags, readTags, TAG_FEATURES, tagIds, tagsOfRow } from '../text/tags';
import { pieceOf } from './pieces';
import { ChunkTagger } from './chunk-tagger';
import type { ChunkNews, ChunkPlace, RowMarks, TextApi, TextJob } from './text-api';
import { surveying } from './text-survey';

/** What the worker holds during a job. */
interface Desk {
  job: TextJob;
  clean: Cleaner;
  reader: TextReader & { table: WordTable };
  streams: Map<string, { place: ChunkPlace; stream: Stream }>;
  isCounted: RowMarks;
  filter: GramFilter | null; // passes rare n-grams over; null = counts all
  counts: GramTable; // n-grams of this worker's share
  ids: GramTable; // ids of the n-grams
  tagger: ChunkTagger;
  tagIds: Uint32Array; // ids of the parts of speech
}

const NO_MARKS: RowMarks = { train: new Uint8Array(), test: new Uint8Array() };

let desk: Desk | null = null;

async function setUp(job: TextJob): Promise<Desk> {
  const reader = await openReader(job.text, job.language);
  return {
    job,
    clean: makeCleaner(job.clean),
    reader: { ...reader, table: new WordTable() },
    streams: new Map(),
    isCounted: NO_MARKS,
    filter: null,
    counts: new GramTable(),
    ids: new GramTable(),
    tagger: new ChunkTagger(job.cleanKey ?? '', reader.tag),
    tagIds: new Uint32Array(),
  };
}

function theDesk(): Desk {
  if (!desk) throw new Error('a text worker was asked for work before its job began');
  return desk;
}

/** Reads the words of a chunk's texts and keeps them. */
function keepWords(place: ChunkPlace, rowStart: number, texts: TextColumn): Stream['lengths'] {
  const { job, reader, streams } = theDesk();
  if (!job.readsWords) return new Uint32Array();
  const stream = readWords(texts, reader, { rowStart, most: mostRead(job.text) });
  streams.set(pieceOf(place), { place, stream });
  return stream.lengths.slice();
}

function streamAt(place: ChunkPlace): Stream {
  const held = theDesk().streams.get(pieceOf(place));
  if (!held) throw new Error(`no words of ${pieceOf(place)} are held here`);
  return held.stream;
}

function countInto(stream: Stream, isCounted: Uint8Array, share: Share): void {
  const { counts, filter, job } = theDesk();
  const { order, minCount } = job.text;
  countNgrams(stream, isCounted, { table: counts, share, order, filter, minCount });
}

const api: TextApi = {
  ...surveying,
  async begin(job) {
    desk = await setUp(job);
  },

  async cleanChunk(place) {
    const { job, clean } = theDesk();
    const store = await openStore();
    const chunk = await readChunk(store, place.partId, place.index);
    const start = performance.now();
    const { texts, account } = cleanChunk(chunk, place.split, clean);
    for (const { bytes, offsets } of chunk.fields) release(bytes, offsets);
    const middle = performance.now();
    const lengths = keepWords(place, chunk.rowStart, texts);
    const end = performance.now();
    if (job.cleanKey !== null) await putPieces(store, job.cleanKey, [[pieceOf(place), texts]]);
    release(texts.bytes, texts.offsets);
    const news: ChunkNews = {
      account,
      lengths,
      ms: { clean: middle - start, words: end - middle },
    };
    return transfer(news, [account.prints.buffer, lengths.buffer]);
  },

  async readChunk(place) {
    const { job } = theDesk();
    const store = await openStore();
    const texts = await getPiece<TextColumn>(store, job.cleanKey ?? '', pieceOf(place));
    const start = performance.now();
    const lengths = keepWords(place, place.index * CHUNK_ROWS, texts);
    release(texts.bytes, texts.offsets);
    const ms = { clean: 0, words: performance.now() - start };
    return transfer<ChunkNews>({ account: null, lengths, ms }, [lengths.buffer]);
  },

  countWords(isCounted) {
    const held = theDesk();
    held.isCounted = isCounted;
    const list = held.reader.table.list();
    const counts = new Uint32Array(held.reader.table.size);
    for (const { place, stream } of held.streams.values())
      countWords(stream, isCounted[place.split], counts);
    const buffers = [list.bytes.buffer, list.starts.buffer, counts.buffer];
    return Promise.resolve(transfer({ list, counts }, buffers));
  },

  renumber(ids, isJudged) {
    const held = theDesk();
    held.reader.table.release(); // its numbers are of no more use
    held.reader.table = new WordTable();
    let words = 0;
    let unknown = 0;
    for (const { place, stream } of held.streams.values()) {
      renumber(stream, ids);
      const { rowStart, offsets } = stream;
      for (let i = 0; i + 1 < offsets.length; i++) {
        if (isJudged[place.split][rowStart + i] === 0) continue;
        words += offsets[i + 1] - offsets[i];
        for (let k = offsets[i]; k < offsets[i + 1]; k++)
          if (stream.words[k] === UNKNOWN_ID) unknown++;
      }
      cutStream(stream, held.job.text);
    }
    return Promise.resolve({ words, unknown });
  },

  tagRows(place, from) {
    return theDesk().tagger.tagRows(place, from);
  },

  countTags() {
    const { tagger, isCounted, job } = theDesk();
    const counts = new Uint32Array(TAG_FEATURES);
    for (const { place, stream } of tagger.tagged())
      for (let i = 0; i + 1 < stream.offsets.length; i++)
        if (isCounted[place.split][place.index * CHUNK_ROWS + i] !== 0)
          countTags(readTags(tagsOfRow(stream, i), job.text), counts);
    return Promise.resolve(transfer(counts, [counts.buffer]));
  },

  learnTags(tags, firstId) {
    theDesk().tagIds = tagIds(tags, firstId);
    return Promise.resolve();
  },

  copyStream(place, room) {
    const copy = copyStream(streamAt(place), room);
    return Promise.resolve(transfer(copy, buffersOf(copy)));
  },

  noteNgrams(expected) {
    const { streams, isCounted, job } = theDesk();
    const filter = GramFilter.for(expected);
    for (const { place, stream } of streams.values())
      noteNgrams(stream, isCounted[place.split], { filter, order: job.text.order });
    return Promise.resolve(transfer(filter.counters, [filter.counters.buffer]));
  },

  useFilter(counters) {
    theDesk().filter = new GramFilter(counters);
    return Promise.resolve();
  },

  countHeld(share) {
    const held = theDesk();
    const { streams, isCounted, filter } = held;
    held.counts = new GramTable(filter ? filter.repeated / share.of : undefined); // large enough from the start, it rarely grows
    for (const { place, stream } of streams.values())
      countInto(stream, isCounted[place.split], share);
    return Promise.resolve();
  },

  countStream(split, stream, share) {
    countInto(stream, theDesk().isCounted[split], share);
    return Promise.resolve(transfer(stream, buffersOf(stream)));
  },

  takeNgrams() {
    const held = theDesk();
    const list = held.counts.atLeast(held.job.text.minCount);
    held.counts.release();
    held.counts = new GramTable();
    if (held.filter) release(held.filter.counters);
    held.filter = null;
    const buffers = [list.lows.buffer, list.highs.buffer, list.counts.buffer];
    return Promise.resolve(transfer(list, buffers));
  },

  learnNgrams(lows, highs, firstId) {
    theDesk().ids = ngramIds({ lows, highs }, firstId);
    release(lows, highs);
    return Promise.resolve();
  },

  async encodeChunk(place, key) {
    const { ids, job, streams, tagger, tagIds } = theDesk();
    const tagged = tagger.take(place);
    const stream = streamAt(place);
    const encoded = encodeStream(
      stream,
      { table: ids, order: job.text.order },
      tagged && { stream: tagged, ids: tagIds, reading: job.text },
    );
    streams.delete(pieceOf(place));
    await putPieces(await openStore(), key, [[pieceOf(place), encoded]]);
    const bytes = sizeOf(encoded);
    release(stream.words, stream.offsets, stream.lengths);
    release(encoded.words, encoded.others, encoded.otherOffsets);
    return bytes;
  },

  end() {
    desk = null;
    return Promise.resolve();
  },
};

expose(api);
