// The words that tell a class from the others: log-odds ratios with an informative Dirichlet prior, over their standard deviations.
// Monroe, Colaresi & Quinn (2008), "Fightin' Words: Lexical Feature Selection and Evaluation for Identifying the Content of
// Political Conflict", Political Analysis 16(4), equations 15, 16, 20 and 22. The prior is the words' share in all classes together.
import type { ClassCounts } from './class-counts';

/** A word number with its figures. */
export interface Telling {
  word: number;
  count: number; // in texts of the class
  all: number; // in all texts
  z: number;
}

const PRIOR_WORDS = 500; // how many imagined words the prior weighs, alpha_0

/** The z-score from which on the paper takes a difference for more than chance: of words without any, 2.5 % reach it. */
export const LEAST_Z = 1.96;

/** By class, at most so many words that stand in at least `leastRows` rows of it, by falling z; below LEAST_Z none. */
export function findTelling(
  { starts, labels, times, rows }: ClassCounts,
  classes: number,
  { most, leastRows }: { most: number; leastRows: number },
): Telling[][] {
  const ofClass = new Float64Array(classes);
  times.forEach((count, i) => (ofClass[labels[i]] += count));
  const total = ofClass.reduce((sum, count) => sum + count, 0);
  const best = Array.from({ length: classes }, (): Telling[] => []);
  for (let word = 0; word + 1 < starts.length; word++) {
    let all = 0;
    for (let i = starts[word]; i < starts[word + 1]; i++) all += times[i];
    const prior = (PRIOR_WORDS * all) / total;
    for (let i = starts[word]; i < starts[word + 1]; i++) {
      if (rows[i] < leastRows) continue;
      const own = { count: times[i], words: ofClass[labels[i]] };
      const rest = { count: all - times[i], words: total - ofClass[labels[i]] };
      const z = scoreOf(own, rest, prior);
      if (z >= LEAST_Z) keepBest(best[labels[i]], { word, count: times[i], all, z }, most);
    }
  }
  return best;
}

/** How often a word stands among so many words. */
interface Use {
  count: number;
  words: number;
}

/** The z-score of a word in one class against the rest. */
export function scoreOf(own: Use, rest: Use, prior: number): number {
  const odds = ({ count, words }: Use) => (count + prior) / (words + PRIOR_WORDS - count - prior);
  const variance = 1 / (own.count + prior) + 1 / (rest.count + prior);
  return Math.log(odds(own) / odds(rest)) / Math.sqrt(variance);
}

function keepBest(best: Telling[], telling: Telling, most: number): void {
  if (best.length === most && telling.z <= best[most - 1].z) return;
  best.push(telling);
  best.sort((a, b) => b.z - a.z);
  best.length = Math.min(best.length, most);
}
