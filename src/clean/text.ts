// One row's fields to one cleaned text: what the whole dataset goes through, and what is typed at Use goes through too.
import type { CleanSettings } from '../core/settings';
import { textSteps, type TextRule } from './rules';

/** Hears what a rule does to a text, also when the rule is off and the change is not kept. */
export type Note = (rule: TextRule | 'join', before: string, after: string) => void;

/** Cleans the fields of a row. */
export type Cleaner = (fields: readonly string[], note?: Note) => string;

// After these a pattern that an earlier rule looks for may have come together.
const REPEAT_AFTER: readonly TextRule[] = ['tags', 'backslashes', 'links', 'agencies', 'unicode'];

/** Makes the function that cleans rows; cleaning a cleaned text changes nothing. */
export function makeCleaner(settings: CleanSettings): Cleaner {
  const steps = textSteps(settings).map((step) => ({
    ...step,
    isRepeated: step.isOn && REPEAT_AFTER.includes(step.rule),
  }));

  return (fields, note) => {
    let text = joinFields(fields, settings.rules.join, note);
    let isStill: boolean;
    do {
      isStill = true;
      for (const { rule, isOn, isRepeated, apply } of steps) {
        const after = apply(text);
        if (after === text) continue;
        note?.(rule, text, after);
        if (isOn) text = after;
        if (isRepeated) isStill = false;
      }
    } while (!isStill);
    return text;
  };
}

/** Joins a row's filled fields with spaces; without the rule only its last filled field stays. */
function joinFields(fields: readonly string[], isOn: boolean, note?: Note): string {
  if (fields.length === 1) return fields[0];
  const filled = fields.filter((field) => field !== '');
  if (filled.length < 2) return filled[0] ?? '';
  const joined = filled.join(' ');
  note?.('join', filled.join('\n'), joined);
  return isOn ? joined : filled[filled.length - 1];
}

/** Cleans one text by itself. */
export function cleanText(text: string, settings: CleanSettings): string {
  return makeCleaner(settings)([text]);
}
