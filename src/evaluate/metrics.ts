// How good answers are: accuracy with its interval, precision, recall and F1 per class, and the confusion matrix.
import { wilson } from '../core/interval';
import type { ClassScore, Scores } from '../core/run';

/** Counts answers: result[given][predicted], (C, C). */
export function confusionOf(
  given: ArrayLike<number>,
  predicted: ArrayLike<number>,
  classes: number,
): number[][] {
  const counts = Array.from({ length: classes }, () => new Array<number>(classes).fill(0));
  for (let i = 0; i < given.length; i++) counts[given[i]][predicted[i]]++;
  return counts;
}

/** Precision, recall and F1 of one class; a share of nothing is 0, as scikit-learn has it. */
function scoreOf(confusion: number[][], k: number, label: string): ClassScore {
  const hits = confusion[k][k];
  const support = confusion[k].reduce((sum, n) => sum + n, 0);
  const answered = confusion.reduce((sum, row) => sum + row[k], 0);
  const precision = answered === 0 ? 0 : hits / answered;
  const recall = support === 0 ? 0 : hits / support;
  const f1 = support + answered === 0 ? 0 : (2 * hits) / (support + answered);
  return { label, precision, recall, f1, support };
}

/** What judging needs: labels as class indices, and how often each class stands in the training part. */
export interface Answers {
  given: ArrayLike<number>;
  predicted: ArrayLike<number>;
  classes: string[];
  trainCounts: ArrayLike<number>; // rows a class; its largest is what "always the commonest" answers
}

/** Judges answers. */
export function scoresOf({ given, predicted, classes, trainCounts }: Answers): Scores {
  const rows = given.length;
  const confusion = confusionOf(given, predicted, classes.length);
  const hits = confusion.reduce((sum, row, k) => sum + row[k], 0);
  const perClass = classes.map((label, k) => scoreOf(confusion, k, label));
  const commonest = classes.reduce(
    (best, _, k) => (trainCounts[k] > trainCounts[best] ? k : best),
    0,
  );
  const share = (n: number) => (rows === 0 ? 0 : n / rows);
  return {
    rows,
    accuracy: share(hits),
    interval: wilson(hits, rows),
    macroF1: perClass.reduce((sum, score) => sum + score.f1, 0) / Math.max(1, classes.length),
    perClass,
    confusion,
    majority: { label: classes[commonest], accuracy: share(perClass[commonest].support) },
  };
}
