// Parts of speech: what the tagger says of plain sentences, and what becomes of its tags.
import { describe, expect, it } from 'vitest';
import { DEFAULT_TEXT } from '../../src/text/config';
import { openReader } from '../../src/text/reader';
import { searchTokenizer } from '../../src/text/search';
import { loadTagger, PARTS_OF_SPEECH, SENTENCE_END } from '../../src/text/tagger';
import {
  countTags,
  numberTags,
  readTags,
  tagIds,
  tagNames,
  TAG_FEATURES,
  writeTags,
} from '../../src/text/tags';
import { textOfId, tokenize } from '../../src/text/tokenizer';

const tag = await loadTagger();
const said = (text: string) =>
  tag(text).map((code) => (code === SENTENCE_END ? '|' : PARTS_OF_SPEECH[code - 1]));

describe('the tagger', () => {
  it('tells the parts of plain English sentences, with a mark between two', () => {
    expect(said('The old dog slowly ate seven red apples. She never slept!')).toEqual([
      ...['Determiner', 'Adjective', 'Noun', 'Adverb', 'Verb', 'Value', 'Adjective', 'Noun'],
      ...['|', 'Pronoun', 'Negative', 'Verb'],
    ]);
    expect(said('Where is John from?')).toEqual([
      'QuestionWord',
      'Verb',
      'ProperNoun',
      'Preposition',
    ]);
  });

  it('has nothing to say of nothing, and bears any text', () => {
    expect(tag('')).toEqual([]);
    for (const text of ['...', '😀 \u0000', '我的猫', '<b>x</b>', 'a'.repeat(5000)])
      expect(tag(text).every((code) => code <= PARTS_OF_SPEECH.length)).toBe(true);
  });
});

describe('tags as features', () => {
  const tags = tag('The dog ate. The cat slept.');
  const counts = new Uint32Array(TAG_FEATURES);
  countTags(tags, counts);

  it('are singles, and pairs within a sentence', () => {
    expect(tagNames(tag('The dog ate. She slept.'))).toEqual([
      ...['pos:Determiner', 'pos:Determiner>Noun', 'pos:Noun', 'pos:Noun>Verb', 'pos:Verb'],
      ...['pos:Pronoun', 'pos:Pronoun>Verb', 'pos:Verb'],
    ]);
  });

  it('are numbered by falling count where they come often enough', () => {
    expect(numberTags(counts, 2)).toEqual(
      ['pos:Noun', 'pos:Verb', 'pos:Determiner', 'pos:Noun>Verb', 'pos:Determiner>Noun'].map(
        (name) => ({ name, count: 2 }),
      ),
    );
    expect(numberTags(counts, 3)).toEqual([]);
  });

  it('are written by their ids, those without one left out', () => {
    const ids = tagIds(
      [
        { name: 'pos:Verb', count: 9 },
        { name: 'pos:Gone', count: 1 },
      ],
      100,
    );
    const out = new Uint32Array(2 * tags.length);
    expect(writeTags(tags, ids, out, 0)).toBe(2);
    expect(Array.from(out.subarray(0, 2))).toEqual([100, 100]);
  });

  it('are cut as words are', () => {
    expect(readTags([1, 2, 3], { maxLength: 2, cut: 'end' })).toEqual([1, 2]);
    expect(readTags([1, 2, 3], { maxLength: 2, cut: 'start' })).toEqual([2, 3]);
  });
});

describe('a tokenizer with parts of speech', () => {
  const tokenizer = {
    words: ['dog', 'ate'],
    wordCounts: Uint32Array.of(3, 1),
    ngrams: Uint32Array.of(2, 3),
    ngramCounts: Uint32Array.of(2),
    order: 2,
    tags: [
      { name: 'pos:Noun', count: 4 },
      { name: 'pos:Noun>Verb', count: 2 },
      { name: 'pos:Verb', count: 1 },
    ],
  };

  it('gives them ids behind the n-grams', async () => {
    const settings = { ...DEFAULT_TEXT, punctuation: false, partsOfSpeech: true };
    const { features, tags } = tokenize(tokenizer, await openReader(settings, 'spaced'), 'dog ate');
    const names = Array.from(features, (id) => textOfId(tokenizer, id));
    expect(names).toEqual(['dog', 'ate', 'dog ate', 'pos:Noun', 'pos:Noun>Verb', 'pos:Verb']);
    expect(tags).toEqual(['Noun', 'Verb']);
    expect(textOfId(tokenizer, 8)).toBeNull();
  });

  it('finds them in the vocabulary, by falling count among the words', () => {
    const found = searchTokenizer(tokenizer, '', 9).map(({ text, kind }) => `${kind} ${text}`);
    expect(found).toEqual([
      ...['tag pos:Noun', 'word dog', 'ngram dog ate', 'tag pos:Noun>Verb', 'word ate'],
      'tag pos:Verb',
    ]);
    expect(searchTokenizer(tokenizer, 'POS:verb', 9)).toMatchObject([{ text: 'pos:Verb', id: 7 }]);
  });
});
