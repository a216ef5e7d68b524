import { describe, expect, it } from 'vitest';
import { packTexts } from '../../src/core/columns';
import { randomBits, randomUnit } from '../../src/core/random';
import { bandHashes, BANDS } from '../../src/survey/minhash';
import { findNear, LEAST_LIKENESS, likeness } from '../../src/survey/near';
import { readShingles } from '../../src/survey/shingles';
import { wordSource } from '../../src/text/words';

const CHUNK = 64; // rows, so that groups reach over chunks

function shingled(texts: readonly string[]) {
  const source = wordSource({ unit: 'auto', punctuation: false, lowerCase: true }, 'spaced');
  const sets = readShingles(packTexts(texts), source);
  return { sets, hashes: bandHashes(sets) };
}

function compared(
  texts: readonly string[],
  { firstEqual = texts.map((text) => texts.indexOf(text)), trainRows = texts.length } = {},
) {
  const chunks = [];
  for (let row = 0; row < texts.length; row += CHUNK)
    chunks.push(shingled(texts.slice(row, row + CHUNK)));
  const known = { firstEqual: Uint32Array.from(firstEqual), trainRows };
  return findNear(chunks, known, () => Promise.resolve());
}

/** Of each text the first with its group. */
async function groupsOf(texts: readonly string[], firstEqual?: number[]) {
  return (await compared(texts, { firstEqual })).firstNear;
}

/** The Jaccard likeness of two texts by their word pairs as strings. */
function jaccard(a: string, b: string): number {
  const pairs = (text: string) => {
    const words = text.toLowerCase().split(' ');
    return new Set(words.slice(1).map((word, i) => `${words[i]} ${word}`));
  };
  const [first, second] = [pairs(a), pairs(b)];
  const shared = [...first].filter((pair) => second.has(pair)).length;
  return shared / (first.size + second.size - shared);
}

/** A text of made-up words, and the same with some of its words exchanged. */
function drawPair(seed: number): [string, string] {
  const length = 12 + (randomBits(seed, 1, 0) % 40);
  const words = Array.from({ length }, (_, i) => `w${randomBits(seed, 2, i) % 5000}`);
  const share = 0.3 * randomUnit(seed, 3, 0);
  const changed = words.map((word, i) =>
    randomUnit(seed, 4, i) < share ? `v${randomBits(seed, 5, i) % 5000}` : word,
  );
  return [words.join(' '), changed.join(' ')];
}

describe('shingles', () => {
  it('are the different pairs of words, ascending', () => {
    const { sets } = shingled(['a b a b', 'A, b!', 'a', '', '?']);
    const of = (i: number) => [...sets.values.slice(sets.offsets[i], sets.offsets[i + 1])];
    expect(of(0)).toHaveLength(2); // ab and ba
    expect(of(0)).toContain(of(1)[0]);
    expect(of(0)).toEqual(of(0).toSorted((x, y) => x - y));
    expect([of(2).length, of(3).length, of(4).length]).toEqual([1, 0, 0]);
  });

  it('give the likeness that the pairs themselves give', () => {
    for (let seed = 0; seed < 50; seed++) {
      const [a, b] = drawPair(seed);
      const { offsets, values } = shingled([a, b]).sets;
      const found = likeness(values.subarray(0, offsets[1]), values.subarray(offsets[1]));
      expect(found).toBeCloseTo(jaccard(a, b), 12);
    }
  });
});

describe('signatures', () => {
  it('agree in a band as often as the likeness says', () => {
    const PAIRS = 400;
    let met = 0;
    let expected = 0;
    for (let seed = 0; seed < PAIRS; seed++) {
      const pair = drawPair(seed);
      const { hashes } = shingled(pair);
      for (let band = 0; band < BANDS; band++)
        met += Number(hashes[2 * band] === hashes[2 * band + 1]);
      expected += BANDS * jaccard(...pair) ** 3;
    }
    expect(Math.abs(met / expected - 1)).toBeLessThan(0.05);
  });
});

describe('texts that are nearly the same', () => {
  const pairs = Array.from({ length: 600 }, (_, seed) => drawPair(seed));
  const texts = [...pairs.map(([a]) => a), ...pairs.map(([, b]) => b)];

  it('are found, 95 in 100 and more, and no others', async () => {
    const groups = await groupsOf(texts);
    const isTogether = pairs.map((_, i) => groups[i] === groups[pairs.length + i]);
    const isAlike = pairs.map((pair) => jaccard(...pair) >= LEAST_LIKENESS);
    const alike = isAlike.filter(Boolean).length;
    const found = isTogether.filter((is, i) => is && isAlike[i]).length;
    expect(alike).toBeGreaterThan(200);
    expect(alike).toBeLessThan(500);
    expect(found / alike).toBeGreaterThanOrEqual(0.95);
    expect(isTogether.filter((is, i) => is && !isAlike[i])).toHaveLength(0);
  });

  it('form a group through each other, told by its first row', async () => {
    const words = Array.from({ length: 30 }, (_, i) => `w${i}`);
    const shifted = (by: number) => [...words.slice(by), ...words.slice(0, by).map((w) => `${w}x`)];
    const chain = [0, 4, 8, 12, 16].map((by) => shifted(by).join(' '));
    expect(jaccard(chain[0], chain[4])).toBeLessThan(LEAST_LIKENESS);
    const groups = await groupsOf(['something else entirely', ...chain, 'and another thing again']);
    expect([...groups]).toEqual([0, 1, 1, 1, 1, 1, 6]);
  });

  it('leaves texts without words alone, and takes equal ones as given', async () => {
    const groups = await groupsOf(['', '?', 'a b c', '', 'a b c'], [0, 1, 2, 3, 2]);
    expect([...groups]).toEqual([0, 1, 2, 3, 2]);
  });

  it('does not compare everybody with everybody in a crowd', async () => {
    const crowd = Array.from(
      { length: 3000 },
      (_, i) => `same old words in every text ${i % 1500}`,
    );
    const groups = await groupsOf(crowd);
    expect(new Set(groups).size).toBe(1);
  });
});

describe('test rows with a copy in train', () => {
  const words = Array.from({ length: 30 }, (_, i) => `w${i}`);
  const shifted = (by: number) => [...words.slice(by), ...words.slice(0, by).map((w) => `${w}x`)];

  it('are those that equal or nearly equal a train row themselves, each once', async () => {
    const chain = [0, 4, 8, 12, 16].map((by) => shifted(by).join(' '));
    const train = ['an equal text of train', chain[0], 'something else entirely'];
    const test = [
      'an equal text of train',
      chain[1],
      chain[2], // like chain[0] too
      chain[4], // like another test row only
      'nothing like it at all',
      chain[1],
      'an equal text of train',
    ];
    expect(jaccard(chain[0], chain[2])).toBeGreaterThanOrEqual(LEAST_LIKENESS);
    expect(jaccard(chain[0], chain[4])).toBeLessThan(LEAST_LIKENESS);
    const { copies, firstNear } = await compared([...train, ...test], { trainRows: 3 });
    expect(firstNear[3 + 3]).toBe(1); // in one group with a train row all the same
    expect([...copies]).toEqual([3, 4, 5, 8, 9]);
  });

  it('are found as surely as pairs are', async () => {
    const pairs = Array.from({ length: 300 }, (_, seed) => drawPair(seed));
    const texts = [...pairs.map(([a]) => a), ...pairs.map(([, b]) => b)];
    const { copies } = await compared(texts, { trainRows: 300 });
    const alike = pairs.flatMap((pair, i) => (jaccard(...pair) >= LEAST_LIKENESS ? [300 + i] : []));
    expect(alike).toEqual(expect.arrayContaining([...copies]));
    expect(copies.length / alike.length).toBeGreaterThanOrEqual(0.95);
  });
});
