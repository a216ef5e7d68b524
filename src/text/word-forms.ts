// What becomes of a word before it is counted: a number may be marked or dropped, a stop word goes, an ending is taken off. In this
// order, so that lists name words as they stand in texts. Stemming by the Snowball algorithms (Porter 2001),
// https://snowballstem.org; the lists and the stemmers are loaded when a setting asks for them.
import { STOPPED } from '../core/languages';
import type { TextSettings } from '../core/settings';
import { START_WORD } from './word-source';

/** The word that stands for every number. */
export const NUMBER_WORD = '⟨number⟩';

/** Tells what becomes of a word; null = it goes. */
export type FormOf = (word: string) => string | null;

/** The settings that change words. */
export type FormSettings = Pick<TextSettings, 'numbers' | 'stopWords' | 'stemming'>;

const NUMBER = /^\p{Nd}+(?:[.,]\p{Nd}+)*$/u;

/** Loads what the settings need; null = every word stays as it is. */
export async function loadForms({
  numbers,
  stopWords,
  stemming,
}: FormSettings): Promise<FormOf | null> {
  if (numbers === 'keep' && stopWords === 'none' && stemming === 'none') return null;
  const [stops, stem] = await Promise.all([loadStops(stopWords), loadStemmer(stemming)]);
  const number = { mark: NUMBER_WORD, drop: null };
  return (word) => {
    if (word === START_WORD) return word;
    if (numbers !== 'keep' && NUMBER.test(word)) return number[numbers];
    if (stops.has(word) || stops.has(word.toLowerCase())) return null;
    return stem(word);
  };
}

async function loadStops(language: TextSettings['stopWords']): Promise<ReadonlySet<string>> {
  if (language === 'none') return new Set();
  const lists = await import('stopword');
  return new Set(lists[STOPPED[language]]);
}

async function loadStemmer(language: TextSettings['stemming']): Promise<(word: string) => string> {
  if (language === 'none') return (word) => word;
  const { default: snowball } = await import('snowball-stemmers');
  const stemmer = snowball.newStemmer(language);
  return (word) => (/\p{L}/u.test(word) && stemmer.stem(word)) || word; // nothing is left of "'s" alone
}
