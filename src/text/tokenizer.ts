// One text through exactly what the dataset went through: words, ids, features. Use and the journey of a row go this way.
import { packTexts } from '../core/columns';
import type { TextSettings } from '../core/settings';
import { FIRST_WORD_ID, UNKNOWN_ID, type Dataset, type Tokenizer } from '../core/types';
import { writeFeatures, type Ngrams } from './encode';
import { adoptNgrams, ngramIds } from './ngrams';
import { wordSource } from './words';
import type { WordSource } from './word-source';
import { WordTable } from './word-table';

/** A text as the model gets it. */
export interface TokenizedText {
  texts: string[]; // every word, also those behind the cut
  ids: number[]; // of every word; UNKNOWN_ID for those that the vocabulary lacks
  isRead: boolean[]; // of every word: false for those that were cut or dropped
  words: Uint32Array<ArrayBuffer>; // ids of the words that are read
  features: Uint32Array<ArrayBuffer>; // ids of the known words and n-grams
}

/** Tables made of a tokenizer, once. */
interface Tables {
  words: WordTable; // number i is the word with id FIRST_WORD_ID + i
  ngrams: Ngrams;
}

const opened = new WeakMap<Tokenizer, Tables>();
const decoder = new TextDecoder();
const encoder = new TextEncoder();

/** Turns a cleaned text into words, ids and features; the first call with a tokenizer builds its tables. */
export function tokenize(
  tokenizer: Tokenizer,
  settings: TextSettings,
  language: Dataset['language'],
  text: string,
): TokenizedText {
  const { words: table, ngrams } = tablesOf(tokenizer);
  const bytes = encoder.encode(text);
  const source: WordSource = wordSource(settings, language);
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
  const features = new Uint32Array(tokenizer.order * words.length);
  const count = writeFeatures(words, ngrams, features, 0);
  return { texts, ids, isRead, words, features: features.slice(0, count) };
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

/** The words of a cleaned text, known or not. */
export function wordsOf(
  text: string,
  settings: TextSettings,
  language: Dataset['language'],
): string[] {
  const bytes = encoder.encode(text);
  const source = wordSource(settings, language);
  source.open(bytes, 0, bytes.length);
  const words: string[] = [];
  while (source.next()) words.push(decoder.decode(source.word.subarray(0, source.length)));
  return words;
}

/** The text of a word or an n-gram, by its id; null for ids that stand for nothing. */
export function textOfId(tokenizer: Tokenizer, id: number): string | null {
  const { words, ngrams, order } = tokenizer;
  const place = id - FIRST_WORD_ID;
  if (place < 0) return null;
  if (place < words.length) return words[place];
  const start = (place - words.length) * order;
  if (start >= ngrams.length) return null;
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
  const made = { words: table, ngrams: ngramsOf(tokenizer) };
  opened.set(tokenizer, made);
  return made;
}
