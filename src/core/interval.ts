// How sure a share is when it was counted on a limited number of rows.

const Z95 = 1.959963984540054; // 97.5 % point of the standard normal distribution

/** The 95 % interval of a share: Wilson (1927), "Probable inference", JASA 22, p. 209. */
export function wilson(hits: number, rows: number): [number, number] {
  if (rows === 0) return [0, 1];
  const share = hits / rows;
  const z2 = Z95 * Z95;
  const middle = (share + z2 / (2 * rows)) / (1 + z2 / rows);
  const spread = Math.sqrt((share * (1 - share)) / rows + z2 / (4 * rows * rows));
  const half = (Z95 / (1 + z2 / rows)) * spread;
  return [Math.max(0, middle - half), Math.min(1, middle + half)];
}

/** A share of rows, 0 to 1. */
export interface Share {
  share: number;
  rows: number;
}

/**
 * The 95 % interval of the difference a - b: Newcombe (1998), "Interval estimation for the difference between
 * independent proportions", Statistics in Medicine 17, method 10. Cautious where both were judged on the same rows.
 */
export function differenceInterval(a: Share, b: Share): [number, number] {
  const [leastA, mostA] = wilson(a.share * a.rows, a.rows);
  const [leastB, mostB] = wilson(b.share * b.rows, b.rows);
  const difference = a.share - b.share;
  return [
    difference - Math.hypot(a.share - leastA, mostB - b.share),
    difference + Math.hypot(mostA - a.share, b.share - leastB),
  ];
}

/** Whether two shares are too close to tell apart on so few rows. */
export function isWithinChance(a: Share, b: Share): boolean {
  const [least, most] = differenceInterval(a, b);
  return least <= 0 && most >= 0;
}
