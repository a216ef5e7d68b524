// The rules that change texts, each a function from text to text asked only about texts that have a trait of theirs.
// What they take away leaves a space, so that what stood apart never grows together.
import type { CleanSettings } from '../core/settings';
import type { Rule } from '../core/types';
import { agencyRule } from './agencies';
import { mendEntities } from './entities';
import { maskEmails, maskMentions, maskPhones, openHashtags } from './masks';
import { removeEmoji, shortenRepeats, unifyWidth } from './noise';
import {
  ANGLE,
  ADDRESS,
  AT,
  BACKSLASH,
  BRACKET,
  DASH,
  DIGITS,
  HASH,
  HIGH,
  ODD_SPACE,
  SEMICOLON,
  TRIPLE,
  UNPLAIN,
} from './traits';

/** A rule that changes a whole text rather than fields, and drops no rows. */
export type TextRule = Exclude<Rule, 'missing' | 'join' | 'empty' | 'duplicates' | 'leaks'>;

/** A rule of the reader's own, by its index in CleanSettings.own. */
export type OwnName = `own ${number}`;

/** A rule whose changes are counted row by row. */
export type CountedRule = TextRule | 'missing' | 'join' | OwnName;

/** A rule ready for use. */
export interface Step {
  rule: TextRule;
  isOn: boolean;
  asks: number; // traits; a text with none of them is left as it is
  apply: (text: string) => string;
}

/** The text rules in the order in which they are applied. */
export function textSteps({ rules, agencies }: CleanSettings): Step[] {
  const step = (rule: TextRule, asks: number, apply: Step['apply']) => ({
    rule,
    isOn: rules[rule],
    asks,
    apply,
  });
  return [
    step('entities', SEMICOLON, mendEntities),
    step('tags', ANGLE, removeTags),
    step('backslashes', BACKSLASH, splitAtBackslashes),
    step('width', HIGH, unifyWidth),
    step('links', ADDRESS, removeLinks),
    step('emails', AT, maskEmails),
    step('phones', DIGITS, maskPhones),
    step('mentions', AT, maskMentions),
    step('hashtags', HASH, openHashtags),
    step('agencies', BRACKET | DASH | HIGH, agencyRule(agencies)),
    step('unicode', UNPLAIN, unifyCharacters),
    step('emoji', HIGH, removeEmoji),
    step('repeats', TRIPLE, shortenRepeats),
    step('spaces', ODD_SPACE, joinSpaces),
  ];
}

// Tags are known by name: "<MSFT.O>" is a share's symbol.
const TAG_NAMES = [
  'a|abbr|address|article|b|big|blockquote|body|br|center|cite|code|dd|del|div|dl|dt|em|embed|font|footer',
  'form|h[1-6]|head|header|hr|html|i|iframe|img|input|ins|li|link|meta|nobr|object|ol|option|p|param',
  'pre|q|s|script|section|select|small|span|strike|strong|style|sub|sup|table|tbody|td|th|thead|tr|tt',
  'u|ul|video',
].join('|');
const HIDDEN = /<!--[^]*?-->|<(script|style)(?=[\s>])[^]*?<\/\1\s*>/gi;
const TAG = new RegExp(`</?(?:${TAG_NAMES})(?=[\\s/>])[^<>]*>`, 'gi');
// A text that was cut in the middle of a tag: '<A HREF="http://www.'
const CUT_TAG = new RegExp(`<(?:${TAG_NAMES})\\s+[a-z]+\\s*=[^<>]*$`, 'i');

/** Removes HTML tags and comments; the words between them stay. */
export function removeTags(text: string): string {
  return text.replace(HIDDEN, ' ').replace(TAG, ' ').replace(CUT_TAG, ' ');
}

/** Turns the backslash of a joined line into a space; one that guards a dollar sign or an inner apostrophe goes. */
export function splitAtBackslashes(text: string): string {
  return text.replace(/\\+(?=\$)|(?<=\w)\\+(?='\w)/g, '').replace(/\\+/g, ' ');
}

const URL_PART = "[\\w\\-./~:?#[\\]@!$&*+,;=%']";
const LINK = `(?:(?:https?|ftp)://|\\bwww\\.)${URL_PART}*[\\w/=&%#-]`;
const LINKS = new RegExp(`\\(\\s*${LINK}[\\s.]*(?:\\)|$)|${LINK}`, 'gi');

/** Removes web addresses, with the brackets around a lone one. */
export function removeLinks(text: string): string {
  return text.replace(LINKS, ' ');
}

const BLANKS = /[^\P{Cc}\t\n\r]|[\u00a0\u1680\u2000-\u200b\u2028\u2029\u202f\u205f\u3000\ufeff]/gu;
const UNSEEN = /[\u00ad\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069]/g; // soft hyphens, marks of direction

/** Gives each character one form (NFC), turns odd spaces and controls into plain spaces. */
export function unifyCharacters(text: string): string {
  return text.normalize('NFC').replace(BLANKS, ' ').replace(UNSEEN, '').normalize('NFC');
}

/** Turns each run of white space into one space, none at the ends. */
export function joinSpaces(text: string): string {
  return text.replace(/\s\s+|[^\S ]/g, ' ').trim();
}
