// Texts prepared in other forms than they stand: stems, stop words, numbers, parts of speech, through the real workers and store.
import { beforeEach, describe, expect, it } from 'vitest';
import { DEFAULT_CLEAN, DEFAULT_SPLIT } from '../../src/clean/config';
import type { Progress } from '../../src/core/progress';
import type { TextSettings } from '../../src/core/settings';
import { getPiece, putPieces } from '../../src/store/artifacts';
import { putChunks } from '../../src/store/chunk';
import { putDataset } from '../../src/store/datasets';
import type { Store } from '../../src/store/db';
import { DEFAULT_TEXT } from '../../src/text/config';
import { openReader } from '../../src/text/reader';
import { PARTS_OF_SPEECH } from '../../src/text/tagger';
import type { TagStream } from '../../src/text/tags';
import { textOfId, tokenize } from '../../src/text/tokenizer';
import { NUMBER_WORD } from '../../src/text/word-forms';
import type { PrepareRequest } from '../../src/workers/api';
import { tagPieceOf } from '../../src/workers/chunk-tagger';
import { loadEncoded, readCleaned } from '../../src/workers/encoded';
import { searchVocabulary } from '../../src/workers/following';
import { prepare } from '../../src/workers/prepare';
import { chunkOf, datasetOf, freshStore, partOf } from '../store/samples';

let store: Store;
beforeEach(async () => {
  store = await freshStore();
});

/** Stores training rows whose labels alternate. */
async function putRows(rows: [string, string][]): Promise<void> {
  await putChunks(store, 'a', 0, [chunkOf(0, rows)]);
  const labels = Uint16Array.from(rows, (_, i) => i % 2);
  await putDataset(store, datasetOf('news', partOf('a', 'train', rows.length)), { a: labels });
}

function requestOf(text: TextSettings): PrepareRequest {
  const datasetId = 'news';
  return { datasetId, clean: DEFAULT_CLEAN, text, split: DEFAULT_SPLIT, tokenizerOf: null };
}

describe('forms of words and parts of speech', () => {
  const ENGLISH: [string, string][] = Array.from({ length: 40 }, (_, i) => [
    `The prices of ${i % 2 ? 'houses' : 'cars'} are rising`,
    `He said that ${i} old dogs slept. They were not running from the quick foxes.`,
  ]);
  const text: TextSettings = {
    ...DEFAULT_TEXT,
    punctuation: false,
    minCount: 1,
    maxLength: 12,
    stemming: 'english',
    stopWords: 'english',
    numbers: 'mark',
    partsOfSpeech: true,
  };

  it('are the same for stored rows and for one text', async () => {
    await putRows(ENGLISH);
    const { key, cleanKey, vocabulary } = await prepare(requestOf(text), () => undefined);
    const { tokenizer, train } = await loadEncoded(key);
    expect(tokenizer.words).toEqual(expect.arrayContaining(['price', 'hous', NUMBER_WORD]));
    expect(tokenizer.words).not.toContain('the');
    expect(vocabulary.tags).toBe(tokenizer.tags?.length);
    const reader = await openReader(text, 'spaced');
    const texts = await readCleaned(cleanKey, 'train', ENGLISH.keys().toArray());
    texts.forEach((cleaned, row) => {
      const alone = tokenize(tokenizer, reader, cleaned);
      const { words, wordOffsets, features, featureOffsets } = train;
      expect(words.slice(wordOffsets[row], wordOffsets[row + 1])).toEqual(alone.words);
      expect(features.slice(featureOffsets[row], featureOffsets[row + 1])).toEqual(alone.features);
      expect(Array.from(alone.features, (id) => textOfId(tokenizer, id))).toContain('pos:Verb');
    });
    const [found] = await searchVocabulary(requestOf(text), 'pos:', 1);
    expect(found).toMatchObject({ kind: 'tag', text: 'pos:Noun' });
  });

  it('are tagged once, whatever the vocabulary, and told of while it lasts', async () => {
    await putRows(ENGLISH);
    const told: Progress[] = [];
    const { cleanKey } = await prepare(requestOf(text), (news) => void told.push(news));
    expect(told.filter(({ phase }) => phase === 'tagging').at(-1)).toMatchObject({ done: 40 });
    const tags = await getPiece<TagStream>(
      store,
      cleanKey,
      tagPieceOf({ split: 'train', index: 0 }),
    );
    expect(tags.offsets).toHaveLength(41);
    // Were the texts tagged anew, the tags in the store would not matter.
    tags.tags.fill(PARTS_OF_SPEECH.length);
    await putPieces(store, cleanKey, [[tagPieceOf({ split: 'train', index: 0 }), tags]]);
    const { key } = await prepare(requestOf({ ...text, minCount: 2 }), () => undefined);
    const { tokenizer } = await loadEncoded(key);
    expect(tokenizer.tags?.map(({ name }) => name)).toEqual(['pos:Other', 'pos:Other>Other']);
  });

  it('are refused where texts are not English', async () => {
    await putRows(
      ENGLISH.map((_, i) => ['Der Preis', `Der Hund ${i} schläft und die Katze wacht nicht auf.`]),
    );
    await expect(prepare(requestOf(text), () => undefined)).rejects.toThrow('config.english');
    const plain = { ...text, partsOfSpeech: false };
    expect((await prepare(requestOf(plain), () => undefined)).vocabulary.tags).toBeUndefined();
  });
});
