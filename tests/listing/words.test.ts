// The words that a listing finds are those that the page finds.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { TextSettings } from '../../src/core/settings';
import type { Dataset, Tokenizer } from '../../src/core/types';
import { taskOf } from '../../src/listing/task';
import { vocabularyCode } from '../../src/listing/vocabulary';
import { DEFAULT_TEXT } from '../../src/text/config';
import { openReader } from '../../src/text/reader';
import { tokenize } from '../../src/text/tokenizer';
import { ABOUT, settingsOf } from './cases';
import { findPython, runPython } from './python';

const python = findPython();
const folder = mkdtempSync(join(tmpdir(), 'words-'));
afterAll(() => rmSync(folder, { recursive: true }));

const TEXTS = {
  spaced: [
    "Don't stop: 1,250.5 'quotes' it’s mp3.5, v2.x 3. and 7,a (AP) - $4.2bn…",
    'Élan vital, naïve Straße; ÀÉ snake_case a__b __ x-ray AT&T 50% e.g. U.S.',
    '“Hello” — she said; №5 ½ x² 10:30 http://a.b/c?d=e&f #1 @you',
    '',
    '...',
  ],
  unspaced: [
    '我们在2023年买了3.5公斤iPhone，“好的”。他说：don’t！',
    'カタカナとひらがな、漢字ー 1,000円 ABCテスト',
    '한국어 텍스트 혼합 中文word混排',
    '，。',
  ],
};
const NO_WORDS: Tokenizer = {
  words: [],
  wordCounts: new Uint32Array(),
  ngrams: new Uint32Array(),
  ngramCounts: new Uint32Array(),
  order: 1,
};

async function wordsInPython(text: TextSettings, language: Dataset['language']) {
  const task = taskOf({ ...settingsOf('cnn'), text }, { ...ABOUT, language });
  const code = vocabularyCode(task).split('\n\n').slice(0, 2).join('\n\n');
  const ask = `import json, re\n${code}\nprint(json.dumps([words_of(text) for text in json.loads(r'''${JSON.stringify(TEXTS[language])}''')]))`;
  const { out, errors } = await runPython(python ?? '', ['-X', 'utf8', '-c', ask], folder);
  expect(errors).toBe('');
  return JSON.parse(out) as string[][];
}

describe.skipIf(!python)('the words of a listing', () => {
  const units: TextSettings['unit'][] = ['auto', 'words', 'characters'];
  const forms = (['spaced', 'unspaced'] as const).flatMap((language) =>
    units.flatMap((unit) => [true, false].map((punctuation) => [language, unit, punctuation])),
  ) as [Dataset['language'], TextSettings['unit'], boolean][];

  it('keep capitals where case is kept', async () => {
    const text = { ...DEFAULT_TEXT, lowerCase: false };
    const reader = await openReader(text, 'spaced');
    const expected = TEXTS.spaced.map((each) => tokenize(NO_WORDS, reader, each).texts);
    expect(await wordsInPython(text, 'spaced')).toEqual(expected);
  });

  it.each(forms)(
    'are the page’s: %s texts by %s, punctuation %s',
    async (language, unit, marks) => {
      const text = { ...DEFAULT_TEXT, unit, punctuation: marks };
      const reader = await openReader(text, language);
      const expected = TEXTS[language].map((each) => tokenize(NO_WORDS, reader, each).texts);
      expect(await wordsInPython(text, language)).toEqual(expected);
    },
  );
});
