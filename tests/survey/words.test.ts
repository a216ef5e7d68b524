// Telling and leaking words against numpy and scikit-learn (words.py).
import { describe, expect, it } from 'vitest';
import { sortCounts, type PairCounts } from '../../src/survey/class-counts';
import { findLeaks } from '../../src/survey/leaks';
import { findTelling, LEAST_Z } from '../../src/survey/log-odds';
import { expectClose } from '../support';
import expected from './words.json';

const { texts, labels } = expected;
const CLASSES = 3;
const WORDS = 12;
const ALL = { most: WORDS, leastRows: 1 };

/** Counts the fixture's words by class, plainly. */
function counted() {
  const pairs = { words: [], labels: [], times: [], rows: [] } as Record<
    keyof PairCounts,
    number[]
  >;
  for (let word = 0; word < WORDS; word++)
    for (let label = 0; label < CLASSES; label++) {
      const own = texts.filter((_, i) => labels[i] === label);
      const times = own.flat().filter((each) => each === word).length;
      if (times === 0) continue;
      pairs.words.push(word);
      pairs.labels.push(label);
      pairs.times.push(times);
      pairs.rows.push(own.filter((words) => words.includes(word)).length);
    }
  const { words, times, rows } = pairs;
  const [w, l, t, r] = [words, pairs.labels, times, rows].map((list) => Uint32Array.from(list));
  return sortCounts(WORDS, { words: w, labels: l, times: t, rows: r });
}

const classRows = Array.from({ length: CLASSES }, (_, c) => labels.filter((l) => l === c).length);

describe('words that tell a class', () => {
  const telling = findTelling(counted(), CLASSES, ALL);

  it.each([0, 1, 2])('have the z-scores of the paper in class %i, the greatest first', (label) => {
    const above = expected.z[label]
      .map((z, word) => ({ z, word }))
      .filter(
        ({ z, word }) =>
          z >= LEAST_Z && texts.some((t, i) => labels[i] === label && t.includes(word)),
      )
      .sort((a, b) => b.z - a.z);
    expect(telling[label].map(({ word }) => word)).toEqual(above.map(({ word }) => word));
    expectClose(
      telling[label].map(({ z }) => z),
      above.map(({ z }) => z),
      { rtol: 1e-9 },
    );
  });

  it('are none that chance alone could make', () => {
    expect(expected.z[1][1]).toBeGreaterThan(1.9); // just below
    expect(telling[1].map(({ word }) => word)).not.toContain(1);
  });

  it('are no more than were asked for, and none that is rare', () => {
    const few = findTelling(counted(), CLASSES, { most: 2, leastRows: 1 });
    expect(few.map((words) => words[0])).toEqual(telling.map((words) => words[0]));
    expect(few.every((words) => words.length <= 2)).toBe(true);
    const common = findTelling(counted(), CLASSES, { most: WORDS, leastRows: 1000 });
    expect(common.flat()).toEqual([]);
  });
});

describe('words that give the label away', () => {
  const leaks = findLeaks(counted(), classRows, ALL);

  it('have the mutual information and the accuracy that scikit-learn gives, most bits first', () => {
    expect(leaks).toHaveLength(WORDS);
    expectClose(
      leaks.map(({ bits }) => bits),
      leaks.map(({ word }) => expected.bits[word]),
      { rtol: 1e-9, atol: 1e-12 },
    );
    expectClose(
      leaks.map(({ accuracy }) => accuracy),
      leaks.map(({ word }) => expected.accuracy[word]),
      { rtol: 1e-12 },
    );
    const bits = leaks.map((leak) => leak.bits);
    expect(bits).toEqual(bits.toSorted((a, b) => b - a));
  });
});
