// The parts of a link that carry a recipe's choices and own rules: 'clean.own=%28a%29;$1;p,colour;color;w'.
import { DEFAULT_CLEAN } from '../clean/config';
import { MOST_OWN_RULES, refusalOf } from '../core/own-rule';
import type { CleanSettings, OwnRule } from '../core/settings';
import { MISSING_WAYS, MOST_NAME } from './recipe';

const OWN = 'clean.own';
const HOW = 'clean.missing.how';
const WORD = 'clean.missing.word';

/** Letters behind an own rule, each for something that is true of it. */
const MARKS: Record<string, 'isPattern' | 'matchCase' | 'wholeWords'> = {
  p: 'isPattern',
  c: 'matchCase',
  w: 'wholeWords',
};
const OFF = 'o';

/** The parts that differ from the first settings. */
export function recipeParts({ missing, own }: CleanSettings): [key: string, value: string][] {
  const parts: [string, string][] = [];
  const first = DEFAULT_CLEAN.missing;
  if (missing.how !== first.how) parts.push([HOW, missing.how]);
  if (missing.word !== first.word) parts.push([WORD, encodeURIComponent(missing.word)]);
  if (own.length > 0) parts.push([OWN, own.map(writeOwn).join(',')]);
  return parts;
}

/** Takes one part into the recipe, or says why not. */
export function readRecipePart(
  clean: CleanSettings,
  key: string,
  text: string,
): 'unknown' | 'value' | null {
  if (key === HOW) {
    const how = MISSING_WAYS.find((way) => way === text);
    if (how) clean.missing.how = how;
    return how ? null : 'value';
  }
  if (key === WORD) {
    const word = decoded(text);
    if (word.length > MOST_NAME || (word === '' && text !== '')) return 'value';
    clean.missing.word = word;
    return null;
  }
  if (key !== OWN) return 'unknown';
  const own = text.split(',').map(readOwn);
  const rules = own.filter((rule) => rule !== null);
  if (own.length > MOST_OWN_RULES || rules.length < own.length) return 'value';
  clean.own = rules;
  return null;
}

function writeOwn(rule: OwnRule): string {
  const marks = Object.keys(MARKS).filter((mark) => rule[MARKS[mark]]);
  if (!rule.isOn) marks.push(OFF);
  return [encodeURIComponent(rule.find), encodeURIComponent(rule.replace), marks.join('')].join(
    ';',
  );
}

function readOwn(text: string): OwnRule | null {
  const [find, replace, marks, ...more] = text.split(';');
  if (marks === undefined || more.length > 0) return null;
  const isMarked = (mark: string) => marks.includes(mark);
  if ([...marks].some((mark) => !Object.hasOwn(MARKS, mark) && mark !== OFF)) return null;
  const rule: OwnRule = {
    find: decoded(find),
    replace: decoded(replace),
    isPattern: isMarked('p'),
    matchCase: isMarked('c'),
    wholeWords: isMarked('w'),
    isOn: !isMarked(OFF),
  };
  if (rule.replace === '' && replace !== '') return null; // damaged
  return refusalOf(rule) === null ? rule : null;
}

/** Text as it was before it was put into an address; damaged text is none. */
export function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
}
