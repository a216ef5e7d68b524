// Which rows share a batch, in which order, and at which length.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shuffle } from '../../src/core/random';
import type { Batch } from '../../src/models/model';
import type { IdLists } from '../../src/nn/examples';
import { Batches, batchRowsOf } from '../../src/train/batches';
import { MOST_LENGTHS } from '../../src/core/batch-lengths';
import { lengthsOf } from '../../src/train/lengths';

/** Rows of so many words each. */
function wordsOf(lengths: number[]): IdLists {
  const offsets = new Uint32Array(lengths.length + 1);
  lengths.forEach((length, i) => (offsets[i + 1] = offsets[i] + length));
  return { offsets, ids: new Uint32Array(offsets[lengths.length]).fill(2) };
}

const indices = (count: number) => Uint32Array.from({ length: count }, (_, i) => i);

function epochOf(batches: Batches, epoch: number): Batch[] {
  batches.begin(epoch);
  const found: Batch[] = [];
  for (let batch = batches.take(); batch; batch = batches.take()) found.push(batch);
  return found;
}

/** Words computed, filler included. */
const padded = (counts: number[], lengths: number[]) =>
  counts.reduce((sum, own) => sum + (lengths.find((length) => length >= own) ?? NaN), 0);

const BUCKETS = { mostWords: 400, isFixed: false, buckets: true };
const texts = fc.array(fc.integer({ min: 0, max: 400 }), { minLength: 1, maxLength: 120 });

describe('lengths', () => {
  it('are few multiples of 8, or the cap, and the last one takes the longest row', () => {
    fc.assert(
      fc.property(texts, fc.integer({ min: 1, max: 400 }), (counts, mostWords) => {
        const found = lengthsOf(wordsOf(counts), indices(counts.length), { ...BUCKETS, mostWords });
        expect(found.length).toBeLessThanOrEqual(MOST_LENGTHS);
        expect(found).toEqual([...new Set(found)].sort((a, b) => a - b));
        for (const length of found) expect(length % 8 === 0 || length === mostWords).toBe(true);
        const longest = Math.min(Math.max(...counts, 1), mostWords);
        expect(found[found.length - 1]).toBe(Math.min(8 * Math.ceil(longest / 8), mostWords));
      }),
    );
  });

  it('leave as little filler as any eight lengths can', () => {
    const counts = [...Array.from({ length: 90 }, (_, i) => 5 + ((i * i) % 70)), 150, 221];
    const words = wordsOf(counts);
    const found = lengthsOf(words, indices(counts.length), BUCKETS);
    expect(found).toHaveLength(MOST_LENGTHS);
    const least = padded(counts, found);
    for (let i = 0; i < found.length - 1; i++) {
      for (const shift of [-8, 8]) {
        const other = found.map((length, k) => (k === i ? length + shift : length));
        expect(padded(counts, other)).toBeGreaterThanOrEqual(least);
      }
    }
    const quantiles = [24, 32, 40, 48, 56, 64, 72, 224];
    expect(least).toBeLessThan(padded(counts, quantiles));
    expect(least).toBeLessThan(0.5 * padded(counts, [224]));
  });

  it('are one without buckets, and the cap where it is fixed', () => {
    const words = wordsOf([3, 30, 18]);
    const one = lengthsOf(words, indices(3), { ...BUCKETS, buckets: false });
    expect(one).toEqual([32]);
    expect(lengthsOf(words, indices(3), { ...BUCKETS, isFixed: true })).toEqual([400]);
    expect(lengthsOf(words, indices(1), BUCKETS)).toEqual([8]);
  });
});

describe('batches', () => {
  it('take every row once an epoch, whole batches but for one, each as long as its longest row', () => {
    fc.assert(
      fc.property(texts, fc.integer({ min: 1, max: 50 }), fc.nat(99), (counts, batchRows, seed) => {
        const words = wordsOf(counts);
        const rows = indices(counts.length);
        const lengths = lengthsOf(words, rows, { ...BUCKETS, mostWords: 300 });
        const batches = new Batches({ words, rows, batchRows, lengths, seed });
        for (const epoch of [1, 2]) {
          const found = epochOf(batches, epoch);
          expect(found).toHaveLength(batches.perEpoch);
          expect(found.filter((batch) => batch.rows.length < batchRows).length).toBeLessThan(2);
          expect(found.flatMap((batch) => [...batch.rows]).sort((a, b) => a - b)).toEqual([
            ...rows,
          ]);
          for (const batch of found) {
            const longest = Math.max(...Array.from(batch.rows, (row) => counts[row]));
            const fitting = lengths.find((length) => length >= longest) ?? 300;
            expect([batch.length, batch.epoch]).toEqual([fitting, epoch]);
          }
        }
      }),
    );
  });

  it('have an order that hangs on seed and epoch alone', () => {
    const words = wordsOf(Array.from({ length: 100 }, (_, i) => (i * 7) % 60));
    const rows = indices(100);
    const options = { words, rows, batchRows: 8, lengths: [16, 32, 64], seed: 5 };
    const batches = new Batches(options);
    const [one, two, again] = [1, 2, 1].map((epoch) => epochOf(batches, epoch));
    expect(again).toEqual(one);
    expect(two).not.toEqual(one);
    expect(epochOf(new Batches(options), 2)).toEqual(two);
    expect(epochOf(new Batches({ ...options, seed: 6 }), 1)).not.toEqual(one);
    const longest = one.map((batch) => batch.length);
    expect(longest).not.toEqual([...longest].sort((a, b) => b - a)); // batches come in no order of length
  });

  it('cut one shuffle into pieces where there is one length or none', () => {
    const rows = Uint32Array.of(4, 8, 15, 16, 23, 42);
    const words = wordsOf(new Array<number>(50).fill(3));
    const shuffled = shuffle(rows.slice(), 7, 3);
    for (const lengths of [[], [8]]) {
      const found = epochOf(new Batches({ words, rows, batchRows: 4, lengths, seed: 7 }), 3);
      const length = lengths.at(0) ?? 0;
      expect(found).toEqual([
        { rows: shuffled.slice(0, 4), length, epoch: 3 },
        { rows: shuffled.slice(4), length, epoch: 3 },
      ]);
    }
  });

  it('hold all rows where batches are full', () => {
    expect(batchRowsOf({ fullBatch: true, batchSize: 8 }, 100)).toBe(100);
    expect(batchRowsOf({ fullBatch: false, batchSize: 8 }, 100)).toBe(8);
    expect(batchRowsOf({ fullBatch: false, batchSize: 8 }, 5)).toBe(5);
  });
});
