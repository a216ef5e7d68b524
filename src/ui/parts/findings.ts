// What figures mean in words: which classes blur, how many in ten are right, whether a run beats no run at all.
import { wilson } from '../../core/interval';
import { DEFAULT_TARGET } from '../../clean/config';
import type { EpochRecord, Run } from '../../core/run';
import type { TargetSettings } from '../../core/settings';
import type { Dataset } from '../../core/types';
import type { RoughShare } from '../../i18n/en/evaluate';

/** Two classes that a model takes for each other: class indices, a < b. */
export interface ConfusedPair {
  a: number;
  b: number;
  rows: number; // taken for each other, both ways
}

const FEWEST = 5; // rows; fewer are an accident

/**
 * The two classes most often taken for each other, if they stand out: at least twice as often as were all pairs alike.
 * Null where no pair does, and for two classes, where there is but one pair.
 */
export function blurredPair(confusion: readonly (readonly number[])[]): ConfusedPair | null {
  let worst: ConfusedPair = { a: 0, b: 0, rows: 0 };
  let mistakes = 0;
  for (let a = 0; a < confusion.length; a++)
    for (let b = a + 1; b < confusion.length; b++) {
      const rows = confusion[a][b] + confusion[b][a];
      mistakes += rows;
      if (rows > worst.rows) worst = { a, b, rows };
    }
  const pairs = (confusion.length * (confusion.length - 1)) / 2;
  return worst.rows >= FEWEST && worst.rows * pairs >= 2 * mistakes ? worst : null;
}

/** Says a share roughly, and never better than it is by more than a quarter of a tenth. */
export function roughly(share: number): RoughShare {
  if (share === 1) return { kind: 'every' };
  if (share >= 0.995) return { kind: 'all' };
  if (share >= 0.945) return { kind: 'hundred', wrong: Math.round((1 - share) * 100) };
  const tenths = share * 10;
  const nearest = Math.round(tenths);
  if (Math.abs(tenths - nearest) <= 0.25) return { kind: 'ten', right: nearest };
  return { kind: 'between', least: Math.floor(tenths) };
}

/** Whether an accuracy may as well come from always giving the commonest answer. */
export function isNoBetter(accuracy: number, rows: number, majority: number): boolean {
  return wilson(accuracy * rows, rows)[0] <= majority;
}

/**
 * The commonest answer to what a run is asked and its share of a dataset's training part; validation is cut out evenly, so the
 * share holds there too.
 */
export function majorityOf(
  dataset: Dataset | null,
  target: TargetSettings = DEFAULT_TARGET,
): { label: string; share: number } | null {
  const counts = dataset?.train?.classCounts;
  if (!dataset || !counts?.length) return null;
  const classes = dataset.classes.map(({ key, name }, i) => ({
    key,
    label: name,
    rows: counts[i],
  }));
  const answers = answersTo(target, classes);
  const rows = answers.reduce((sum, answer) => sum + answer.rows, 0);
  if (rows === 0) return null;
  const most = answers.reduce((best, answer) => (answer.rows > best.rows ? answer : best));
  return { label: most.label, share: most.rows / rows };
}

interface CountedClass {
  key: string;
  label: string;
  rows: number;
}

/** The classes that a run tells apart; the rest of one class is called as in Run.classes. */
function answersTo({ kind, first, second }: TargetSettings, classes: CountedClass[]) {
  if (kind === 'all') return classes;
  if (kind === 'two') return classes.filter(({ key }) => key === first || key === second);
  const own = classes.filter(({ key }) => key === first);
  const rest = classes.filter(({ key }) => key !== first);
  const label = `¬ ${own[0]?.label ?? ''}`;
  return [...own, { label, rows: rest.reduce((sum, { rows }) => sum + rows, 0) }];
}

/** The epoch with the best validation accuracy so far; of equals the one with the lower loss. Null where nothing was kept aside. */
export function bestEpoch(epochs: readonly EpochRecord[]): EpochRecord | null {
  return epochs.reduce<EpochRecord | null>((best, epoch) => {
    if (Number.isNaN(epoch.validationAccuracy)) return best;
    if (!best || epoch.validationAccuracy > best.validationAccuracy) return epoch;
    const isEqual = epoch.validationAccuracy === best.validationAccuracy;
    return isEqual && epoch.validationLoss < best.validationLoss ? epoch : best;
  }, null);
}

/** Whether a run has weights that can be tested and used. */
export function hasModel(run: Run): boolean {
  return run.status !== 'running' && run.bestEpoch !== null;
}

/** Seconds of a run's training, also where its page was closed or it broke off. */
export function secondsOf({ seconds, epochs }: Run): number {
  return seconds.train > 0 ? seconds.train : (epochs.at(-1)?.seconds ?? 0);
}
