// What of the difference between two classifiers may be chance, when both answered the very same rows.
// Newcombe (1998), "Improved confidence intervals for the difference between binomial proportions based on paired
// data", Statistics in Medicine 17, p. 2635, method 10.
import { wilson } from '../core/interval';

/** How many rows both, one, or none of two classifiers have right. */
export interface PairedCounts {
  both: number;
  onlyA: number;
  onlyB: number;
  neither: number;
}

/** The answers of two classifiers to the same rows, class indices in the same order. */
export interface PairedAnswers {
  given: ArrayLike<number>;
  a: ArrayLike<number>;
  b: ArrayLike<number>;
}

/** Counts who has which rows right. */
export function countPairs({ given, a, b }: PairedAnswers): PairedCounts {
  const counts: PairedCounts = { both: 0, onlyA: 0, onlyB: 0, neither: 0 };
  for (let i = 0; i < given.length; i++) {
    const isA = a[i] === given[i];
    const isB = b[i] === given[i];
    if (isA && isB) counts.both++;
    else if (isA) counts.onlyA++;
    else if (isB) counts.onlyB++;
    else counts.neither++;
  }
  return counts;
}

/** The 95 % interval of the difference of the shares that A and B have right; of no rows nothing is known. */
export function pairedInterval(counts: PairedCounts): [number, number] {
  const { both, onlyA, onlyB, neither } = counts;
  const rows = both + onlyA + onlyB + neither;
  if (rows === 0) return [-1, 1];
  const a = (both + onlyA) / rows;
  const b = (both + onlyB) / rows;
  const [leastA, mostA] = wilson(both + onlyA, rows);
  const [leastB, mostB] = wilson(both + onlyB, rows);
  const correlation = correlationOf(counts);
  const difference = (onlyA - onlyB) / rows;
  return [
    difference - spread(a - leastA, mostB - b, correlation),
    difference + spread(mostA - a, b - leastB, correlation),
  ];
}

/** The length of x - y for lengths x and y at an angle whose cosine is the correlation. */
function spread(x: number, y: number, correlation: number): number {
  return Math.sqrt(Math.max(0, x * x - 2 * correlation * x * y + y * y));
}

/** Pearson's correlation of being right, corrected for continuity where it is positive; 0 where it is not defined. */
function correlationOf({ both, onlyA, onlyB, neither }: PairedCounts): number {
  const rows = both + onlyA + onlyB + neither;
  const margins = [both + onlyA, onlyB + neither, both + onlyB, onlyA + neither];
  const root = margins.reduce((product, margin) => product * Math.sqrt(margin), 1);
  if (root === 0) return 0;
  const product = both * neither - onlyA * onlyB;
  return (product > 0 ? Math.max(0, product - rows / 2) : product) / root;
}
