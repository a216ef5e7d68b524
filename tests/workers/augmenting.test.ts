// Batches whose rows were changed at random: what a model gets is what encoding the changed words from scratch would give.
import { describe, expect, it } from 'vitest';
import { randomUnit } from '../../src/core/random';
import type { AugmentSettings } from '../../src/core/settings';
import { FIRST_WORD_ID, UNKNOWN_ID, type Tokenizer } from '../../src/core/types';
import { DEFAULT_SETTINGS } from '../../src/state/settings.svelte';
import { mostIds, type Examples } from '../../src/nn/examples';
import { writeFeatures } from '../../src/text/encode';
import { ngramsOf } from '../../src/text/tokenizer';
import { Augmenter } from '../../src/train/augment';
import { makeAugment } from '../../src/workers/augmenting';
import { shapeOf } from '../../src/workers/making';

const WORDS = 6;
const BATCH = 8;

/** Every pair of known words is an n-gram, so that any two that come together are known. */
function tokenizerOf(): Tokenizer {
  const ids = Array.from({ length: WORDS }, (_, i) => FIRST_WORD_ID + i);
  const ngrams = Uint32Array.from(ids.flatMap((a) => ids.flatMap((b) => [a, b])));
  const counts = (length: number) => new Uint32Array(length).fill(2);
  return {
    ...{ words: ids.map((id) => `w${id}`), wordCounts: counts(WORDS) },
    ...{ ngrams, ngramCounts: counts(WORDS * WORDS), order: 2 },
  };
}
const tokenizer = tokenizerOf();
const ngrams = ngramsOf(tokenizer);

function featuresOf(words: Uint32Array): Uint32Array {
  const out = new Uint32Array(2 * words.length);
  return out.slice(0, writeFeatures(words, ngrams, out, 0));
}

/** Rows of up to 30 words, known ones and unknown ones; the features of every other row are left out, as few n-grams may be known. */
function examplesOf(rows: number): Examples {
  const offsets = new Uint32Array(rows + 1);
  const ids: number[] = [];
  const features: number[] = [];
  const featureOffsets = new Uint32Array(rows + 1);
  for (let row = 0; row < rows; row++) {
    const length = row === 3 ? 0 : 1 + Math.floor(30 * randomUnit(row, 1, 0));
    const own = Array.from(
      { length },
      (_, i) => UNKNOWN_ID + Math.floor((WORDS + 1) * randomUnit(row, 2, i)),
    );
    ids.push(...own);
    features.push(...featuresOf(Uint32Array.from(own)));
    offsets[row + 1] = ids.length;
    featureOffsets[row + 1] = features.length;
  }
  return {
    labels: Uint16Array.from({ length: rows }, (_, row) => row % 3),
    words: { offsets, ids: Uint32Array.from(ids) },
    features: { offsets: featureOffsets, ids: Uint32Array.from(features) },
  };
}

const examples = examplesOf(40);
const augment: AugmentSettings = { wordDropout: 0.2, swap: 0.3, deletion: 0.2 };
const settings = { ...DEFAULT_SETTINGS, augment };
const batches = [
  { rows: Uint32Array.of(5, 3, 12), length: 0, epoch: 1 },
  { rows: Uint32Array.from({ length: BATCH }, (_, i) => 30 + i), length: 0, epoch: 1 },
  { rows: Uint32Array.of(12, 5), length: 0, epoch: 2 },
];

describe('an augmented batch', () => {
  it('keeps the parts of speech of its rows as they are, behind the features of the words', () => {
    const firstTag = FIRST_WORD_ID + WORDS + WORDS * WORDS;
    const tagsOf = (row: number) =>
      Uint32Array.from({ length: row % 5 }, (_, i) => firstTag + ((row + i) % 3));
    const lists = Array.from({ length: 40 }, (_, row) => {
      const { offsets, ids } = examples.features;
      return [...ids.subarray(offsets[row], offsets[row + 1]), ...tagsOf(row)];
    });
    const offsets = Uint32Array.from([0, ...lists.map(({ length }) => length)]);
    for (let i = 1; i < offsets.length; i++) offsets[i] += offsets[i - 1];
    const tagged = { ...examples, features: { offsets, ids: Uint32Array.from(lists.flat()) } };
    const plain = makeAugment(settings, examples, tokenizer, 'features');
    const change = makeAugment(settings, tagged, tokenizer, 'features');
    for (const batch of batches) {
      const { features: before } = plain!(batch).examples;
      const { features: after } = change!(batch).examples;
      batch.rows.forEach((row, i) => {
        const own = after.ids.slice(after.offsets[i], after.offsets[i + 1]);
        const words = before.ids.slice(before.offsets[i], before.offsets[i + 1]);
        expect(own).toEqual(Uint32Array.from([...words, ...tagsOf(row)]));
      });
    }
  });

  it('has the words that were drawn, the features of these, and the labels of its rows', () => {
    const change = makeAugment(settings, examples, tokenizer, 'features');
    const augmenter = new Augmenter(augment, settings.train.seed);
    for (const batch of batches) {
      const { examples: own, batch: changed } = change!(batch);
      expect(changed).toMatchObject({ epoch: batch.epoch, length: 0 });
      changed.rows.forEach((at, i) => {
        const row = batch.rows[i];
        const { offsets, ids } = examples.words;
        const before = ids.slice(offsets[row], offsets[row + 1]);
        const out = new Uint32Array(before.length);
        const words = out.slice(0, augmenter.write(before, [row, batch.epoch], out, 0));
        const listed = ({ offsets: at0, ids: all }: Examples['words']) =>
          all.slice(at0[at], at0[at + 1]);
        expect(listed(own.words)).toEqual(words);
        expect(listed(own.features)).toEqual(featuresOf(words));
        expect(own.labels[at]).toBe(examples.labels[row]);
        expect(own.features.drawsAt?.[at]).toBe(examples.features.offsets[row]);
      });
    }
  });

  it('leaves the rows themselves alone', () => {
    const before = structuredClone(examples);
    const change = makeAugment(settings, examples, tokenizer, 'features');
    for (const batch of batches) change!(batch);
    expect(examples).toEqual(before);
  });

  it('fits into what a model is made for', () => {
    const most = { wordDropout: 0, swap: 0.5, deletion: 0.5 };
    const data = { classes: 3, batchRows: BATCH, parts: [examples] };
    const { batchFeatures } = shapeOf({ ...settings, augment: most }, tokenizer, data);
    expect(batchFeatures).toBeGreaterThanOrEqual(2 * mostIds(examples.words, BATCH));
    const unchanged = shapeOf(DEFAULT_SETTINGS, tokenizer, data);
    expect(unchanged.batchFeatures).toBe(mostIds(examples.features, BATCH));
  });

  it('is not made where nothing is to change', () => {
    expect(makeAugment(DEFAULT_SETTINGS, examples, tokenizer, 'words')).toBeNull();
  });

  it('has no unknown words where the tokenizer drops them', () => {
    const text = { ...settings.text, unknown: 'drop' as const };
    const own = { ...settings, text, augment: { wordDropout: 0.5, swap: 0, deletion: 0 } };
    const known = {
      ...examples,
      words: {
        ...examples.words,
        ids: examples.words.ids.map((id) => Math.max(id, FIRST_WORD_ID)),
      },
    };
    const { examples: changed } = makeAugment(own, known, tokenizer, 'words')!(batches[1]);
    const { offsets, ids } = changed.words;
    const found = ids.slice(0, offsets[BATCH]);
    expect(found).not.toContain(UNKNOWN_ID);
    expect(found.length).toBeLessThan(known.words.offsets[38] - known.words.offsets[30]);
  });
});
