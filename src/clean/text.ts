// One row's fields to one cleaned text: what the whole dataset goes through, and what is typed at Use goes through too.
import type { CleanSettings } from '../core/settings';
import { fillFields, isMissing } from './missing';
import { ownSteps } from './own';
import { joinSpaces, textSteps, type CountedRule, type TextRule } from './rules';
import { traitsOf } from './traits';

/** Hears what a rule does to a text, or to fields, also when the rule is off and the change is not kept. */
export type Note = (rule: CountedRule, before: string | readonly string[], after: string) => void;

/** Hears that a rule of the reader's own is about to be tried; it may never come back. */
export type Watch = (rule: number) => void;

/** Cleans the fields of a row. */
export type Cleaner = (fields: readonly string[], note?: Note) => string;

// After these a pattern that an earlier rule looks for may have come together.
const REPEAT_AFTER: readonly TextRule[] = [
  'tags',
  'backslashes',
  'width',
  'links',
  'emails',
  'phones',
  'mentions',
  'hashtags',
  'agencies',
  'unicode',
  'emoji',
  'repeats',
];

const UNKNOWN = -1; // the traits of a text that was just changed

/** Makes the function that cleans rows; without rules of the reader's own, cleaning a cleaned text changes nothing. */
export function makeCleaner(settings: CleanSettings, watch?: Watch): Cleaner {
  const steps = textSteps(settings).map((step) => ({
    ...step,
    isRepeated: step.isOn && REPEAT_AFTER.includes(step.rule),
  }));

  const own = ownSteps(settings.own);

  const mend = (joined: string, note?: Note): string => {
    let text = joined;
    let traits = UNKNOWN;
    let isStill: boolean;
    do {
      isStill = true;
      for (const { rule, isOn, isRepeated, asks, apply } of steps) {
        if (traits === UNKNOWN) traits = traitsOf(text);
        if (!(traits & asks)) continue;
        const after = apply(text);
        if (after === text) continue;
        note?.(rule, text, after);
        if (isOn) {
          text = after;
          traits = UNKNOWN;
        }
        if (isRepeated) isStill = false;
      }
    } while (!isStill);
    return text;
  };

  /** Each own rule once, for nothing says that it leaves its own work alone; then the spaces that they left. */
  const applyOwn = (mended: string, note?: Note): string => {
    let text = mended;
    for (const { index, apply } of own) {
      watch?.(index);
      const after = apply(text);
      if (after !== text) note?.(`own ${index}`, text, after);
      text = after;
    }
    if (text === mended || !settings.rules.spaces) return text;
    const after = joinSpaces(text);
    if (after !== text) note?.('spaces', text, after);
    return after;
  };

  return (fields, note) => {
    const given = fillMissing(fields, settings, note);
    const mended = mend(joinFields(given, settings.rules.join, note), note);
    return own.length === 0 ? mended : applyOwn(mended, note);
  };
}

/** Puts another text in the empty fields of a row that has text elsewhere, where the rule is on and says so. */
function fillMissing(
  fields: readonly string[],
  { rules, missing }: CleanSettings,
  note?: Note,
): readonly string[] {
  if (missing.how === 'drop' || !isMissing(fields)) return fields;
  const filled = fillFields(fields, missing);
  note?.('missing', fields, filled.join('\n'));
  return rules.missing ? filled : fields;
}

/** Joins a row's filled fields with spaces; without the rule only its last filled field stays. */
function joinFields(fields: readonly string[], isOn: boolean, note?: Note): string {
  if (fields.length === 1) return fields[0];
  const filled = fields.includes('') ? fields.filter((field) => field !== '') : fields;
  if (filled.length < 2) return filled[0] ?? '';
  const joined = filled.join(' ');
  note?.('join', filled, joined);
  return isOn ? joined : filled[filled.length - 1];
}

/** Cleans one text by itself. */
export function cleanText(text: string, settings: CleanSettings): string {
  return makeCleaner(settings)([text]);
}
