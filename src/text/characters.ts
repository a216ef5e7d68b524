// What each character is to the search for words, and its lower case; found once per character, then looked up.
import { APOSTROPHES } from '../core/apostrophes';

/** Separates words. */
export const BREAK = 0;
/** Part of a word: letters and digits, and marks upon them. */
export const LETTER = 1;
/** A digit: part of a word, and lets a point or comma stand within a number. */
export const DIGIT = 2;
/** A character of a script that is written without spaces. */
export const UNSPACED = 3;
/** A mark upon the character before it: follows whatever that is. */
export const MARK = 4;
/** An apostrophe: part of a word between two letters. */
export const APOSTROPHE = 5;
/** A point or comma: part of a number between two digits. */
export const POINT = 6;

/** Any other visible character: a word of its own where punctuation counts. */
export const SYMBOL = 7;

const UNKNOWN = 255;
const PLANE = 0x10000;

const SCRIPTS =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}\u30fc]/u;

const kinds = new Uint8Array(PLANE).fill(UNKNOWN);
const lowers = new Uint16Array(PLANE);

/** What a code point is: one of the constants above. */
export function kindOf(point: number): number {
  if (point >= PLANE) return judge(point);
  if (kinds[point] === UNKNOWN) learn(point);
  return kinds[point];
}

/** A code point in lower case, and with one form for all apostrophes. */
export function lowerOf(point: number): number {
  if (point >= PLANE) return String.fromCodePoint(point).toLowerCase().codePointAt(0) ?? point;
  if (kinds[point] === UNKNOWN) learn(point);
  return lowers[point];
}

/** A code point as it is, but with one form for all apostrophes. */
export function keptOf(point: number): number {
  return kindOf(point) === APOSTROPHE ? 0x27 : point;
}

/** Whether a code point is a letter or digit of a script that parts its words. */
export function isWordPart(point: number): boolean {
  const kind = kindOf(point);
  return kind === LETTER || kind === DIGIT || kind === MARK;
}

function learn(point: number): void {
  kinds[point] = judge(point);
  const lower = String.fromCharCode(point).toLowerCase();
  lowers[point] =
    kinds[point] === APOSTROPHE ? 0x27 : lower.length === 1 ? lower.charCodeAt(0) : point;
}

function judge(point: number): number {
  const character = String.fromCodePoint(point);
  if (APOSTROPHES.includes(character)) return APOSTROPHE;
  if (/[.,]/.test(character)) return POINT;
  if (/\p{M}/u.test(character)) return MARK;
  if (/\p{Nd}/u.test(character)) return DIGIT;
  if (/[\p{L}\p{N}]/u.test(character)) return SCRIPTS.test(character) ? UNSPACED : LETTER;
  return /[\p{P}\p{S}]/u.test(character) ? SYMBOL : BREAK;
}
