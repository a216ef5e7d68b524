// The lengths that batches of words may have. A step is captured once for each length, so there are few. They are chosen so that
// as little filler as possible is computed: of all multiples of 8 those that make the sum of the rows' filled-up lengths least,
// by dynamic programming over the greatest length and how many are used below it.

/** Lengths that one training uses at most. */
export const MOST_LENGTHS = 8;

/** All lengths are multiples of it, so no batch is shorter than the widest filter. */
export const LENGTH_STEP = 8;

/**
 * The multiples, ascending at most 8 and the last among them, that make the filled-up sum least. `counts[i]`: rows of more than 8 i
 * and at most 8 (i + 1) words.
 */
export function leastFiller(counts: number[]): number[] {
  const upTo = [0]; // rows of the first i counts
  counts.forEach((count, i) => upTo.push(upTo[i] + count));
  let costs = upTo.map((rows, end) => rows * end); // one length for the first `end` counts
  const cuts: number[][] = []; // cuts[k][end]: where the length before the last begins to end
  for (let used = 1; used < MOST_LENGTHS; used++) {
    const before = costs;
    const cut = before.map(() => 0);
    costs = before.map((cost, end) => {
      let least = cost;
      for (let start = 1; start < end; start++) {
        const found = before[start] + (upTo[end] - upTo[start]) * end;
        if (found < least) [least, cut[end]] = [found, start];
      }
      return least;
    });
    cuts.push(cut);
  }
  const chosen = [counts.length];
  for (const cut of cuts.toReversed()) if (cut[chosen[0]] > 0) chosen.unshift(cut[chosen[0]]);
  return chosen;
}
