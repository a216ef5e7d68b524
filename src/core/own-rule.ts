// A find-and-replace rule of the reader's own: when it can be used, and the pattern that it stands for.
import type { OwnRule } from './settings';

/** Rules that a recipe may have. */
export const MOST_OWN_RULES = 50;
/** Characters of what is looked for, and of what comes in its place. */
export const MOST_OWN_TEXT = 500;

/** Why a rule cannot be used. */
export type OwnRefusal =
  | { why: 'empty' } // nothing to look for
  | { why: 'long'; most: number }
  | { why: 'pattern'; reason: string } // the engine's own words
  | { why: 'group'; group: number; groups: number }; // the replacement names a group that the pattern lacks

/** Why a rule cannot be used; null = it can. */
export function refusalOf({ find, replace, isPattern }: OwnRule): OwnRefusal | null {
  if (find === '') return { why: 'empty' };
  if (find.length > MOST_OWN_TEXT || replace.length > MOST_OWN_TEXT)
    return { why: 'long', most: MOST_OWN_TEXT };
  if (!isPattern) return null;
  const groups = countGroups(find);
  if (typeof groups === 'string') return { why: 'pattern', reason: groups };
  const named = replace.replaceAll('$$', '').matchAll(/\$([1-9])/g);
  const group = [...named].map(([, digit]) => Number(digit)).find((digit) => digit > groups);
  return group === undefined ? null : { why: 'group', group, groups };
}

/** Makes the function that applies a rule; throws a SyntaxError where refusalOf would refuse its pattern. */
export function applierOf(rule: OwnRule): (text: string) => string {
  const { replace, isPattern } = rule;
  const pattern = patternOf(rule);
  if (isPattern) return (text) => text.replace(pattern, replace);
  return (text) => text.replace(pattern, () => replace); // '$1' means itself
}

const PART_OF_WORD = '[\\p{L}\\p{N}\\p{M}_]';

function patternOf({ find, isPattern, matchCase, wholeWords }: OwnRule): RegExp {
  const source = isPattern ? find : find.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
  const bounded = wholeWords ? `(?<!${PART_OF_WORD})(?:${source})(?!${PART_OF_WORD})` : source;
  return new RegExp(bounded, matchCase ? 'gu' : 'giu');
}

/** The groups of a pattern, or why it is none. */
function countGroups(source: string): number | string {
  try {
    new RegExp(source, 'u'); // by itself: 'a)|(b' must not be mended by what is put around it
    return (new RegExp(`(?:${source})|`, 'u').exec('')?.length ?? 1) - 1;
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return message.replace(/^Invalid regular expression: (?:\/.*\/[a-z]*: )?/s, '');
  }
}
