import { beforeEach, describe, expect, it } from 'vitest';
import { DEFAULT_CLEAN, DEFAULT_SPLIT } from '../../src/clean/config';
import type { Progress } from '../../src/core/progress';
import { randomUnit } from '../../src/core/random';
import {
  CHUNK_ROWS,
  FIRST_WORD_ID,
  PAD_ID,
  UNKNOWN_ID,
  type Dataset,
  type EncodedChunk,
  type Rule,
  type Split,
} from '../../src/core/types';
import { hasArtifact, beginArtifact } from '../../src/store/artifacts';
import { putChunks } from '../../src/store/chunk';
import { putDataset } from '../../src/store/datasets';
import { openStore, type Store } from '../../src/store/db';
import { DEFAULT_TEXT } from '../../src/text/config';
import { textOfId } from '../../src/text/tokenizer';
import type { PrepareRequest } from '../../src/workers/api';
import { readAll } from '../../src/workers/cleaning';
import { encodeAll, learn } from '../../src/workers/counting';
import { loadEncoded, readCleaned } from '../../src/workers/encoded';
import { followRow, searchVocabulary } from '../../src/workers/following';
import { pieceOf } from '../../src/workers/pieces';
import { Pool } from '../../src/workers/pool';
import { auditCleaning, prepare } from '../../src/workers/prepare';
import { artifactOf, chunkOf, datasetOf, freshStore, partOf } from '../store/samples';

type Row = [title: string, text: string];
type Ids = Uint8Array | Uint16Array | Uint32Array;

// Item by item, vitest's own comparison of all that is encoded takes half a minute.
const isIds = (value: unknown): value is Ids =>
  [Uint8Array, Uint16Array, Uint32Array].some((kind) => value instanceof kind);
expect.addEqualityTesters([
  (a, b) => {
    if (!isIds(a) || !isIds(b) || a.constructor !== b.constructor) return undefined;
    return a.length === b.length && a.every((id, i) => id === b[i]);
  },
]);

const PLAIN = { ...DEFAULT_TEXT, punctuation: false }; // words alone, so that the expected lists stay short

let store: Store;
let partNumber = 0;

beforeEach(async () => {
  store = await freshStore();
});

async function putPart(split: Split, rows: Row[], labels: number[]) {
  const id = `part${++partNumber}`;
  const chunkCount = Math.ceil(rows.length / CHUNK_ROWS);
  for (let i = 0; i < chunkCount; i++) {
    const start = i * CHUNK_ROWS;
    await putChunks(store, id, i, [chunkOf(start, rows.slice(start, start + CHUNK_ROWS))]);
  }
  return {
    part: partOf(id, split, rows.length, chunkCount),
    labels: { [id]: Uint16Array.from(labels) },
  };
}

/** Stores a dataset; labels alternate. */
async function putRows(train: Row[], test: Row[] | null, language: Dataset['language'] = 'spaced') {
  const alternating = (rows: Row[]) => rows.map((_, i) => i % 2);
  const trainPart = await putPart('train', train, alternating(train));
  const testPart = test && (await putPart('test', test, alternating(test)));
  const dataset = { ...datasetOf('news', trainPart.part, testPart?.part ?? null), language };
  return putDataset(store, dataset, { ...trainPart.labels, ...testPart?.labels });
}

function request(change: Partial<PrepareRequest> = {}): PrepareRequest {
  return {
    datasetId: 'news',
    clean: DEFAULT_CLEAN,
    text: PLAIN,
    split: DEFAULT_SPLIT,
    tokenizerOf: null,
    ...change,
  };
}

const quiet = () => undefined;

/** Rows of made-up words, some of them frequent, with blemishes and repeats. */
function drawRows(count: number, seed: number): Row[] {
  return Array.from({ length: count }, (_, row): Row => {
    const word = (i: number) => `w${Math.floor(400 * randomUnit(seed, row, i) ** 3)}`;
    const length = 5 + Math.floor(20 * randomUnit(seed, row, 1000));
    const text = Array.from({ length }, (_, i) => word(i)).join(' ');
    return [row % 5 === 0 ? '' : `T ${word(99)}`, row % 7 === 0 ? `${text} #39;s` : text];
  });
}

const NEWS: Row[] = [
  ['Oil #39;s price', 'oil rises\\again as the bank waits (AP)'],
  ['', 'team wins cup'],
  ['Oil #39;s price', 'oil rises\\again as the bank waits (AP)'],
  ['Team', 'wins a <b>cup</b> at http://x.com/y'],
  ['', ''],
  ['Rates', 'rise again'],
  ['Team', 'loses the cup'],
  ['Oil', 'rises'],
];
const TEST: Row[] = [
  ['Rates', 'rise again'],
  ['', ''],
  ['Unseen', 'words'],
];

describe('preparing', () => {
  it('cleans, divides, learns and stores, and tells it all', async () => {
    await putRows(NEWS, TEST);
    const phases = new Set<string>();
    const tell = ({ phase }: Progress) => phases.add(phase);
    const prepared = await prepare(
      request({ split: { ...DEFAULT_SPLIT, validationShare: 0.2 } }),
      tell,
    );
    expect(phases).toEqual(new Set(['cleaning', 'encoding']));
    expect(prepared.report.read).toEqual({ train: 8, test: 3 });
    expect(prepared.report.kept).toEqual({ train: 5, test: 3 });
    expect(prepared.rows).toEqual({
      train: 4,
      validation: 1,
      test: 3,
      testIsHeldOut: false,
      near: 0,
    });

    const count = (rule: Rule) => {
      const { train, test } = prepared.report.rules.find((each) => each.rule === rule)!;
      return [train, test];
    };
    expect(count('entities')).toEqual([2, 0]);
    expect(count('backslashes')).toEqual([2, 0]);
    expect(count('tags')).toEqual([1, 0]);
    expect(count('links')).toEqual([1, 0]);
    expect(count('agencies')).toEqual([2, 0]);
    expect(count('empty')).toEqual([1, 1]);
    expect(count('duplicates')).toEqual([1, 0]);
    expect(count('leaks')).toEqual([1, 1]);

    const texts = await readCleaned(prepared.cleanKey, 'train', [3, 0, 1]);
    expect(texts).toEqual([
      'Team wins a cup at',
      "Oil's price oil rises again as the bank waits (AP)",
      'team wins cup',
    ]);

    const { tokenizer, assignment, train, test } = await loadEncoded(prepared.key);
    expect(assignment.train.length + assignment.validation.length).toBe(5);
    expect(train.labels).toEqual(Uint16Array.from([0, 1, 0, 1, 0, 1, 0, 1]));
    expect(train.wordOffsets).toHaveLength(9);
    expect(test.featureOffsets).toHaveLength(4);
    const row = train.words.slice(train.wordOffsets[3], train.wordOffsets[4]);
    const spelled = Array.from(row, (id) => textOfId(tokenizer, id));
    expect(
      spelled.filter((word) => word !== null).every((word) => 'team wins a cup at'.includes(word)),
    ).toBe(true);
    expect(prepared.vocabulary.words).toBe(tokenizer.words.length);
    expect(prepared.vocabulary.ngrams).toBe(tokenizer.ngramCounts.length);
  });

  it('shows what was done as an editor does', async () => {
    await putRows(NEWS, TEST);
    const { rules } = await auditCleaning('news', DEFAULT_CLEAN, quiet);
    const marksOf = (rule: Rule) =>
      rules.find((each) => each.rule === rule)!.examples.map(({ marks }) => marks);
    expect(
      marksOf('tags')[0]
        .filter(({ kind }) => kind === 'deleted')
        .map(({ text }) => text),
    ).toEqual(['<b>', '</b>']);
    expect(marksOf('duplicates')).toEqual([
      [{ kind: 'deleted', text: "Oil's price oil rises again as the bank waits (AP)" }],
    ]);
    expect(marksOf('agencies')[0].map(({ kind }) => kind)).toContain('deleted');
  });

  it('finds ready what was done before, and cleans anew only when cleaning changed', async () => {
    await putRows(NEWS, TEST);
    const first = await prepare(request(), quiet);
    expect(first.seconds.clean).toBeGreaterThan(0);
    expect(await prepare(request(), quiet)).toEqual({ ...first, seconds: { clean: 0, encode: 0 } });

    const otherText = await prepare(request({ text: { ...PLAIN, order: 3 } }), quiet);
    expect(otherText.cleanKey).toBe(first.cleanKey);
    expect(otherText.key).not.toBe(first.key);
    expect(otherText.seconds.clean).toBe(0);
    expect(otherText.seconds.encode).toBeGreaterThan(0);

    const rules = { ...DEFAULT_CLEAN.rules, agencies: true };
    const otherClean = await prepare(request({ clean: { ...DEFAULT_CLEAN, rules } }), quiet);
    expect(otherClean.cleanKey).not.toBe(first.cleanKey);
    expect(await readCleaned(otherClean.cleanKey, 'train', [0])).toEqual([
      "Oil's price oil rises again as the bank waits",
    ]);
    expect(otherClean.report.kept.train).toBe(5);
  });

  it('audits without keeping texts, and says the same as preparing', async () => {
    await putRows(NEWS, TEST);
    const audit = await auditCleaning('news', DEFAULT_CLEAN, quiet);
    expect(await auditCleaning('news', DEFAULT_CLEAN, quiet)).toEqual(audit);
    const { report, cleanKey } = await prepare(request(), quiet);
    expect(report).toEqual(audit);
    expect(await hasArtifact(store, cleanKey)).toBe(true);
  });

  it('lets go what settings long changed had made, and finds the newest ready', async () => {
    await putRows(NEWS, TEST);
    const keys: string[] = [];
    for (const minCount of [1, 2, 3, 4, 5])
      keys.push((await prepare(request({ text: { ...PLAIN, minCount } }), quiet)).key);
    expect(await Promise.all(keys.map((key) => hasArtifact(store, key)))).toEqual([
      false,
      false,
      true,
      true,
      true,
    ]);
    const text = { ...PLAIN, minCount: 5 };
    const { cleanKey, seconds } = await prepare(request({ text }), quiet);
    expect(seconds.encode).toBe(0);
    expect(await readCleaned(cleanKey, 'train', [1])).toEqual(['team wins cup']);
  });

  it('keeps no words twice, and reads rows that were kept with them', async () => {
    await putRows(drawRows(60, 5), drawRows(9, 6));
    const { key } = await prepare(request(), quiet);
    const whole = await loadEncoded(key);
    for (const split of ['train', 'test'] as const) {
      const { featureOffsets, features } = whole[split];
      const place: [string, string] = [key, pieceOf({ split, index: 0 })];
      const kept = (await store.get('artifacts', place)) as EncodedChunk;
      const { rowStart, wordOffsets, words, others } = kept;
      expect(others.some((id) => whole.tokenizer.words.length + FIRST_WORD_ID > id)).toBe(false);
      expect(others.length).toBeGreaterThan(0);
      const older = { rowStart, wordOffsets, words, featureOffsets, features };
      await store.put('artifacts', older, place);
    }
    expect(await loadEncoded(key)).toEqual(whole);
  });

  it('sets a tenth of train aside where there is no test file', async () => {
    await putRows(drawRows(200, 3), null);
    const prepared = await prepare(request(), quiet);
    expect(prepared.rows).toEqual({
      train: 162,
      validation: 18,
      test: 20,
      testIsHeldOut: true,
      near: 0,
    });
    const { assignment, train, test } = await loadEncoded(prepared.key);
    expect(test).toBe(train);
    expect(new Set([...assignment.train, ...assignment.validation, ...assignment.test]).size).toBe(
      200,
    );
  });

  it('refuses a dataset with nothing to learn from', async () => {
    await putRows([['', '']], null);
    await expect(prepare(request(), quiet)).rejects.toThrow('train.rows {"found":0,"needed":2}');
    const none = await prepare(request(), quiet).catch((error: Error) => error.name);
    expect(none).toBe('bad-config');
    const text = { ...PLAIN, order: 4 };
    await expect(prepare(request({ text }), quiet)).rejects.toThrow('config.range');
  });

  it('serves calls at the same time one after another', async () => {
    await putRows(NEWS, TEST);
    const [a, b, c] = await Promise.all([
      prepare(request(), quiet),
      prepare(request({ text: { ...PLAIN, minCount: 1 } }), quiet),
      auditCleaning('news', DEFAULT_CLEAN, quiet),
    ]);
    expect(a.report).toEqual(c);
    expect(b.vocabulary.words).toBeGreaterThan(a.vocabulary.words);
  });
});

describe('the number of text workers', () => {
  it('changes nothing in what is learned and stored', async () => {
    const dataset = await putRows(drawRows(9000, 1), drawRows(4500, 2));
    const text = { ...PLAIN, order: 3 };
    const assignment = {
      train: Uint32Array.from({ length: 8000 }, (_, i) => i),
      validation: Uint32Array.from({ length: 1000 }, (_, i) => 8000 + i),
      test: Uint32Array.from({ length: 4500 }, (_, i) => i),
      testIsHeldOut: false,
      near: 0,
    };
    const results = [];
    for (const size of [1, 2, 4]) {
      const pool = new Pool(size);
      const key = `by ${size}`;
      const job = {
        clean: DEFAULT_CLEAN,
        text,
        language: dataset.language,
        cleanKey: `clean ${key}`,
        readsWords: true,
      };
      for (const artifact of [key, job.cleanKey])
        await beginArtifact(store, artifactOf(artifact, dataset.id));
      await pool.all((worker) => worker.begin(job));
      const chunks = await readAll(pool, dataset, DEFAULT_CLEAN, quiet);
      const learned = await learn(pool, chunks, assignment, { dataset, text, given: null });
      const sizeBytes = await encodeAll(pool, chunks, key, quiet);
      await pool.all((worker) => worker.end());
      const pieces = await (
        await openStore()
      ).getAll('artifacts', IDBKeyRange.bound([key], [key, []]));
      results.push({
        learned,
        sizeBytes,
        pieces,
        accounts: chunks.map(({ news }) => news.account),
      });
    }
    expect(results[0].learned.tokenizer.words.length).toBeGreaterThan(300);
    expect(results[0].learned.tokenizer.ngramCounts.length).toBeGreaterThan(1000);
    expect(results[0].learned.unknownShare).toBeLessThan(0.01);
    expect(results[0].pieces).toHaveLength(5);
    expect(results[1]).toEqual(results[0]);
    expect(results[2]).toEqual(results[0]);
  });
});

describe('looking into what was prepared', () => {
  it('follows a row from its fields to padded ids', async () => {
    await putRows(NEWS, TEST);
    const text = { ...PLAIN, minCount: 1, maxLength: 8 };
    const journey = await followRow(request({ text }), 'train', 0);
    expect(journey.original).toEqual([
      'Oil #39;s price',
      'oil rises\\again as the bank waits (AP)',
    ]);
    expect(journey.cleaned).toBe("Oil's price oil rises again as the bank waits (AP)");
    expect(journey.dropped).toBeNull();
    expect(journey.tokens.map((token) => token.text)).toEqual([
      "oil's",
      'price',
      'oil',
      'rises',
      'again',
      'as',
      'the',
      'bank',
      'waits',
      'ap',
    ]);
    expect(journey.tokens.map(({ state }) => state).slice(7)).toEqual(['known', 'cut', 'cut']);
    expect(journey.padded).toHaveLength(8);
    expect(
      journey.marks.map(({ text: part, kind }) => (kind === 'deleted' ? '' : part)).join(''),
    ).toBe(journey.cleaned);

    const short = await followRow(request({ text }), 'test', 2);
    expect(short.tokens.map(({ id, state }) => [id, state])).toEqual([
      [UNKNOWN_ID, 'unknown'],
      [UNKNOWN_ID, 'unknown'],
    ]);
    expect(short.padded.slice(0, 3)).toEqual([UNKNOWN_ID, UNKNOWN_ID, PAD_ID]);
    expect((await followRow(request({ text }), 'train', 2)).dropped).toBe('duplicates');
    expect((await followRow(request({ text }), 'train', 5)).dropped).toBe('leaks');
    await expect(followRow(request({ text }), 'train', 99)).rejects.toThrow('store.missing');
  });

  it('searches the vocabulary', async () => {
    await putRows(drawRows(500, 4), null);
    const [top] = await searchVocabulary(request(), '', 1);
    expect(top).toMatchObject({ text: 'w0', id: FIRST_WORD_ID, kind: 'word' });
    const pairs = await searchVocabulary(request(), 'w0 w0', 3);
    expect(pairs[0]).toMatchObject({ text: 'w0 w0', kind: 'ngram' });
  });

  it('goes by the character in Chinese, with Latin words whole', async () => {
    await putRows(
      [
        ['央行', '降息 #39;A4 quot;'],
        ['央行', '加息'],
      ],
      null,
      'unspaced',
    );
    const split = { ...DEFAULT_SPLIT, validationShare: 0.01 };
    const text = { ...PLAIN, minCount: 1 };
    const journey = await followRow(request({ text, split }), 'train', 0);
    expect(journey.tokens.map((token) => token.text)).toEqual(['央', '行', '降', '息', 'a4']);
    expect(journey.ngrams.map((ngram) => ngram.text)).toEqual(['央 行', '行 降', '降 息', '息 a4']);
  });
});
