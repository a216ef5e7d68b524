// What becomes of words before they are counted, in several languages, and that rows and single texts go the same way.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packTexts } from '../../src/core/columns';
import { STEMMED, STOPPED, type Stemmed, type Stopped } from '../../src/core/languages';
import type { TextSettings } from '../../src/core/settings';
import { FIRST_WORD_ID, type Dataset, type Tokenizer } from '../../src/core/types';
import { DEFAULT_TEXT } from '../../src/text/config';
import { openReader, wordsOf } from '../../src/text/reader';
import { readWords, mostRead } from '../../src/text/streams';
import { tokenize } from '../../src/text/tokenizer';
import { NUMBER_WORD } from '../../src/text/word-forms';
import { START_WORD } from '../../src/text/word-source';
import { WordTable } from '../../src/text/word-table';

const PLAIN: TextSettings = { ...DEFAULT_TEXT, punctuation: false };

async function words(
  text: string,
  settings: Partial<TextSettings>,
  language: Dataset['language'] = 'spaced',
) {
  return wordsOf(await openReader({ ...PLAIN, ...settings }, language), text);
}

describe('numbers', () => {
  const text = 'In 2004 it rose 3.5% to 1,250 in Q3, १२.३४ mp3';

  it('stay unless one asks otherwise', async () => {
    expect(await words(text, {})).toContain('2004');
  });

  it('may all become one word', async () => {
    const n = NUMBER_WORD;
    const expected = ['in', n, 'it', 'rose', n, 'to', n, 'in', 'q3', n, 'mp3'];
    expect(await words(text, { numbers: 'mark' })).toEqual(expected);
  });

  it('may go, and words that hold digits stay', async () => {
    const expected = ['in', 'it', 'rose', 'to', 'in', 'q3', 'mp3'];
    expect(await words(text, { numbers: 'drop' })).toEqual(expected);
  });
});

describe('case', () => {
  it('is kept where one asks for it, with one form for all apostrophes', async () => {
    const found = await words('Apple’s ÉCOLE iPhone', { lowerCase: false });
    expect(found).toEqual(["Apple's", 'ÉCOLE', 'iPhone']);
    const marked = await words('Apple’s', { lowerCase: false, punctuation: true });
    expect(marked).toEqual([START_WORD, 'Apple', "'", 's']);
  });

  it('is kept by the browser’s words too', async () => {
    expect(await words('Hello World', { unit: 'segmenter', lowerCase: false })).toEqual([
      'Hello',
      'World',
    ]);
  });
});

describe('stop words', () => {
  it.each<[Stopped, string, string[], Dataset['language']]>([
    ['english', 'The price of oil is rising', ['price', 'oil', 'rising'], 'spaced'],
    ['german', 'Der Preis und das Öl', ['preis', 'öl'], 'spaced'],
    ['french', 'Le prix du pétrole et la mer', ['prix', 'pétrole', 'mer'], 'spaced'],
    ['spanish', 'El precio de la casa', ['precio', 'casa'], 'spaced'],
    ['chinese', '我的猫在家', ['猫', '家'], 'unspaced'],
  ])('of %s go: %j', async (stopWords, text, expected, language) => {
    expect(await words(text, { stopWords }, language)).toEqual(expected);
  });

  it('go in capitals too, where case is kept', async () => {
    const found = await words('THE Price Of Oil', { stopWords: 'english', lowerCase: false });
    expect(found).toEqual(['Price', 'Oil']);
  });

  it('go before n-grams are made and texts are cut', async () => {
    const settings = { ...PLAIN, stopWords: 'english', maxLength: 2 } as const;
    const tokenizer = tokenizerOf(['price', 'oil', 'sea']);
    const found = tokenize(
      tokenizer,
      await openReader(settings, 'spaced'),
      'the price of the oil of the sea',
    );
    expect(Array.from(found.words)).toEqual([FIRST_WORD_ID, FIRST_WORD_ID + 1]);
    expect(found.texts).toEqual(['price', 'oil', 'sea']);
  });

  it.each(Object.keys(STOPPED) as Stopped[])('are listed for %s', async (stopWords) => {
    expect(await words('zzz', { stopWords })).toEqual(['zzz']);
  });
});

describe('stems', () => {
  // As the Snowball project's own vocabularies have them.
  it.each<[Stemmed, string, string]>([
    ['english', 'prices rising generously skies', 'price rise generous sky'],
    ['porter', 'prices rising generously skies', 'price rise gener ski'],
    ['german', 'häuser aufeinander kategorie', 'haus aufeinand kategori'],
    ['french', 'continuellement majestueux', 'continuel majestu'],
    ['spanish', 'chicas torneado', 'chic torn'],
    ['russian', 'важная павла', 'важн павл'],
    ['italian', 'abbandonata pronunciare', 'abbandon pronunc'],
    ['swedish', 'jaktkarlarne', 'jaktkarl'],
  ])('of %s: %j', async (stemming, text, expected) => {
    expect(await words(text, { stemming })).toEqual(expected.split(' '));
  });

  it('leave marks, numbers and the start of a text alone', async () => {
    const settings = { stemming: 'english', punctuation: true } as const;
    expect(await words("'s 3.5 – 's", settings)).toEqual([
      START_WORD,
      "'",
      's',
      '3.5',
      '–',
      "'",
      's',
    ]);
  });

  it.each(Object.keys(STEMMED) as Stemmed[])(
    'are found for %s, and no word vanishes',
    async (stemming) => {
      const text = "it's l'eau été und niños ing ed s x";
      const found = await words(text, { stemming });
      expect(found).toHaveLength((await words(text, {})).length);
      expect(found).not.toContain('');
    },
  );
});

describe('rows and single texts', () => {
  const settings: fc.Arbitrary<TextSettings> = fc.record({
    ...Object.fromEntries(
      Object.entries(DEFAULT_TEXT).map(([key, value]) => [key, fc.constant(value)]),
    ),
    unit: fc.constantFrom('auto', 'words', 'characters', 'segmenter'),
    punctuation: fc.boolean(),
    lowerCase: fc.boolean(),
    numbers: fc.constantFrom('keep', 'mark', 'drop'),
    stopWords: fc.constantFrom('none', 'english', 'german', 'chinese'),
    stemming: fc.constantFrom('none', 'english', 'french', 'russian'),
  }) as unknown as fc.Arbitrary<TextSettings>;
  const piece = fc.oneof(
    fc.constantFrom(
      'The',
      'prices',
      ' ',
      "it's",
      '2,5',
      '我的',
      'ÜBER',
      'été',
      '𝐀',
      '😀',
      'e\u0301',
      '.',
    ),
    fc.string({ unit: 'grapheme', maxLength: 6 }).map((text) => text.toWellFormed()),
  );
  const text = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(' '));
  const languages = fc.constantFrom<Dataset['language']>('spaced', 'unspaced');

  it('give the same words, whatever the settings', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(text, { maxLength: 6 }),
        settings,
        languages,
        async (texts, drawn, language) => {
          const { source } = await openReader(drawn, language);
          const table = new WordTable();
          const place = { rowStart: 0, most: mostRead(drawn) };
          const {
            offsets,
            words: numbers,
            lengths,
          } = readWords(packTexts(texts), { source, table }, place);
          const spelled = new TextDecoder();
          const { bytes, starts } = table.list();
          const byRow = texts.map((_, row) =>
            Array.from(numbers.subarray(offsets[row], offsets[row + 1]), (n) =>
              spelled.decode(bytes.subarray(starts[n], starts[n + 1])),
            ),
          );
          // Every text by a reader of its own, as a typed text is read.
          const alone = await Promise.all(
            texts.map(async (each) =>
              tokenize(tokenizerOf([]), await openReader(drawn, language), each),
            ),
          );
          expect(byRow).toEqual(alone.map(({ texts: own }) => own));
          expect(Array.from(lengths)).toEqual(alone.map(({ texts: own }) => own.length));
        },
      ),
      { numRuns: 300 },
    );
  });
});

function tokenizerOf(known: string[]): Tokenizer {
  const none = new Uint32Array();
  const wordCounts = new Uint32Array(known.length).fill(1);
  return { words: known, wordCounts, ngrams: none, ngramCounts: none, order: 1 };
}
