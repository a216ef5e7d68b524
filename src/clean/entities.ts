// Broken and whole character references. In AG News the ampersand became a space: "doesn #39;t", " quot;Yes quot;", "AT amp;T".
// Numbers 128 to 159 mean Windows-1252, as in browsers: https://html.spec.whatwg.org/#numeric-character-reference-end-state
import { decodeHTMLStrict } from 'entities/decode';

// Only names that are no English words: in "to pick up a copy; the" and "per cent; but" nothing is to be mended.
const NAME = new RegExp(
  `^(?:${[
    'quot|amp|lt|gt|apos|nbsp|hellip|mdash|ndash|lsquo|rsquo|ldquo|rdquo|sbquo|bdquo|laquo|raquo',
    'bull|middot|trade|szlig|oslash|Oslash|aring|Aring|aelig|AElig',
    '[aeiounycAEIOUNYC](?:acute|grave|circ|uml|tilde|cedil)',
  ].join('|')})$`,
);
const CURRENCY = /^(?:pound|euro|yen)$/; // mended before a digit: "up to  pound;275m"
const NUMBER = /^#(?:\d{2,6}|[xX][0-9a-fA-F]{2,5})$/;
// Where the ampersand left no space behind, references stand right behind letters or marks, as none of the 58,656 in AG News does;
// there a space before a reference is the text's own: "AT&T #39;quoted#39;".
const TRACELESS = /[^\s&;\\]#\d{2,6};|[^\s&;\\\p{L}\p{N}](?:quot|[lr][sd]quo);/u;
const LONGEST = 32; // characters in a reference's name

const AMPERSAND = 38;
const HASH = 35;
const SPACE = 32;

/** Turns character references into the characters they stand for, however often they were escaped. */
export function mendEntities(text: string): string {
  const hasGaps = !TRACELESS.test(text);
  let mended = text;
  let before: string;
  do {
    before = mended;
    mended = mendOnce(mended, hasGaps);
  } while (mended !== before);
  return mended;
}

/** Looks back from each semicolon, which is far rarer than a letter, for one that ends there; a gap is what became of its ampersand. */
function mendOnce(text: string, hasGaps: boolean): string {
  let mended = '';
  let done = 0; // characters of `text` already in `mended`
  for (let end = text.indexOf(';'); end >= 0; end = text.indexOf(';', end + 1)) {
    const start = startOfName(text, end, done);
    if (end - start < 2) continue;
    const name = text.slice(start, end);
    // The ampersand may just have been mended: "&amp;lt;".
    const isChained = start === done && mended.charCodeAt(mended.length - 1) === AMPERSAND;
    const isWhole = isChained || (start > done && text.charCodeAt(start - 1) === AMPERSAND);
    if (!isWhole && !isBroken(name, text.charCodeAt(end + 1))) continue;
    const characters = decode(name);
    if (characters === null) continue;
    const isGap = hasGaps && !isWhole && start > done && text.charCodeAt(start - 1) === SPACE;
    if (isChained) mended = mended.slice(0, -1) + characters;
    else mended += text.slice(done, isWhole || isGap ? start - 1 : start) + characters;
    done = end + 1;
  }
  return done === 0 ? text : mended + text.slice(done);
}

/** Where the letters, digits and '#' before a semicolon begin. */
function startOfName(text: string, end: number, least: number): number {
  const limit = Math.max(least, end - LONGEST);
  let start = end;
  while (start > limit) {
    const unit = text.charCodeAt(start - 1);
    if (unit === HASH) return start - 1;
    const isDigit = unit >= 48 && unit <= 57;
    const isLetter = (unit | 32) >= 97 && (unit | 32) <= 122;
    if (!isDigit && !isLetter) break;
    start--;
  }
  return start;
}

function isBroken(name: string, next: number): boolean {
  const isBeforeDigit = next >= 48 && next <= 57;
  return NAME.test(name) || NUMBER.test(name) || (isBeforeDigit && CURRENCY.test(name));
}

const decoded = new Map<string, string | null>();

/** The characters of a named or numbered reference; null = there is none of this name. */
function decode(name: string): string | null {
  const known = decoded.get(name);
  if (known !== undefined) return known;
  const reference = `&${name};`;
  const characters = decodeHTMLStrict(reference);
  const found = characters === reference ? null : characters;
  if (decoded.size < 10_000) decoded.set(name, found);
  return found;
}
