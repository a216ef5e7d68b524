import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packTexts } from '../../src/core/columns';
import type { TextSettings } from '../../src/core/settings';
import { FIRST_WORD_ID, UNKNOWN_ID, type Tokenizer } from '../../src/core/types';
import { DEFAULT_TEXT } from '../../src/text/config';
import { encodeStream, joinFeatures } from '../../src/text/encode';
import { GramFilter } from '../../src/text/gram-filter';
import { openReader } from '../../src/text/reader';
import { countTags, numberTags, readTags, TAG_FEATURES, tagIds } from '../../src/text/tags';
import { GramTable } from '../../src/text/gram-table';
import { countNgrams, ngramIds, noteNgrams, numberNgrams } from '../../src/text/ngrams';
import { searchTokenizer } from '../../src/text/search';
import {
  countWords,
  cutStream,
  mostRead,
  readWords,
  renumber,
  type Stream,
} from '../../src/text/streams';
import { textOfId, tokenize } from '../../src/text/tokenizer';
import { numberWords } from '../../src/text/vocab';
import { WordTable } from '../../src/text/word-table';
import { START_WORD } from '../../src/text/word-source';

const READ_FROM_START = { cut: 'end', unknown: 'mark' } as const;
const PLAIN = { ...DEFAULT_TEXT, punctuation: false }; // words alone, so that the expected lists stay short

/** The whole way from texts to features, with the chunks dealt out to some readers. */
async function run(
  texts: string[],
  isTrain: boolean[],
  settings: TextSettings,
  readerCount: number,
) {
  const chunkRows = 3;
  const marks = Uint8Array.from(isTrain, Number);
  const readers = await Promise.all(
    Array.from({ length: readerCount }, async () => ({
      ...(await openReader(settings, 'spaced')),
      table: new WordTable(),
      streams: [] as Stream[],
    })),
  );
  for (let start = 0; start < texts.length; start += chunkRows) {
    const reader = readers[(start / chunkRows) % readerCount];
    const column = packTexts(texts.slice(start, start + chunkRows));
    const place = { rowStart: start, most: mostRead(settings) };
    reader.streams.push(readWords(column, reader, place));
  }
  const counted = readers.map(({ table, streams }) => {
    const counts = new Uint32Array(table.size);
    for (const stream of streams) countWords(stream, marks, counts);
    return { list: table.list(), counts };
  });
  const { words, wordCounts, allWords, ids: wordIds } = numberWords(counted, settings);
  readers.forEach(({ streams }, r) =>
    streams.forEach((stream) => {
      renumber(stream, wordIds[r]);
      cutStream(stream, settings);
    }),
  );
  const streams = readers
    .flatMap((reader) => reader.streams)
    .sort((a, b) => a.rowStart - b.rowStart);
  const { minCount } = settings;
  const filter = minCount > 1 ? noteAll(readers, marks, settings) : null;
  const lists = readers.map((_, index) => {
    const table = new GramTable();
    const share = { index, of: readerCount };
    const counter = { table, share, order: settings.order, filter, minCount };
    for (const stream of streams) countNgrams(stream, marks, counter);
    return table.atLeast(minCount);
  });
  const { ngrams, ngramCounts, lows, highs } = numberNgrams(lists, settings);
  const { order } = settings;
  const { tag } = readers[0];
  const tagsOf = (row: number) => tag?.(texts[row]) ?? [];
  const tagCounts = new Uint32Array(TAG_FEATURES);
  texts.forEach((_, i) => {
    if (isTrain[i]) countTags(readTags(tagsOf(i), settings), tagCounts);
  });
  const tags = tag && numberTags(tagCounts, settings.minCount);
  const tokenizer: Tokenizer = {
    ...{ words, wordCounts, ngrams, ngramCounts, order },
    ...(tags && { tags }),
  };
  const firstNgram = FIRST_WORD_ID + words.length;
  const table = ngramIds({ lows, highs }, firstNgram);
  const ids = tags && tagIds(tags, firstNgram + ngramCounts.length);
  const encode = (stream: (typeof streams)[0]) => {
    const rows = Array.from({ length: stream.offsets.length - 1 }, (_, i) =>
      tagsOf(stream.rowStart + i),
    );
    const offsets = Uint32Array.from([
      0,
      ...rows.map((_, i) => rows.slice(0, i + 1).flat().length),
    ]);
    const tagged = { offsets, tags: Uint8Array.from(rows.flat()) };
    return encodeStream(
      stream,
      { table, order },
      ids && { stream: tagged, ids, reading: settings },
    );
  };
  return {
    tokenizer,
    allWords,
    encoded: streams.map(encode),
  };
}

/** What all readers note, in a filter so small that n-grams share its counters. */
function noteAll(readers: { streams: Stream[] }[], marks: Uint8Array, { order }: TextSettings) {
  const whole = new GramFilter(new Uint32Array(1));
  for (const { streams } of readers) {
    const filter = new GramFilter(new Uint32Array(1));
    for (const stream of streams) noteNgrams(stream, marks, { filter, order });
    whole.add(filter);
  }
  return whole;
}

/** The same by plain maps and strings. */
function countPlainly(texts: string[], { maxLength, minCount, order, punctuation }: TextSettings) {
  const start = punctuation ? [START_WORD] : [];
  const words = new Map<string, number>();
  const ngrams = new Map<string, number>();
  const add = (counts: Map<string, number>, key: string) =>
    counts.set(key, (counts.get(key) ?? 0) + 1);
  const rows = texts.map((text) =>
    [...start, ...text.split(' ').filter(Boolean)].slice(0, maxLength),
  );
  for (const row of rows) for (const word of row) add(words, word);
  const known = (word: string) => (words.get(word) ?? 0) >= minCount;
  for (const row of rows)
    for (let n = 2; n <= order; n++)
      for (let i = 0; i + n <= row.length; i++) {
        const gram = row.slice(i, i + n);
        if (gram.every(known)) add(ngrams, gram.join(' '));
      }
  const often = (counts: Map<string, number>) =>
    new Map([...counts].filter(([, count]) => count >= minCount));
  return { words: often(words), ngrams: often(ngrams), allWords: words.size };
}

function textsOf(tokenizer: Tokenizer) {
  const { words, wordCounts, ngramCounts } = tokenizer;
  const first = FIRST_WORD_ID + words.length;
  return {
    words: new Map(words.map((word, i) => [word, wordCounts[i]])),
    ngrams: new Map(
      Array.from(ngramCounts, (count, i) => [textOfId(tokenizer, first + i) ?? '?', count]),
    ),
  };
}

const text = fc
  .array(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { maxLength: 8 })
  .map((words) => words.join(' '));
const settings = fc.record({
  unit: fc.constant('auto' as const),
  punctuation: fc.boolean(),
  order: fc.integer({ min: 1, max: 6 }),
  minCount: fc.integer({ min: 1, max: 3 }),
  maxWords: fc.constantFrom(100, 3),
  maxNgrams: fc.constantFrom(1000, 4),
  maxLength: fc.constantFrom(5, 100),
  cut: fc.constantFrom('end' as const, 'start' as const),
  unknown: fc.constantFrom('mark' as const, 'drop' as const),
  lowerCase: fc.boolean(),
  numbers: fc.constant('keep' as const),
  stopWords: fc.constant('none' as const),
  stemming: fc.constant('none' as const),
  partsOfSpeech: fc.constant(false),
});

describe('text to ids', () => {
  it('counts words and n-grams as plain maps do', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(text, { maxLength: 20 }), settings, async (texts, drawn) => {
        const free = { ...drawn, ...READ_FROM_START, maxWords: 100, maxNgrams: 1000 };
        const { tokenizer, allWords } = await run(
          texts,
          texts.map(() => true),
          free,
          1,
        );
        const expected = countPlainly(texts, free);
        const { words, ngrams } = textsOf(tokenizer);
        expect(words).toEqual(expected.words);
        expect(ngrams).toEqual(expected.ngrams);
        expect(allWords).toBe(expected.allWords);
      }),
    );
  });

  it('gives the same whether one, two, three or four readers share the work', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(text, { maxLength: 30 }), settings, async (texts, drawn) => {
        const isTrain = texts.map((_, i) => i % 4 > 0);
        const alone = await run(texts, isTrain, drawn, 1);
        for (const readers of [2, 3, 4])
          expect(await run(texts, isTrain, drawn, readers)).toEqual(alone);
      }),
    );
  });

  it('keeps the last words of a long text where its start is cut', async () => {
    const settings = { ...PLAIN, minCount: 1, maxLength: 2, cut: 'start' as const };
    const { tokenizer, encoded } = await run(['a b c d'], [true], settings, 1);
    const names = Array.from(encoded[0].words, (id) => textOfId(tokenizer, id));
    expect(names).toEqual(['c', 'd']);
    expect(tokenize(tokenizer, await openReader(settings, 'spaced'), 'a b c d').isRead).toEqual([
      false,
      false,
      true,
      true,
    ]);
  });

  it('closes up around unknown words where they are dropped, before it cuts', async () => {
    const settings = { ...PLAIN, maxLength: 2, unknown: 'drop' as const };
    const { tokenizer, encoded } = await run(
      ['a b', 'a b', 'x a y b'],
      [true, true, true],
      settings,
      1,
    );
    const last = encoded[0].words.slice(encoded[0].wordOffsets[2]);
    expect(Array.from(last, (id) => textOfId(tokenizer, id))).toEqual(['a', 'b']);
  });

  it('learns from the marked rows alone', async () => {
    const texts = ['a b', 'a b', 'c d', 'c d', 'c d'];
    const { tokenizer } = await run(texts, [true, true, false, false, false], PLAIN, 2);
    expect(tokenizer.words).toEqual(['a', 'b']);
    expect(tokenizer.ngramCounts).toEqual(Uint32Array.of(2));
  });

  it('keeps word ids in two bytes where all of them fit', () => {
    const keep = (...ids: number[]) => {
      const words = Uint32Array.from(ids);
      const stream = { rowStart: 0, offsets: Uint32Array.of(0, ids.length), words, lengths: words };
      return encodeStream(stream, { table: new GramTable(), order: 1 }, null).words;
    };
    expect(keep(2, 65_535)).toEqual(Uint16Array.of(2, 65_535));
    expect(keep(2, 65_536)).toEqual(Uint32Array.of(2, 65_536));
  });

  it('encodes each row as the tokenizer does one text', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(text, { maxLength: 20 }), settings, async (texts, drawn) => {
        const { tokenizer, encoded } = await run(
          texts,
          texts.map((_, i) => i % 3 > 0),
          drawn,
          2,
        );
        for (const chunk of encoded) {
          const { rowStart, wordOffsets, words } = chunk;
          const features = joinFeatures(chunk);
          for (let i = 0; i + 1 < wordOffsets.length; i++) {
            const alone = tokenize(
              tokenizer,
              await openReader(drawn, 'spaced'),
              texts[rowStart + i],
            );
            const own = words.slice(wordOffsets[i], wordOffsets[i + 1]);
            expect(Array.from(own)).toEqual(Array.from(alone.words));
            expect(features.ids.slice(features.offsets[i], features.offsets[i + 1])).toEqual(
              alone.features,
            );
            const spelled = alone.ids.map((id) => textOfId(tokenizer, id) ?? '?');
            const known = alone.texts.map((word, k) => (alone.ids[k] === UNKNOWN_ID ? '?' : word));
            expect(spelled).toEqual(known);
          }
        }
      }),
    );
  });

  it('orders words and n-grams by falling count, ties by their text and key', async () => {
    const { tokenizer } = await run(
      ['b a b', 'a c', 'a b'],
      [true, true, true],
      { ...PLAIN, minCount: 1 },
      1,
    );
    expect(tokenizer.words).toEqual(['a', 'b', 'c']);
    expect(Array.from(tokenizer.wordCounts)).toEqual([3, 3, 1]);
    const first = FIRST_WORD_ID + 3;
    expect([0, 1, 2, 3].map((i) => textOfId(tokenizer, first + i))).toEqual([
      'a b',
      'b a',
      'a c',
      null,
    ]);
  });
});

describe('one text', async () => {
  const { tokenizer } = await run(['x y z', 'x y z'], [true, true], { ...PLAIN, order: 3 }, 1);

  it('gives words, unknown ones included, and the known features', async () => {
    const { texts, ids, features } = tokenize(
      tokenizer,
      await openReader(PLAIN, 'spaced'),
      'X, y! new z',
    );
    expect(texts).toEqual(['x', 'y', 'new', 'z']);
    expect(ids).toEqual([2, 3, UNKNOWN_ID, 4]);
    expect(Array.from(features, (id) => textOfId(tokenizer, id))).toEqual(['x', 'y', 'z', 'x y']);
  });

  it('cuts long texts but still tells all words', async () => {
    const short = { ...PLAIN, maxLength: 2 };
    const { texts, words, features } = tokenize(
      tokenizer,
      await openReader(short, 'spaced'),
      'x y z',
    );
    expect(texts).toHaveLength(3);
    expect(Array.from(words)).toEqual([2, 3]);
    expect(Array.from(features, (id) => textOfId(tokenizer, id))).toEqual(['x', 'y', 'x y']);
  });

  it('may be empty', async () => {
    expect(tokenize(tokenizer, await openReader(PLAIN, 'spaced'), '').features).toEqual(
      new Uint32Array(),
    );
  });

  it('goes by the character in Chinese', async () => {
    const settings = { ...PLAIN, minCount: 1 };
    const chinese = (await run(['央行降息 A4'], [true], settings, 1)).tokenizer;
    const { features } = tokenize(chinese, await openReader(settings, 'unspaced'), '央行 a4 加息');
    expect(Array.from(features, (id) => textOfId(chinese, id))).toEqual([
      '央',
      '行',
      'a4',
      '息',
      '央 行',
    ]);
  });
});

describe('the search', async () => {
  const texts = ['new york', 'new york', 'york news', 'newer york'];
  const { tokenizer } = await run(
    texts,
    texts.map(() => true),
    { ...PLAIN, minCount: 1 },
    1,
  );
  const find = (query: string, limit = 10) =>
    searchTokenizer(tokenizer, query, limit).map(({ text: found, count }) => `${found} ${count}`);

  it('gives the most frequent for an empty query', () => {
    expect(find('', 3)).toEqual(['york 4', 'new 2', 'new york 2']);
  });

  it('gives beginnings before middles, each by falling count', () => {
    expect(find('NEW')).toEqual([
      'new 2',
      'new york 2',
      'newer 1',
      'news 1',
      'newer york 1',
      'york news 1',
    ]);
    expect(find('new y')).toEqual(['new york 2']);
    expect(find('zzz')).toEqual([]);
  });
});
