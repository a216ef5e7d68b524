// What the place Train says in its headline and below it, from where the training stands.
import type { Run, RunUpdate } from '../../../core/run';
import type { RunSettings, TargetSettings } from '../../../core/settings';
import type { Dataset, Part, Prepared } from '../../../core/types';
import type { Catalogue } from '../../../i18n/catalogue';
import type { Asked } from '../../../i18n/en/models';
import { sayName } from '../../parts/dataset-name';
import { hasModel, isNoBetter, secondsOf } from '../../parts/findings';

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

/** What a target asks of a dataset, by names; a class that the dataset lacks is called by its key. */
export function askedOf({ classes }: Pick<Dataset, 'classes'>, target: TargetSettings): Asked {
  const { kind, first, second } = target;
  const nameOf = (key: string) => classes.find((known) => known.key === key)?.name ?? key;
  if (kind === 'all') return { kind, names: classes.map(({ name }) => name) };
  return { kind, names: (kind === 'one' ? [first] : [first, second]).map(nameOf) };
}

/** What a run was asked, by the names of its classes. */
export function askedOfRun({ classes, settings: { target } }: Run): Asked {
  return { kind: target.kind, names: target.kind === 'one' ? classes.slice(1) : classes };
}

/** Before the first training on a dataset. */
export function tellReady(words: Catalogue, dataset: Dataset, settings: RunSettings): Story {
  const { headline, standfirst } = words.train;
  const name = sayName(words.data, dataset);
  const { target, split } = settings;
  const testRows = sampled(
    askedRows(dataset, dataset.test, target),
    dataset.test,
    split.sampleTestRows,
  );
  if (!dataset.train)
    return { headline: headline.noTrain, standfirst: standfirst.noTrain(name, testRows) };
  return {
    headline: headline.ready(askedOf(dataset, settings.target)),
    standfirst: standfirst.ready(settings, name, {
      train: sampled(askedRows(dataset, dataset.train, target), dataset.train, split.sampleRows),
      given: split.givenValidation ? dataset.train.givenValidation : 0,
      test: testRows,
    }),
  };
}

/** Of some rows of a part, those that are in a sample of it; 0 = all of them. */
function sampled(rows: number, part: Part | null, sample: number): number {
  if (!part || sample === 0) return rows;
  return Math.round(rows * Math.min(1, sample / part.rowCount));
}

/** Rows of a part that a target asks about: where it is two classes, theirs. */
function askedRows({ classes }: Dataset, part: Part | null, target: TargetSettings): number {
  if (!part || target.kind !== 'two') return part?.rowCount ?? 0;
  const isAsked = (key: string) => key === target.first || key === target.second;
  return classes.reduce((sum, { key }, i) => sum + (isAsked(key) ? part.classCounts[i] : 0), 0);
}

/** While it prepares, trains or is paused. */
export function tellUnderway(words: Catalogue, underway: Underway): Story {
  const { dataset, settings, prepared, live } = underway;
  const { headline, standfirst } = words.train;
  if (!prepared)
    return {
      headline: headline.preparing,
      standfirst: standfirst.preparing(sayName(words.data, dataset)),
    };
  const asked = askedOf(dataset, settings.target);
  return {
    headline: sayDoing(headline, live) ?? headline.learning(asked),
    standfirst:
      asked.kind === 'two'
        ? standfirst.learningTwo(settings, asked.names) // the rows of all classes were prepared
        : standfirst.learning(settings, prepared.rows),
  };
}

function sayDoing(headline: Catalogue['train']['headline'], live: RunUpdate | null): string | null {
  if (live?.isPaused) return headline.paused;
  if (live?.phase === 'refitting') return headline.refitting;
  return live?.phase === 'testing' ? headline.testing : null;
}

/** The commonest class and its share. */
export interface Majority {
  label: string;
  share: number; // 0 to 1
}

/** After a training; `majority` is of its training part, `failure` the sentence of its fault. */
export function tellRun(
  { train: words }: Catalogue,
  run: Run,
  majority: Majority | null,
  failure: string | null,
): Story {
  if (run.status === 'running')
    return { headline: words.headline.elsewhere, standfirst: words.standfirst.elsewhere };
  if (run.status === 'failed' || !hasModel(run)) {
    const { keptEpoch, nothingKept } = words.standfirst;
    const kept = run.bestEpoch === null ? nothingKept : keptEpoch(run.bestEpoch);
    return {
      headline: failure === null ? words.headline.broken : words.headline.failed,
      standfirst: words.sentences(failure === null ? [kept] : [failure, kept]),
    };
  }
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

function headlineOf({ headline }: Catalogue['train'], { test, validation, status }: Run): string {
  if (test) return headline.tested(test.accuracy);
  if (!validation) return headline.unjudged;
  if (status === 'stopped') return headline.stopped(validation.accuracy);
  return headline.validated(validation.accuracy);
}

function accountOf({ standfirst }: Catalogue['train'], run: Run): string[] {
  const { rows } = run.prepared;
  const account = [standfirst.finished(secondsOf(run), rows, run.bestEpoch ?? 1)];
  if (run.status === 'stopped') account.push(standfirst.stopped);
  if (run.stoppedEarly) account.push(standfirst.stoppedEarly(run.settings.train.patience));
  if (run.refitted) account.push(standfirst.refitted);
  else if (run.status === 'finished' && run.settings.train.refit && rows.validation > 0)
    account.push(standfirst.refitStopped);
  account.push(run.test ? standfirst.tested(rows) : standfirst.untested(rows));
  return account;
}
