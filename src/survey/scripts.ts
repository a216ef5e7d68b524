// Which scripts texts are written in, by the script of each letter. Unicode Standard Annex 24, https://www.unicode.org/reports/tr24/
import { SCRIPTS, type ScriptName } from '../core/survey';
import type { TextColumn } from '../core/types';

/** The script of a text without letters. */
export const NO_SCRIPT = 255;

const PATTERNS: [ScriptName, RegExp][] = [
  ['latin', /\p{Script=Latin}/u],
  ['han', /[\p{Script=Han}\p{Script=Bopomofo}]/u],
  ['kana', /[\p{Script=Hiragana}\p{Script=Katakana}\u30fc]/u],
  ['hangul', /\p{Script=Hangul}/u],
  ['cyrillic', /\p{Script=Cyrillic}/u],
  ['greek', /\p{Script=Greek}/u],
  ['arabic', /\p{Script=Arabic}/u],
  ['hebrew', /\p{Script=Hebrew}/u],
  ['devanagari', /\p{Script=Devanagari}/u],
  ['thai', /\p{Script=Thai}/u],
];
const UNKNOWN = 254;
const PLANE = 0x10000;
const known = new Uint8Array(PLANE).fill(UNKNOWN); // index in SCRIPTS, or NO_SCRIPT, of each code point met

/** What the letters of a column are. */
export interface ScriptCounts {
  letters: Float64Array<ArrayBuffer>; // by index in SCRIPTS
  ofRow: Uint8Array<ArrayBuffer>; // index in SCRIPTS of the script with the most letters; NO_SCRIPT = no letters
}

/** Counts the letters of each script, and tells which of them prevails in each text. */
export function countScripts({ bytes, offsets }: TextColumn): ScriptCounts {
  const rows = offsets.length - 1;
  const letters = new Float64Array(SCRIPTS.length);
  const ofRow = new Uint8Array(rows).fill(NO_SCRIPT);
  const own = new Uint32Array(SCRIPTS.length);
  for (let row = 0; row < rows; row++) {
    own.fill(0);
    for (let at = offsets[row]; at < offsets[row + 1];) {
      const first = bytes[at];
      const more = first < 0x80 ? 0 : first < 0xe0 ? 1 : first < 0xf0 ? 2 : 3;
      let point = more === 0 ? first : first & (0x3f >> more);
      for (let i = 1; i <= more; i++) point = (point << 6) | (bytes[at + i] & 0x3f);
      at += more + 1;
      const script = scriptOf(point);
      if (script !== NO_SCRIPT) own[script]++;
    }
    const most = own.indexOf(Math.max(...own));
    if (own[most] > 0) ofRow[row] = most;
    for (let script = 0; script < own.length; script++) letters[script] += own[script];
  }
  return { letters, ofRow };
}

function scriptOf(point: number): number {
  if (point >= PLANE) return judge(point);
  if (known[point] === UNKNOWN) known[point] = judge(point);
  return known[point];
}

function judge(point: number): number {
  const character = String.fromCodePoint(point);
  if (!/\p{L}/u.test(character)) return NO_SCRIPT;
  const found = PATTERNS.find(([, pattern]) => pattern.test(character));
  return SCRIPTS.indexOf(found?.[0] ?? 'other');
}
