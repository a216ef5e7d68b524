// What reads texts as the settings ask for: the words of each, in their forms, and the parts of speech where these count.
import type { TextSettings } from '../core/settings';
import type { Dataset } from '../core/types';
import { FormedWords } from './formed-words';
import { loadTagger, type Tagger } from './tagger';
import { loadForms } from './word-forms';
import type { WordSource } from './word-source';
import { wordSource } from './words';

const decoder = new TextDecoder();
const encoder = new TextEncoder();

/** A reader of texts; one text at a time. */
export interface TextReader {
  settings: TextSettings;
  source: WordSource;
  tag: Tagger | null; // null = parts of speech do not count
}

/** Loads what the settings need and makes a reader. */
export async function openReader(
  settings: TextSettings,
  language: Dataset['language'],
): Promise<TextReader> {
  const [formOf, tag] = await Promise.all([
    loadForms(settings),
    settings.partsOfSpeech ? loadTagger() : null,
  ]);
  const words = wordSource(settings, language);
  return { settings, source: formOf ? new FormedWords(words, formOf) : words, tag };
}

/** All words of a text, in their forms. */
export function wordsOf({ source }: TextReader, text: string): string[] {
  const bytes = encoder.encode(text);
  source.open(bytes, 0, bytes.length);
  const words: string[] = [];
  while (source.next()) words.push(decoder.decode(source.word.subarray(0, source.length)));
  return words;
}
