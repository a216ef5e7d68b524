// The recipe of cleaning as a text that can be kept, sent and read again: JSON with every rule, also those of the reader's own.
import { DEFAULT_CLEAN } from '../clean/config';
import { MOST_OWN_RULES, refusalOf, type OwnRefusal } from '../core/own-rule';
import type { CleanSettings, MissingSettings, OwnRule } from '../core/settings';
import { RULES, type Rule } from '../core/types';

const KIND = 'cleaning recipe';
const VERSION = 1;

/** Agency names that a recipe may have. */
export const MOST_NAMES = 200;
/** Characters of one of them. */
export const MOST_NAME = 100;
/** What may be done with rows that lack a field. */
export const MISSING_WAYS: readonly MissingSettings['how'][] = ['drop', 'fill', 'repeat'];

/** A part of a recipe that cannot be taken over: where it stands and what is wrong with it. */
export interface RecipeRefusal {
  place: string; // 'own[2].find'; '' for the recipe as a whole
  finding:
    | { why: 'json'; reason: string }
    | { why: 'other' } // JSON, but no recipe of cleaning
    | { why: 'version'; found: string }
    | { why: 'unknown' } // no such rule or setting
    | { why: 'value'; found: string }
    | { why: 'many'; most: number }
    | OwnRefusal;
}

/** What a text says: a recipe, or why it is not taken over; one wrong part is enough. */
export type RecipeReading = { clean: CleanSettings; refused: null } | { refused: RecipeRefusal[] };

/** The recipe as a text that people can read. */
export function writeRecipe({ rules, missing, agencies, own }: CleanSettings): string {
  const recipe = { broadsheet: KIND, version: VERSION, rules, missing, agencies, own };
  return `${JSON.stringify(recipe, null, 2)}\n`;
}

/** Reads a recipe; what it leaves out is as in the first settings. */
export function readRecipe(text: string): RecipeReading {
  let given: unknown;
  try {
    given = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { refused: [{ place: '', finding: { why: 'json', reason } }] };
  }
  if (!isObject(given) || given.broadsheet !== KIND)
    return { refused: [{ place: '', finding: { why: 'other' } }] };
  if (given.version !== VERSION)
    return {
      refused: [{ place: 'version', finding: { why: 'version', found: say(given.version) } }],
    };
  const reader = new RecipeReader();
  const clean = reader.read(given);
  return reader.refused.length > 0 ? { refused: reader.refused } : { clean, refused: null };
}

/** Puts first values in the place of those that cannot be used: an older or a newer page may have kept them. */
export function mendRecipe({ rules, missing, agencies, own }: CleanSettings): CleanSettings {
  const isPossible = MISSING_WAYS.includes(missing.how);
  return {
    rules,
    missing: isPossible ? missing : structuredClone(DEFAULT_CLEAN.missing),
    agencies: agencies.filter((name) => typeof name === 'string'),
    own: own
      .filter((rule) => new RecipeReader().readOwn(rule, '') !== null)
      .slice(0, MOST_OWN_RULES),
  };
}

type Json = Record<string, unknown>;

/** Reads the parts of a recipe and collects what is wrong with them. */
class RecipeReader {
  readonly refused: RecipeRefusal[] = [];

  read(parts: Json): CleanSettings {
    const keys = ['broadsheet', 'version', 'rules', 'missing', 'agencies', 'own'];
    this.#refuseOthers(parts, keys, '');
    const first = structuredClone(DEFAULT_CLEAN);
    return {
      rules: this.#readRules(parts.rules ?? {}),
      missing: this.#readMissing(parts.missing ?? {}),
      agencies: this.#readNames(parts.agencies ?? first.agencies),
      own: this.#readList(parts.own ?? []),
    };
  }

  /** One of the reader's own rules; null = it cannot be used. */
  readOwn(given: unknown, place: string): OwnRule | null {
    const before = this.refused.length;
    if (!isObject(given)) {
      this.#refuse(place, given);
      return null;
    }
    const keys = ['find', 'replace', 'isPattern', 'matchCase', 'wholeWords', 'isOn'];
    this.#refuseOthers(given, keys, `${place}.`);
    const text = (key: 'find' | 'replace') => this.#text(given[key] ?? '', `${place}.${key}`);
    const flag = (key: keyof OwnRule, first: boolean) =>
      this.#flag(given[key] ?? first, `${place}.${key}`);
    const rule: OwnRule = {
      find: text('find'),
      replace: text('replace'),
      isPattern: flag('isPattern', false),
      matchCase: flag('matchCase', false),
      wholeWords: flag('wholeWords', false),
      isOn: flag('isOn', true),
    };
    if (this.refused.length > before) return null;
    const refusal = refusalOf(rule);
    if (!refusal) return rule;
    const key = refusal.why === 'group' ? 'replace' : 'find';
    this.refused.push({ place: `${place}.${key}`, finding: refusal });
    return null;
  }

  #readRules(given: unknown): CleanSettings['rules'] {
    const rules = structuredClone(DEFAULT_CLEAN.rules);
    if (!isObject(given)) this.#refuse('rules', given);
    else {
      this.#refuseOthers(given, RULES, 'rules.');
      for (const rule of Object.keys(given).filter(isRule))
        rules[rule] = this.#flag(given[rule], `rules.${rule}`);
    }
    return rules;
  }

  #readMissing(given: unknown): MissingSettings {
    const first = DEFAULT_CLEAN.missing;
    if (!isObject(given)) {
      this.#refuse('missing', given);
      return first;
    }
    this.#refuseOthers(given, ['how', 'word'], 'missing.');
    const how = MISSING_WAYS.find((way) => way === (given.how ?? first.how));
    if (!how) this.#refuse('missing.how', given.how);
    const word = this.#text(given.word ?? first.word, 'missing.word');
    if (word.length > MOST_NAME) this.#tooMany('missing.word', 'long', MOST_NAME);
    return { how: how ?? first.how, word };
  }

  #readNames(given: unknown): string[] {
    if (!Array.isArray(given)) {
      this.#refuse('agencies', given);
      return [];
    }
    if (given.length > MOST_NAMES) this.#tooMany('agencies', 'many', MOST_NAMES);
    const names = given.map((name: unknown, i) => this.#text(name, `agencies[${i}]`));
    for (const [i, name] of names.entries())
      if (name.length > MOST_NAME) this.#tooMany(`agencies[${i}]`, 'long', MOST_NAME);
    return names;
  }

  #readList(given: unknown): OwnRule[] {
    if (!Array.isArray(given)) {
      this.#refuse('own', given);
      return [];
    }
    if (given.length > MOST_OWN_RULES) this.#tooMany('own', 'many', MOST_OWN_RULES);
    return given
      .slice(0, MOST_OWN_RULES)
      .flatMap((rule: unknown, i) => this.readOwn(rule, `own[${i}]`) ?? []);
  }

  #text(given: unknown, place: string): string {
    if (typeof given === 'string') return given;
    this.#refuse(place, given);
    return '';
  }

  #flag(given: unknown, place: string): boolean {
    if (typeof given !== 'boolean') this.#refuse(place, given);
    return given === true;
  }

  #refuse(place: string, found: unknown): void {
    this.refused.push({ place, finding: { why: 'value', found: say(found) } });
  }

  #tooMany(place: string, why: 'many' | 'long', most: number): void {
    this.refused.push({ place, finding: { why, most } });
  }

  #refuseOthers(given: Json, known: readonly string[], prefix: string): void {
    for (const key of Object.keys(given))
      if (!known.includes(key))
        this.refused.push({ place: prefix + key, finding: { why: 'unknown' } });
  }
}

function isRule(name: string): name is Rule {
  return RULES.some((rule) => rule === name);
}

function isObject(given: unknown): given is Json {
  return typeof given === 'object' && given !== null && !Array.isArray(given);
}

/** What was found, short enough for a sentence. */
function say(found: unknown): string {
  const text = JSON.stringify(found) ?? 'undefined';
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
