// What the place Train says in its headline and below it, from where the training stands.
import type { Run, RunUpdate } from '../../core/run';
import type { RunSettings } from '../../core/settings';
import type { Dataset, Prepared } from '../../core/types';
import type { Catalogue } from '../../i18n/catalogue';
import { hasModel, isNoBetter } from './findings';

/** A headline and the sentences below it. */
export interface Story {
  headline: string;
  standfirst: string;
}

/** A training under way. */
export interface Underway {
  dataset: Dataset;
  settings: RunSettings;
  prepared: Prepared | null; // null = still being prepared
  live: RunUpdate | null; // null = nothing heard yet
}

type Words = Catalogue['train'];

/** Before the first training on a dataset. */
export function tellReady(words: Words, dataset: Dataset, settings: RunSettings): Story {
  const rows = dataset.train?.rowCount ?? 0;
  const testRows = dataset.test?.rowCount ?? 0;
  return {
    headline: words.headline.ready(dataset.classes.length),
    standfirst: words.standfirst.ready(settings, dataset.name, rows, testRows),
  };
}

/** While it prepares, trains or is paused. */
export function tellUnderway(words: Words, underway: Underway): Story {
  const { dataset, settings, prepared, live } = underway;
  if (!prepared) {
    const standfirst = words.standfirst.preparing(dataset.name);
    return { headline: words.headline.preparing, standfirst };
  }
  const standfirst = words.standfirst.learning(settings, prepared.rows);
  if (live?.isPaused) return { headline: words.headline.paused, standfirst };
  if (live?.phase === 'refitting') return { headline: words.headline.refitting, standfirst };
  if (live?.phase === 'testing') return { headline: words.headline.testing, standfirst };
  const names = dataset.classes.map((label) => label.name);
  return { headline: words.headline.learning(names), standfirst };
}

/** The commonest class and its share. */
export interface Majority {
  label: string;
  share: number; // 0 to 1
}

/** After a training; `majority` is of its training part, `failure` the sentence of its fault. */
export function tellRun(
  words: Words,
  run: Run,
  majority: Majority | null,
  failure: string | null,
): Story {
  if (run.status === 'failed') {
    const standfirst = words.sentences(
      failure === null ? [words.standfirst.failed] : [failure, words.standfirst.failed],
    );
    return { headline: words.headline.failed, standfirst };
  }
  if (!hasModel(run))
    return { headline: words.headline.broken, standfirst: words.standfirst.failed };
  const judged = run.test ?? run.validation;
  const { test } = run;
  const baseline = test ? { label: test.majority.label, share: test.majority.accuracy } : majority;
  const isWeak = baseline && judged && isNoBetter(judged.accuracy, judged.rows, baseline.share);
  const account = accountOf(words, run);
  if (isWeak) account.unshift(words.standfirst.noBetter(judged.accuracy));
  return {
    headline: isWeak ? words.headline.noBetter(baseline.label) : headlineOf(words, run),
    standfirst: words.sentences(account),
  };
}

function headlineOf({ headline }: Words, { test, validation, status }: Run): string {
  if (test) return headline.tested(test.accuracy);
  if (!validation) return headline.unjudged;
  if (status === 'stopped') return headline.stopped(validation.accuracy);
  return headline.validated(validation.accuracy);
}

function accountOf({ standfirst }: Words, run: Run): string[] {
  const { rows } = run.prepared;
  const account = [standfirst.finished(secondsOf(run), rows, run.bestEpoch ?? 1)];
  if (run.status === 'stopped') account.push(standfirst.stopped);
  if (run.refitted) account.push(standfirst.refitted);
  account.push(run.test ? standfirst.tested(rows) : standfirst.untested(rows));
  return account;
}

/** Seconds of training, also of a run whose page was closed. */
function secondsOf({ seconds, epochs }: Run): number {
  return seconds.train > 0 ? seconds.train : (epochs.at(-1)?.seconds ?? 0);
}
