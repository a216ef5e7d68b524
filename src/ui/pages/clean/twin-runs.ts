// Two finished runs that differ in one cleaning rule only: the page's own answer to what that rule is worth.
import type { Run } from '../../../core/run';
import type { Rule } from '../../../core/types';

/** A run with the rule and its twin without, and the part on which both were judged. */
export interface TwinRuns {
  on: Run;
  off: Run;
  judgedOn: 'test' | 'validation';
  accuracy: { on: number; off: number }; // 0 to 1
  rows: number; // judged, of the run without the rule
}

/** Finds the newest two such runs of a dataset; null where there are none. */
export function twinRuns(runs: readonly Run[], datasetId: string, rule: Rule): TwinRuns | null {
  const finished = runs.filter((run) => run.datasetId === datasetId && run.status === 'finished');
  for (const run of finished) {
    const isOn = run.settings.clean.rules[rule];
    const twin = finished.find(
      (other) => other.settings.clean.rules[rule] !== isOn && rest(other, rule) === rest(run, rule),
    );
    const found = twin && judge(isOn ? run : twin, isOn ? twin : run);
    if (found) return found;
  }
  return null;
}

function rest({ settings, device }: Run, rule: Rule): string {
  const { rules, missing, own } = settings.clean;
  const on = own.filter(({ isOn }) => isOn);
  const clean = { rules: { ...rules, [rule]: null }, missing: rules.missing && missing, own: on };
  const train = { ...settings.train, testAtEnd: null }; // decides nothing about the model
  return JSON.stringify({ ...settings, clean, train, tier: device.tier });
}

function judge(on: Run, off: Run): TwinRuns | null {
  if (on.test && off.test) {
    const accuracy = { on: on.test.accuracy, off: off.test.accuracy };
    return { on, off, judgedOn: 'test', accuracy, rows: off.test.rows };
  }
  if (on.validation && off.validation) {
    const accuracy = { on: on.validation.accuracy, off: off.validation.accuracy };
    return { on, off, judgedOn: 'validation', accuracy, rows: off.validation.rows };
  }
  return null;
}
