// The reader's own find-and-replace rules, ready for use.
import { fail } from '../core/errors';
import { applierOf } from '../core/own-rule';
import type { OwnRule } from '../core/settings';

/** An own rule ready for use. */
export interface OwnStep {
  index: number; // in CleanSettings.own
  apply: (text: string) => string;
}

const LONGEST_TEXT = 1_000_000; // characters to which own rules may let a text grow

/** The own rules that are on, in their order. */
export function ownSteps(own: readonly OwnRule[]): OwnStep[] {
  return own.flatMap((rule, index) =>
    rule.isOn ? [{ index, apply: boundedApply(rule, index) }] : [],
  );
}

/** Rules that feed each other could let a text grow without end. */
function boundedApply(rule: OwnRule, index: number): OwnStep['apply'] {
  const apply = applierOf(rule);
  return (text) => {
    const after = apply(text);
    if (after.length > LONGEST_TEXT && after.length > text.length)
      throw fail('bad-config', 'rule.long', {
        rule: index + 1,
        find: rule.find,
        most: LONGEST_TEXT,
      });
    return after;
  };
}
