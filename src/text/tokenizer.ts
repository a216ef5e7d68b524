// One text through exactly what the dataset went through: words, ids, features. Use and the journey of a row go this way.
import { packTexts } from '../core/columns';
import type { TextSettings } from '../core/settings';
import { FIRST_WORD_ID, UNKNOWN_ID, type Tokenizer } from '../core/types';
import { writeFeatures, type Ngrams } from './encode';
import { adoptNgrams, ngramIds } from './ngrams';
import type { TextReader } from './reader';
import { PARTS_OF_SPEECH, SENTENCE_END } from './tagger';
import { readTags, tagIds, writeTags } from './tags';
import { WordTable } from './word-table';

/** A text as the model gets it. */
export interface TokenizedText {
  texts: string[]; // every word, also those behind the cut
  ids: number[]; // of every word; UNKNOWN_ID for those that the vocabulary lacks
  isRead: boolean[]; // of every word: false for those that were cut or dropped
  words: Uint32Array<ArrayBuffer>; // ids of the words that are read
  features: Uint32Array<ArrayBuffer>; // ids of the known words, n-grams and parts of speech
  tags: string[]; // the parts of speech, in the order of the text; empty where they do not count
}

/** Tables made of a tokenizer, once. */
interface Tables {
  words: WordTable; // number i is the word with id FIRST_WORD_ID + i
  ngrams: Ngrams;
  tags: Uint32Array; // (TAG_FEATURES) ids
}

const opened = new WeakMap<Tokenizer, Tables>();
const decoder = new TextDecoder();
const encoder = new TextEncoder();

/** Turns a cleaned text into words, ids and features; the first call with a tokenizer builds its tables. */
export function tokenize(
  tokenizer: Tokenizer,
  { settings, source, tag }: TextReader,
  text: string,
): TokenizedText {
  const { words: table, ngrams, tags: tagTable } = tablesOf(tokenizer);
  const bytes = encoder.encode(text);
  source.open(bytes, 0, bytes.length);
  const texts: string[] = [];
  const ids: number[] = [];
  while (source.next()) {
    const number = table.find(source.word, source.length, source.hash);
    texts.push(decoder.decode(source.word.subarray(0, source.length)));
    ids.push(number < 0 ? UNKNOWN_ID : FIRST_WORD_ID + number);
  }
  const isRead = readMarks(ids, settings);
  const words = Uint32Array.from(ids.filter((_, i) => isRead[i]));
  const tags = readTags(tag?.(text) ?? [], settings);
  const features = new Uint32Array(tokenizer.order * words.length + 2 * tags.length);
  const end = writeFeatures(words, ngrams, features, 0);
  const count = writeTags(tags, tagTable, features, end);
  return {
    texts,
    ids,
    isRead,
    words,
    features: features.slice(0, count),
    tags: tags.filter((code) => code !== SENTENCE_END).map((code) => PARTS_OF_SPEECH[code - 1]),
  };
}

function readMarks(ids: readonly number[], settings: TextSettings): boolean[] {
  const { maxLength, cut, unknown } = settings;
  const isKept = ids.map((id) => unknown === 'mark' || id !== UNKNOWN_ID);
  let tooMany = isKept.filter(Boolean).length - maxLength;
  const places = [...ids.keys()];
  if (cut === 'end') places.reverse();
  for (const i of places) if (isKept[i] && tooMany-- > 0) isKept[i] = false;
  return isKept;
}

/** The text of a word, an n-gram or a part of speech, by its id; null for ids that stand for nothing. */
export function textOfId(tokenizer: Tokenizer, id: number): string | null {
  const { words, ngrams, ngramCounts, order } = tokenizer;
  const place = id - FIRST_WORD_ID;
  if (place < 0) return null;
  if (place < words.length) return words[place];
  const start = (place - words.length) * order;
  if (start >= ngrams.length)
    return tokenizer.tags?.at(place - words.length - ngramCounts.length)?.name ?? null;
  const parts = ngrams.subarray(start, start + order);
  return Array.from(
    parts.filter((part) => part >= FIRST_WORD_ID),
    (part) => words[part - FIRST_WORD_ID],
  ).join(' ');
}

/** What knows the n-grams of a tokenizer. */
export function ngramsOf(tokenizer: Tokenizer): Ngrams {
  const firstId = FIRST_WORD_ID + tokenizer.words.length;
  return { table: ngramIds(adoptNgrams(tokenizer), firstId), order: tokenizer.order };
}

function tablesOf(tokenizer: Tokenizer): Tables {
  const known = opened.get(tokenizer);
  if (known) return known;
  const { words } = tokenizer;
  const { bytes, offsets } = packTexts(words);
  const table = new WordTable(words.length + 1);
  table.addAll({ bytes, starts: offsets });
  const firstTag = FIRST_WORD_ID + words.length + tokenizer.ngramCounts.length;
  const made = {
    words: table,
    ngrams: ngramsOf(tokenizer),
    tags: tagIds(tokenizer.tags ?? [], firstTag),
  };
  opened.set(tokenizer, made);
  return made;
}
