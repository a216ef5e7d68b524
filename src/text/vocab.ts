// The vocabulary: the words of the training rows with ids by falling count, whoever counted them.
import { release } from '../core/arrays';
import { packTexts, unpackTexts } from '../core/columns';
import type { TextSettings } from '../core/settings';
import { FIRST_WORD_ID, UNKNOWN_ID, type TextColumn, type Tokenizer } from '../core/types';
import type { CountedWords } from './streams';
import { WordTable } from './word-table';

/** The words with ids, and for each reader the id of each of its numbers. */
export interface Vocabulary {
  words: string[]; // words[i] has id FIRST_WORD_ID + i
  wordCounts: Uint32Array<ArrayBuffer>;
  allWords: number; // different words seen in the training rows
  ids: Uint32Array<ArrayBuffer>[]; // by reader, then by the reader's number; UNKNOWN_ID for words without an id
}

/** Merges what the readers counted and numbers the words; ties go by the words' UTF-16 order. */
export function numberWords(
  readers: readonly CountedWords[],
  { minCount, maxWords }: Pick<TextSettings, 'minCount' | 'maxWords'>,
): Vocabulary {
  const table = new WordTable(Math.max(16, ...readers.map(({ counts }) => counts.length)));
  const numbers = readers.map(({ list }) => table.addAll(list));
  const counts = new Uint32Array(table.size);
  readers.forEach((reader, r) => {
    for (let i = 0; i < reader.counts.length; i++) counts[numbers[r][i]] += reader.counts[i];
  });

  const often = Uint32Array.from(counts.keys()).filter((number) => counts[number] >= minCount);
  const texts = unpackTexts(columnOf(table, often));
  table.release();
  const ranked = Array.from(texts.keys())
    .sort((a, b) => counts[often[b]] - counts[often[a]] || (texts[a] < texts[b] ? -1 : 1))
    .slice(0, maxWords);
  const idOf = new Uint32Array(counts.length).fill(UNKNOWN_ID);
  ranked.forEach((place, i) => (idOf[often[place]] = FIRST_WORD_ID + i));
  return {
    words: ranked.map((place) => texts[place]),
    wordCounts: Uint32Array.from(ranked, (place) => counts[often[place]]),
    allWords: counts.reduce((sum, count) => sum + Number(count > 0), 0),
    ids: numbers.map((ofReader) => ofReader.map((number) => idOf[number])),
  };
}

/** Gives the readers' words the ids that they have in a tokenizer, which stays as it is. */
export function adoptWords(
  readers: readonly CountedWords[],
  { words, wordCounts }: Tokenizer,
): Vocabulary {
  const { bytes, offsets } = packTexts(words);
  const table = new WordTable(words.length + 1);
  table.addAll({ bytes, starts: offsets });
  const numbers = readers.map(({ list }) => table.addAll(list)); // words that are new to it come behind
  const isSeen = new Uint8Array(table.size);
  readers.forEach(({ counts }, r) =>
    counts.forEach((count, i) => (isSeen[numbers[r][i]] ||= Number(count > 0))),
  );
  return {
    words,
    wordCounts,
    allWords: isSeen.reduce((sum, mark) => sum + mark, 0),
    ids: numbers.map((ofReader) =>
      ofReader.map((number) => (number < words.length ? FIRST_WORD_ID + number : UNKNOWN_ID)),
    ),
  };
}

/** Some words of a table; most words of a language come once, and need not become strings. */
function columnOf(table: WordTable, numbers: Uint32Array): TextColumn {
  const { bytes: all, starts } = table.list();
  const offsets = new Uint32Array(numbers.length + 1);
  for (let i = 0; i < numbers.length; i++)
    offsets[i + 1] = offsets[i] + starts[numbers[i] + 1] - starts[numbers[i]];
  const bytes = new Uint8Array(offsets[numbers.length]);
  for (let i = 0; i < numbers.length; i++)
    bytes.set(all.subarray(starts[numbers[i]], starts[numbers[i] + 1]), offsets[i]);
  release(all, starts);
  return { bytes, offsets };
}
